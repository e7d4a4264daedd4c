"""Paints over the screen: colours, a window's title, a link, lines that go back, text that runs the other way."""

import sys

import wire

PAINT = "\x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07\x1b]8;;http://example.org\x1b\\link\x9b5m\rback\x08 \u202etxet\x00\x7f."


def hook(request: wire.Message) -> None:
    print(PAINT, file=sys.stderr, flush=True)
    wire.send({"method": "$/progress", "params": {"id": request["id"], "done": 1, "of": 2, "message": PAINT}})
    wire.send({"method": "$/log", "params": {"level": "warning", "message": PAINT + "\nerror: a line of its own"}})
    if request["params"]["fails"]:
        mistake = {"message": PAINT, "where": PAINT}
        error = {"code": -32602, "message": PAINT, "data": {"mistakes": [mistake]}}
        wire.send({"id": request["id"], "error": error})
    else:
        wire.answer(request, {"mistakes": [{"message": PAINT, PAINT: "line\nline\ttab"}]})


wire.serve(hook)

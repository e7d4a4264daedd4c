"""Answers every call two times, the second time a moment later if it is told to."""

import time

import wire


def hook(request: wire.Message) -> None:
    wire.answer(request, {"mistakes": []})
    time.sleep(request["params"]["wait"])
    wire.answer(request, {"mistakes": [{"message": "once more"}]})


wire.serve(hook)

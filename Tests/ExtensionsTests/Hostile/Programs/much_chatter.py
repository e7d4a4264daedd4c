"""Sends progress without end."""

import wire


def hook(request: wire.Message) -> None:
    while True:
        wire.send({"method": "$/progress", "params": {"id": request["id"], "message": "z" * 1000}})


wire.serve(hook)

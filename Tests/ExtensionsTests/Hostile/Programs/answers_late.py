"""Answers the first call when nobody waits any more, and the next ones at once."""

import time

import wire


def hook(request: wire.Message) -> wire.Message:
    time.sleep(request["params"]["wait"])
    return {"mistakes": [], "of": request["id"]}


wire.serve(hook)

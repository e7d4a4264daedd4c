"""Takes memory in eight processes, each of which stays below the limit."""

import os
import time

import wire


def hook(request: wire.Message) -> wire.Message:
    each = request["params"]["each"]
    for _ in range(8):
        if os.fork() == 0:
            kept = bytearray(b"x") * (each << 20)
            time.sleep(60)
            del kept
    time.sleep(1)
    return {"mistakes": []}


wire.serve(hook)

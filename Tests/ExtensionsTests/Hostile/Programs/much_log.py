"""Writes a gigabyte on standard error, then answers as if nothing had happened."""

import os

import wire


def hook(request: wire.Message) -> wire.Message:
    lines = request["params"]["line"].encode() * (1 << 10)
    written = 0
    while written < 1 << 30:
        written += os.write(2, lines)
    os.write(2, b"the last line\n")
    return {"mistakes": []}


wire.serve(hook)

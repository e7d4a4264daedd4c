"""Writes a gigabyte and no line break."""

import sys

import wire


def hook(request: wire.Message) -> wire.Message:
    megabyte = "x" * (1 << 20)
    for _ in range(1024):
        sys.stdout.write(megabyte)
    sys.stdout.flush()
    return {"mistakes": []}


wire.serve(hook)

"""Prints what came to its mind where an answer should stand."""

import sys

import wire


def hook(request: wire.Message) -> None:
    sys.stdout.write(request["params"]["line"] + "\n")
    sys.stdout.flush()


wire.serve(hook)

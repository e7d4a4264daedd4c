"""Ends in the middle of an answer."""

import os
import sys

import wire


def hook(request: wire.Message) -> None:
    print("I feel unwell", file=sys.stderr, flush=True)
    sys.stdout.write('{"jsonrpc": "2.0", "id": %d, "resu' % request["id"])
    sys.stdout.flush()
    os._exit(3)


wire.serve(hook)

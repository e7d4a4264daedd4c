"""Takes a call and keeps silent, whatever it is told after that."""

import time

import wire


def hook(request: wire.Message) -> None:
    while True:
        time.sleep(60)


wire.serve(hook)

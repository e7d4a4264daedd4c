"""Forks, and every child forks, as fast as it can; answers with how many it had before it was stopped."""

import os
import time

import wire


def hook(request: wire.Message) -> wire.Message:
    children = 0
    refused = 0
    while refused < 200:
        try:
            if os.fork() == 0:
                while True:
                    try:
                        os.fork()
                    except OSError:
                        time.sleep(0.01)
            children += 1
        except OSError:
            refused += 1
    return {"mistakes": [], "children": children}


wire.serve(hook)

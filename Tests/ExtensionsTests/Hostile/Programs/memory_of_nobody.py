"""Takes memory that is shared, and so counts as no process's own."""

import mmap

import wire


def hook(request: wire.Message) -> wire.Message:
    kept = mmap.mmap(-1, 300 << 20)
    for place in range(0, 300 << 20, mmap.PAGESIZE):
        kept[place] = 1
    return {"mistakes": []}


wire.serve(hook)

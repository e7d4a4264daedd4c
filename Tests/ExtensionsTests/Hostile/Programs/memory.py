"""Takes as much memory as it can get, and writes to all of it."""

import wire


def hook(request: wire.Message) -> wire.Message:
    kept = []
    try:
        while len(kept) < 64 * 1024:
            kept.append(bytearray(b"x") * (1 << 20))
    except MemoryError:
        taken = len(kept)
        kept.clear()
        return {"mistakes": [], "taken": taken}
    return {"mistakes": [], "taken": len(kept)}


wire.serve(hook)

"""Writes until there is no room: into its folder, into many files, and wherever else it may."""

import os

import wire


def fill(path: str) -> int:
    """How many MiB went in."""
    written = 0
    try:
        with open(path, "wb", buffering=0) as file:
            while written < 8 * 1024:
                if file.write(b"x" * (1 << 20)) < 1 << 20:
                    break
                written += 1
    except OSError:
        pass
    return written


def hook(request: wire.Message) -> wire.Message:
    folders = [folder for folder, _, _ in os.walk("/call")]
    places = [f"{folder}/filler" for folder in folders + ["/", "/dev", "/dev/shm", "/plugin", "/usr", "/waymark"]]
    return {"mistakes": [], "written": {place: fill(place) for place in places}, "before": sorted(folders)}


wire.serve(hook)

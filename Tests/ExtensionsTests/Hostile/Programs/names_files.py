"""Gives back files that are not what they seem."""

import os

import wire

OUT = "/call/out"


def make(kind: str) -> str:
    """The name that goes into the result."""
    path = f"{OUT}/book.txt"
    if kind in ("good", "twice"):
        with open(path, "w") as file:
            file.write("all is well")
    elif kind == "link":
        os.symlink("/etc/passwd", path)
    elif kind == "second name":
        with open("/call/first", "w") as file:
            file.write("x")
        os.link("/call/first", path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        os.mkdir(path)
    elif kind == "huge":
        for name in ("book.txt", "more.txt"):
            with open(f"{OUT}/{name}", "wb") as file:
                file.truncate(3 << 20)
    elif kind == "link for the folder":
        os.rename(OUT, "/call/elsewhere")
        os.symlink("/etc", OUT)
        return "passwd"
    elif kind not in ("missing",):
        return kind
    return "book.txt"


def hook(request: wire.Message) -> wire.Message:
    kind = request["params"]["kind"]
    name = make(kind)
    names = [name, "more.txt"] if kind == "huge" else [name, name] if kind == "twice" else [name]
    return {"files": [{"name": name, "mediaType": "text/plain"} for name in names], "lost": []}


wire.serve(hook)

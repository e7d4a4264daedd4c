"""Does what its host is to be tried with: files, progress, cancellation, large messages, a memory of its calls."""

import os
import sys
from typing import Any, List

import wire

calls: List[int] = []


def read_files(request: wire.Message) -> Any:
    file = request["params"]["file"]
    with open(file["path"], "rb") as opened:
        text = opened.read().decode()
    try:
        open(file["path"], "ab").close()
        writable = True
    except OSError:
        writable = False
    with open(f"/call/out/{file['name']}", "w") as out:
        out.write(text.upper())
    return {"told": file, "writable": writable, "files": [{"name": file["name"]}]}


def report_progress(request: wire.Message) -> Any:
    for done in range(1, 4):
        wire.send({"method": "$/progress", "params": {"id": request["id"], "done": done, "of": 3}})
    wire.send({"method": "$/progress", "params": {"id": request["id"] - 1, "message": "of an earlier call"}})
    wire.send({"method": "$/log", "params": {"level": "error", "message": "not so bad"}})
    wire.send({"method": "$/later", "params": {}})
    return {}


def await_cancellation(request: wire.Message) -> None:
    told = next(iter(wire.requests()))
    assert told["method"] == "$/cancel" and told["params"]["id"] == request["id"]
    wire.send({"id": request["id"], "error": {"code": -32800, "message": "cancelled"}})


def write_before_reading(request: wire.Message) -> Any:
    """More than a pipe holds, in both directions."""
    for line in range(request["params"]["lines"]):
        print("x" * 1000, file=sys.stderr)
        wire.send({"method": "$/progress", "params": {"id": request["id"], "message": "y" * 1000}})
    return {"text": request["params"]["text"]}


def fail(request: wire.Message) -> None:
    error = {"code": -32602, "message": "two mistakes", "data": {"mistakes": [{"message": "a"}, {"message": "b"}]}}
    wire.send({"id": request["id"], "error": error})


def hook(request: wire.Message) -> Any:
    calls.append(request["id"])
    tasks = {
        "files": read_files, "progress": report_progress, "wait": await_cancellation, "large": write_before_reading,
        "fail": fail, "remember": lambda request: {"calls": calls, "prefix": sys.prefix},
        "leave": lambda request: os._exit(0),
    }
    return tasks[request["params"]["do"]](request)


wire.serve(hook)

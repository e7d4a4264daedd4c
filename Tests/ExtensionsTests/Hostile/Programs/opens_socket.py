"""Talks to a server on this machine and to one elsewhere."""

import socket

import wire


def connect(family: int, address: object) -> str:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as talk:
            talk.settimeout(2)
            talk.connect(address)
    except OSError as problem:
        return type(problem).__name__
    return "connected"


def hook(request: wire.Message) -> wire.Message:
    port = request["params"]["port"]
    with open("/proc/net/dev") as devices:
        names = [line.split(":")[0].strip() for line in devices if ":" in line]
    return {
        "mistakes": [],
        "tried": [
            connect(socket.AF_INET, ("127.0.0.1", port)),
            connect(socket.AF_INET, ("192.0.2.1", 80)),
            connect(socket.AF_UNIX, request["params"]["path"]),
        ],
        "devices": names,
    }


wire.serve(hook)

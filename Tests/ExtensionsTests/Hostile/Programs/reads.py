"""Reads what is not its own."""

import os

import wire


def read(path: str) -> bool:
    try:
        if os.path.isdir(path):
            os.listdir(path)
        else:
            with open(path, "rb") as file:
                file.read(1)
    except OSError:
        return False
    return True


def hook(request: wire.Message) -> wire.Message:
    paths = request["params"]["paths"]
    processes = [name for name in os.listdir("/proc") if name.isdigit()]
    return {
        "mistakes": [],
        "read": [path for path in paths if read(path)],
        "top": sorted(os.listdir("/")),
        "etc": sorted(os.listdir("/etc")),
        "processes": len(processes),
        "environment": sorted(os.environ),
        "user": os.getuid(),
        "groups": os.getgroups(),
        "capabilities": [line.split()[1] for line in open("/proc/self/status") if line.startswith("Cap")],
        "descriptors": sorted(int(name) for name in os.listdir("/proc/self/fd"))[:-1],
    }


wire.serve(hook)

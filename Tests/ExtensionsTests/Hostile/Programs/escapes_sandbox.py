"""Tries the doors of a sandbox: namespaces and mounts of its own, memory that belongs to nobody, other processes."""

import ctypes
import os
import signal

import wire

libc = ctypes.CDLL(None, use_errno=True)


def call(function: str, *arguments: object) -> bool:
    return getattr(libc, function)(*arguments) >= 0


def hook(request: wire.Message) -> wire.Message:
    done = {
        "user namespace": call("unshare", 0x10000000),
        "mount": call("mount", b"none", b"/call/out", b"tmpfs", 0, None),
        "memory of nobody": call("memfd_create", b"x", 0),
        "shared memory": call("shmget", 0, 1 << 20, 0o1600),
        "trace": call("ptrace", 16, 1, 0, 0),
        "root": call("setuid", 0),
    }
    try:
        os.kill(1, signal.SIGKILL)
        done["end of the first process"] = len(os.listdir("/proc/1")) == 0
    except OSError:
        done["end of the first process"] = False
    return {"mistakes": [], "done": [name for name, worked in done.items() if worked]}


wire.serve(hook)

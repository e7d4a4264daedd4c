"""Leaves things behind in its folder: open files, deep folders, folders that may not be entered."""

import os

import wire

held = []


def hook(request: wire.Message) -> wire.Message:
    wanted = request["params"]["leave"]
    if wanted == "open":
        file = open("/call/held", "w+b")
        file.write(b"x" * (4 << 20))
        file.flush()
        held.append(file)
    elif wanted == "files":
        os.makedirs("/call/a/b/c")
        for path in ("/call/a/b/c/secret", "/call/out/secret"):
            with open(path, "w") as file:
                file.write("of another school")
        os.symlink("/etc", "/call/a/link")
    elif wanted == "deep":
        os.chdir("/call")
        for _ in range(100):
            os.mkdir("d")
            os.chdir("d")
    elif wanted == "closed":
        os.makedirs("/call/closed/more")
        os.chmod("/call/closed", 0)
    seen = [os.path.join(folder, name) for folder, _, names in os.walk("/call") for name in names]
    return {"mistakes": [], "seen": seen, "process": os.stat("/proc/self").st_ctime_ns}


wire.serve(hook)

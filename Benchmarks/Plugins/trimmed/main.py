"""The mean of each row without its lowest and its highest mark: as a plugin, or alone on a file of requests (FILE)."""

import json
import sys


def figures(params):
    values = [point["value"] for point in params["scale"]["points"]]
    found = []
    for row in params["rows"]:
        marks = sorted(values[mark] for mark in row if mark >= 0)[1:-1]
        found.append(sum(marks) / len(marks) if marks else None)
    return {"figures": found}


if len(sys.argv) > 1:
    with open(sys.argv[1]) as requests, open("/dev/null", "w") as nowhere:
        for line in requests:
            nowhere.write(json.dumps(figures(json.loads(line))) + "\n")
else:
    from waymark_plugin import Plugin

    plugin = Plugin.from_manifest()
    plugin.hook("aggregate")(lambda params, call: figures(params))
    plugin.hook("check")(lambda params, call: {"mistakes": []})
    plugin.run()

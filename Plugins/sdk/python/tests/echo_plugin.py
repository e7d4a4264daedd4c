"""A plugin that the tests of the library drive: each hook shows one thing that a hook may do."""

import sys
import time
from typing import Any, Dict

from waymark_plugin import Call, Mistakes, Plugin

plugin = Plugin.from_manifest()


@plugin.hook("check")
def check(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    ask = params.get("ask")
    if ask == "print":
        print("this is a log line, not a message")
        sys.stdout.flush()
    if ask == "mistake":
        raise Mistakes([{"message": "That is no date.", "where": "Sheet!B2"}])
    if ask == "sentence":
        raise Mistakes("That is no workbook.")
    if ask == "fail":
        raise ZeroDivisionError("nought below the line")
    if ask == "exit":
        sys.exit(3)
    if ask == "nan":
        return {"figure": float("nan")}
    if ask == "list":
        return ["not", "a", "dictionary"]  # type: ignore[return-value]
    if ask == "half a character":
        return {"text": "\ud83d"}
    if ask == "read stdin":
        return {"text": sys.stdin.read()}
    return {"echo": params.get("text")}


@plugin.hook("framework.export")
def export(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    call.out("book.txt").write_text(
        call.path(params["file"]).read_text(encoding="utf-8").upper(), encoding="utf-8"
    )
    return {"files": [call.file("book.txt", media_type="text/plain")], "lost": []}


@plugin.hook("trend.analyse")
def wait_long(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    call.log("starting", level="warning")
    for step in range(1000):
        call.progress(step, 1000, "counting")
        time.sleep(0.01)
    return {"title": "nobody cancelled", "notes": [], "tables": []}


if __name__ == "__main__":
    plugin.run()

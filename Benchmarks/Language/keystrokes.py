#!/usr/bin/env python3
"""How long the language server takes from a keystroke to its answer, on a generated framework.

Drives the real program over its pipes: WAYMARK language-server is started, a framework of about 300 KB is opened, and
one character is typed and taken away again, in many places. Prints the median and the 95th percentile, in milliseconds,
and the processor time of a keystroke, which other work on the machine changes less.

Usage: keystrokes.py [path of the waymark binary] [kilobytes] [keystrokes]
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time


class Server:
    def __init__(self, binary):
        self.process = subprocess.Popen(
            [binary, "language-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.messages = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.count = 0

    def read(self):
        stream = self.process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            body = stream.read(length)
            self.messages.put((time.perf_counter(), json.loads(body)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()
        return time.perf_counter()

    def note(self, method, parameters):
        return self.send({"method": method, "params": parameters})

    def ask(self, method, parameters):
        self.count += 1
        number = self.count
        start = self.send({"id": number, "method": method, "params": parameters})
        end, message = self.wait(lambda m: m.get("id") == number)
        assert "error" not in message, message
        return end - start

    def wait(self, is_wanted):
        while True:
            at, message = self.messages.get(timeout=60)
            if is_wanted(message):
                return at, message

    def diagnostics(self, version):
        at, message = self.wait(
            lambda m: m.get("method") == "textDocument/publishDiagnostics"
            and m["params"].get("version") == version
        )
        return at, message["params"]["diagnostics"]


def processor_seconds(process):
    """What a process computed so far (Linux); nothing elsewhere."""
    try:
        with open(f"/proc/{process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return None


def framework(size):
    """A framework with statements, questions and rules, of at least so many bytes. All of it is made up."""
    head = """schema: waymark.framework/1
id: generated
version: 1.0.0
title: Generated
source:
  - {id: nowhere, title: Made up}
levels:
  - {id: theme, title: Theme}
  - {id: question, title: Question}
scales:
  depth:
    points:
      - {id: not-yet, value: 0, label: Not yet}
      - {id: partly, value: 1, label: Partly}
      - {id: fully, value: 2, label: Fully}
judging:
  self: {level: question, scale: depth}
  peer: {level: question, scale: depth}
stems:
  - {id: how-far, text: How far}
overall: none
"""
    criteria = ["criteria:\n"]
    rules = ["rules:\n"]
    length = len(head)
    theme = 0
    while length < size:
        part = [f"  - id: theme-{theme}\n    title: Theme {theme}\n    stem: how-far\n    criteria:\n"]
        for number in range(10):
            part.append(
                f"""      - id: question-{number}
        text: does everybody here know what theme {theme} asks of them in its part {number}?
        source: {{ref: nowhere, at: "Page {theme}, question {number}"}}
        statements:
          - {{id: some, at: partly, text: "Some people know it, and some of them act on it."}}
          - {{id: all, at: fully, text: "Everybody knows it, and everybody acts on it, day by day."}}
"""
            )
        criteria.append("".join(part))
        rules.append(
            f"""  - id: rule-{theme}
    when: j["theme-{theme}/question-0"].answered
    assert: j["theme-{theme}/question-0"].point != "not-yet" || size(j["theme-{theme}/question-0"].actions) > 0
    message: Say what comes next.
"""
        )
        length += len(criteria[-1]) + len(rules[-1])
        theme += 1
    return head + "".join(criteria) + "".join(rules)


def report(name, times):
    times = sorted(1000 * t for t in times)
    print(
        f"{name:<34} median {times[len(times) // 2]:6.1f} ms   "
        f"p95 {times[int(len(times) * 0.95)]:6.1f} ms"
    )


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else ".build/release/waymark"
    size = int(sys.argv[2]) * 1024 if len(sys.argv) > 2 else 300 * 1024
    strokes = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    server = Server(binary)
    server.ask("initialize", {"capabilities": {}})
    server.note("initialized", {})
    text = framework(size)
    lines = text.split("\n")
    places = [n for n, line in enumerate(lines) if line.startswith("        text: ")]
    uri = "file:///generated/framework.yaml"
    start = server.note(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
    )
    end, found = server.diagnostics(1)
    assert all(item["severity"] > 1 for item in found), found[:3]
    print(f"{len(text.encode()) / 1024:.0f} KB, {len(lines)} lines; opened in {1000 * (end - start):.1f} ms")
    version = 1

    def type_everywhere(asks):
        nonlocal version
        times = []
        for stroke in range(strokes):
            line = places[stroke * 7919 % len(places)]
            before, after = ("", "x") if stroke % 2 == 0 else ("x", "")
            if after == "":
                line = places[(stroke - 1) * 7919 % len(places)]
            version += 1
            change = {
                "range": {
                    "start": {"line": line, "character": 14},
                    "end": {"line": line, "character": 14 + len(before)},
                },
                "text": after,
            }
            start = server.note(
                "textDocument/didChange",
                {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
            )
            if asks:
                position = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 8}}
                times.append(server.ask("textDocument/completion", position))
            else:
                times.append(server.diagnostics(version)[0] - start)
        return times

    before = processor_seconds(server.process)
    report("keystroke to diagnostics", type_everywhere(asks=False))
    after = processor_seconds(server.process)
    if before is not None and after is not None:
        print(f"{'processor time of a keystroke':<34} mean   {1000 * (after - before) / strokes:6.1f} ms")
    report("completion right after a keystroke", type_everywhere(asks=True))
    server.ask("shutdown", None)
    server.note("exit", None)


main()

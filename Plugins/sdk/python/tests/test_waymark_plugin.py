"""The library against the wire: a small plugin is run as a program and spoken to, rightly and wrongly."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from waymark_plugin import Call, Mistakes, Plugin, manifest_identity  # noqa: E402
from waymark_plugin_testing import PluginError, PluginProcess  # noqa: E402

MANIFEST = """\
schema: waymark.plugin/1
id: echo   # a comment
version: "1.2.0"
title: Echo
protocol: 1
program:
  command: [python3, main.py]
provides:
  - {hook: check, name: echo, title: Echo}
  - {hook: framework.export, format: txt, title: Text, extension: txt}
  - {hook: trend.analyse, name: slow, title: Slow}
"""


class EchoPlugin(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="echo-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "plugin.yaml").write_text(MANIFEST, encoding="utf-8")
        shutil.copy(HERE / "echo_plugin.py", self.folder / "main.py")

    def run_plugin(self, **options: object) -> PluginProcess:
        process = PluginProcess(self.folder, timeout=10, **options)  # type: ignore[arg-type]
        self.addCleanup(process.kill)
        return process

    def refuse(self, plugin: PluginProcess, code: int, ask: str) -> PluginError:
        with self.assertRaises(PluginError) as refused:
            plugin.call("check", {"ask": ask})
        self.assertEqual(refused.exception.code, code)
        self.assertEqual(plugin.call("check", {"text": "still here"}).result, {"echo": "still here"})
        return refused.exception


class Handshake(EchoPlugin):
    def test_says_who_it_is_and_ends_with_nought(self) -> None:
        plugin = self.run_plugin()
        self.assertEqual(plugin.hooks, ["check", "framework.export", "trend.analyse"])
        self.assertEqual(plugin.close(), 0)

    def test_ends_when_the_pipe_closes(self) -> None:
        plugin = self.run_plugin()
        plugin._process.stdin.close()  # type: ignore[union-attr]
        self.assertEqual(plugin._process.wait(10), 0)

    def test_ends_quietly_when_nobody_reads(self) -> None:
        reads, writes = os.pipe()
        os.close(reads)
        request = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocol": 1}}
        ended = subprocess.run(
            [sys.executable, "main.py"],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(HERE.parent)},
            input=json.dumps(request).encode() + b"\n",
            stdout=writes,
            stderr=subprocess.PIPE,
            timeout=10,
        )
        os.close(writes)
        self.assertEqual((ended.returncode, ended.stderr), (0, b""))

    def test_another_protocol_is_refused(self) -> None:
        plugin = self.run_plugin(handshake=False)
        with self.assertRaisesRegex(PluginError, "speaks protocol 1, not 2"):
            plugin.call("initialize", {"protocol": 2})

    def test_a_hook_before_the_handshake_is_refused(self) -> None:
        plugin = self.run_plugin(handshake=False)
        with self.assertRaisesRegex(PluginError, "first request is initialize"):
            plugin.call("check", {})

    def test_the_kit_sees_a_manifest_that_declares_something_else(self) -> None:
        (self.folder / "plugin.yaml").write_text(MANIFEST.replace("check", "aggregate"), encoding="utf-8")
        with self.assertRaisesRegex(AssertionError, "declares"):
            PluginProcess(self.folder, timeout=10)


class Answers(EchoPlugin):
    def test_texts_of_all_languages_and_a_long_one(self) -> None:
        plugin = self.run_plugin()
        for text in ("ŵ ŷ “quoted” \u2028 end", "x" * 4_000_000):
            self.assertEqual(plugin.call("check", {"text": text}).result, {"echo": text})

    def test_files_go_in_and_come_out(self) -> None:
        plugin = self.run_plugin()
        answer = plugin.call("framework.export", {"format": "txt"}, files={"in.txt": "tŷ".encode()})
        self.assertEqual(answer.files, {"book.txt": "TŶ".encode()})
        self.assertEqual(answer.result["files"], [{"name": "book.txt", "mediaType": "text/plain"}])
        self.assertEqual(list(plugin.folder_in.iterdir()) + list(plugin.folder_out.iterdir()), [])

    def test_what_a_hook_prints_goes_to_the_log(self) -> None:
        plugin = self.run_plugin()
        plugin.call("check", {"ask": "print"})
        self.assertEqual(plugin.log, "this is a log line, not a message\n")

    def test_a_hook_cannot_take_the_messages_away(self) -> None:
        self.assertEqual(self.run_plugin().call("check", {"ask": "read stdin"}).result, {"text": ""})

    def test_half_a_character_still_makes_valid_text(self) -> None:
        self.assertEqual(self.run_plugin().call("check", {"ask": "half a character"}).result, {"text": "?"})

    def test_mistakes_are_told_with_their_place(self) -> None:
        refused = self.refuse(self.run_plugin(), -32602, "mistake")
        self.assertEqual(refused.mistakes, [{"message": "That is no date.", "where": "Sheet!B2"}])
        refused = self.refuse(self.run_plugin(), -32602, "sentence")
        self.assertEqual(refused.mistakes, [{"message": "That is no workbook."}])

    def test_a_failing_hook_costs_its_own_call_only(self) -> None:
        plugin = self.run_plugin()
        self.assertEqual(str(self.refuse(plugin, -32603, "fail")), "ZeroDivisionError: nought below the line")
        self.assertIn("Traceback", plugin.log)
        for ask in ("exit", "nan", "list"):
            self.refuse(plugin, -32603, ask)


class Cancellation(EchoPlugin):
    def test_is_seen_while_the_hook_runs(self) -> None:
        plugin = self.run_plugin()
        number = plugin.start("trend.analyse")
        plugin.notifications += [plugin.receive(), plugin.receive()]
        plugin.cancel(number)
        with self.assertRaises(PluginError) as refused:
            plugin.wait(number)
        self.assertEqual(refused.exception.code, -32800)
        self.assertEqual(plugin.notifications[0]["params"], {"level": "warning", "message": "starting"})
        told = {"id": number, "done": 0, "of": 1000, "message": "counting"}
        self.assertEqual(plugin.notifications[1]["params"], told)
        self.assertEqual(plugin.call("check", {"text": "next"}).result, {"echo": "next"})

    def test_of_a_call_that_waits_its_turn(self) -> None:
        plugin = self.run_plugin()
        first, second = plugin.start("trend.analyse"), plugin.start("check", {"text": "b"})
        plugin.cancel(second)
        plugin.cancel(first)
        for number in (first, second):
            with self.assertRaises(PluginError) as refused:
                plugin.wait(number)
            self.assertEqual(refused.exception.code, -32800)

    def test_of_a_call_that_is_over_does_nothing(self) -> None:
        plugin = self.run_plugin()
        plugin.call("check", {"text": "a"})
        for number in (2, 99, "x", None):
            plugin.send({"jsonrpc": "2.0", "method": "$/cancel", "params": {"id": number}})
        self.assertEqual(plugin.call("check", {"text": "b"}).result, {"echo": "b"})


class WrongMessages(EchoPlugin):
    def test_each_is_answered_and_the_next_call_works(self) -> None:
        plugin = self.run_plugin()
        for line, code in (
            (b"not json\n", -32700),
            (b"\xff\xfe\n", -32700),
            (b"[" * 100_000 + b"\n", -32700),
            (b"[]\n", -32600),
            (b'{"jsonrpc":"2.0","id":5}\n', -32600),
        ):
            plugin.send(line)
            message = plugin.receive()
            self.assertEqual((message["id"], message["error"]["code"]), (None, code), line[:20])
        for request, code in (
            ({"method": "report.render"}, -32601),
            ({"method": "check", "params": []}, -32602),
        ):
            plugin.send({"jsonrpc": "2.0", "id": 77, **request})
            self.assertEqual(plugin.receive()["error"]["code"], code)
        plugin.send({"jsonrpc": "2.0", "method": "$/later"})
        self.assertEqual(plugin.call("check", {"text": "ok"}).result, {"echo": "ok"})


class Speed(EchoPlugin):
    @unittest.skipUnless(os.environ.get("WAYMARK_TIMINGS"), "set WAYMARK_TIMINGS=1 to measure")
    def test_a_warm_call_takes_well_under_half_a_millisecond(self) -> None:
        plugin = self.run_plugin()
        times = []
        for _ in range(2000):
            start = time.perf_counter()
            plugin.call("check", {"text": "a"})
            times.append(time.perf_counter() - start)
        median = sorted(times)[len(times) // 2]
        print(f"median of a warm call: {median * 1e6:.0f} microseconds", file=sys.stderr)
        self.assertLess(median, 0.0005)


class Names(unittest.TestCase):
    def test_only_plain_file_names_go_out(self) -> None:
        call = Call(Plugin("echo", "1.0.0"), 1)
        for name in ("../a", "a/b", ".hidden", "", "a\n", "a" * 101, "é"):
            with self.assertRaises(ValueError, msg=name):
                call.out(name)
        for name in ("book.xlsx", "A b-c_d.1", "a" * 100):
            self.assertEqual(call.out(name).name, name)
        with self.assertRaises(FileNotFoundError):
            call.file("was-never-written.txt")

    def test_a_hook_is_answered_once(self) -> None:
        plugin = Plugin("echo", "1.0.0")
        plugin.hook("check")(lambda params, call: {})
        with self.assertRaises(ValueError):
            plugin.hook("check")(lambda params, call: {})

    def test_mistakes_are_never_empty(self) -> None:
        self.assertEqual(len(Mistakes([]).mistakes), 1)

    def test_a_manifest_without_a_version_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "plugin.yaml").write_text("id: a\nprogram:\n  version: 3\n", encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "names no id or no version"):
                manifest_identity(Path(folder))

    def test_one_file_of_the_standard_library(self) -> None:
        code = "import sys, json, waymark_plugin; print(json.dumps(sorted(sys.modules)))"
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        ours = [name for name in json.loads(told.stdout) if name.startswith("waymark")]
        self.assertEqual(ours, ["waymark_plugin"])


if __name__ == "__main__":
    unittest.main()

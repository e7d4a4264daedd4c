"""Drives a plugin over its pipes as Waymark does, without Waymark and without a sandbox: for a plugin's own
tests.

    with PluginProcess("Plugins/hello") as plugin:
        answer = plugin.call("check", {"check": "house-style", "framework": framework})
        answer.result["mistakes"]

It holds a plugin to the same promises as the host: the handshake matches plugin.yaml, answers carry the id of
their request, files that are named have plain names and exist. Deadlines are seconds.
"""

import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Type, Union

from waymark_plugin import FILE_NAME, PROTOCOL, manifest_identity


class PluginError(Exception):
    """The plugin answered with an error. `mistakes` are those that it found in what it was given."""

    def __init__(self, code: int, message: str, mistakes: Sequence[Mapping[str, Any]] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.mistakes = list(mistakes)


class Answer(NamedTuple):
    """What a hook gave back, and the bytes of the files that it names."""

    result: Dict[str, Any]
    files: Dict[str, bytes]


class PluginProcess:
    """A running plugin. `notifications` holds its progress and log messages, `log` its standard error."""

    def __init__(
        self,
        folder: Union[str, Path],
        command: Optional[Sequence[str]] = None,
        timeout: float = 30,
        handshake: bool = True,
    ) -> None:
        self.folder = Path(folder).resolve()
        self.timeout = timeout
        self.notifications: List[Dict[str, Any]] = []
        self.hooks: List[str] = []
        self._number = 0
        self._call_folder = Path(tempfile.mkdtemp(prefix="waymark-plugin-"))
        self.folder_in, self.folder_out = self._call_folder / "in", self._call_folder / "out"
        self.folder_in.mkdir()
        self.folder_out.mkdir()
        self._standard_error = open(self._call_folder / "log", "w+b")
        self._process = subprocess.Popen(
            list(command) if command else self._command(),
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._standard_error,
            env=self._environment(),
        )
        self._lines: "queue.SimpleQueue[Optional[bytes]]" = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if handshake:
            try:
                self._initialize()
            except Exception:
                self.kill()
                raise

    def __enter__(self) -> "PluginProcess":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.kill()

    @property
    def log(self) -> str:
        return (self._call_folder / "log").read_text(encoding="utf-8", errors="replace")

    def call(
        self,
        method: str,
        params: Optional[Mapping[str, Any]] = None,
        files: Optional[Mapping[str, bytes]] = None,
    ) -> Answer:
        """Asks a hook and waits. `files` go into the folder in; a single one also becomes `params.file`."""
        return self.wait(self.start(method, params, files))

    def start(
        self,
        method: str,
        params: Optional[Mapping[str, Any]] = None,
        files: Optional[Mapping[str, bytes]] = None,
    ) -> int:
        """Asks without waiting; gives the id, for `cancel` and `wait`."""
        request: Dict[str, Any] = dict(params or {})
        for name, content in (files or {}).items():
            (self.folder_in / name).write_bytes(content)
            if len(files or {}) == 1 and "file" not in request:
                request["file"] = {"name": name, "path": str(self.folder_in / name), "bytes": len(content)}
        self._number += 1
        self.send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": request})
        return self._number

    def cancel(self, number: int) -> None:
        self.send({"jsonrpc": "2.0", "method": "$/cancel", "params": {"id": number}})

    def wait(self, number: Optional[int]) -> Answer:
        """The answer with this id; messages before it are kept in `notifications`."""
        message = self.receive()
        while "method" in message:
            self.notifications.append(message)
            message = self.receive()
        if message.get("id") != number:
            raise AssertionError(f"an answer to {number} was due, and one to {message.get('id')} came")
        self._empty(self.folder_in)
        try:
            if "error" in message:
                error = message["error"]
                raise PluginError(
                    error["code"], error["message"], (error.get("data") or {}).get("mistakes", ())
                )
            result = message["result"]
            return Answer(result, self._files(result if isinstance(result, dict) else {}))
        finally:
            self._empty(self.folder_out)

    def send(self, message: Union[Mapping[str, Any], bytes]) -> None:
        """Any message, also a wrong one."""
        line = message if isinstance(message, bytes) else json.dumps(message).encode() + b"\n"
        if self._process.stdin is None:
            raise AssertionError("the plugin has no standard input")
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def receive(self) -> Dict[str, Any]:
        """The next message, whatever it is."""
        try:
            line = self._lines.get(timeout=self.timeout)
        except queue.Empty:
            raise TimeoutError(f"no message within {self.timeout} s; its log:\n{self.log}") from None
        if line is None:
            raise EOFError(f"the plugin ended; its log:\n{self.log}")
        message = json.loads(line.decode("utf-8"))
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            raise AssertionError(f"this is no JSON-RPC 2.0 message: {line[:200]!r}")
        return message

    def close(self) -> int:
        """Says shutdown, closes the pipe and waits; gives the exit status."""
        try:
            if self._process.poll() is None:
                self.wait(self.start("shutdown"))
                if self._process.stdin is not None:
                    self._process.stdin.close()
            return self._process.wait(self.timeout)
        finally:
            self.kill()

    def kill(self) -> None:
        """Ends it at once and removes its folders."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._reader.join(self.timeout)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass  # what was left to send has nowhere to go
        self._standard_error.close()
        shutil.rmtree(self._call_folder, ignore_errors=True)

    def _initialize(self) -> None:
        plugin, version = manifest_identity(self.folder)
        identity = {"id": plugin, "version": version}
        folders = {"in": str(self.folder_in), "out": str(self.folder_out)}
        answer = self.call(
            "initialize", {"protocol": PROTOCOL, "waymark": "0.1.0", "plugin": identity, "folders": folders}
        ).result
        declared = sorted(set(re.findall(r"\bhook:\s*([\w.]+)", self._manifest())))
        if answer != {"protocol": PROTOCOL, "plugin": identity, "hooks": answer.get("hooks")}:
            raise AssertionError(
                f"plugin.yaml says {identity}, protocol {PROTOCOL}; the plugin says {answer}"
            )
        self.hooks = sorted(answer["hooks"])
        if self.hooks != declared:
            raise AssertionError(f"plugin.yaml declares {declared}; the plugin answers {self.hooks}")

    def _manifest(self) -> str:
        return (self.folder / "plugin.yaml").read_text(encoding="utf-8")

    def _command(self) -> List[str]:
        """The command in plugin.yaml; python3 is the Python that runs the tests, with its packages."""
        found = re.search(r"^\s*command:\s*\[(.*)\]", self._manifest(), re.MULTILINE)
        words = [word.strip().strip("\"'") for word in found.group(1).split(",")] if found else []
        if not words:
            raise ValueError("plugin.yaml has no line command: [program, …]; hand the command over yourself")
        return [sys.executable if words[0] == "python3" else words[0]] + words[1:]

    def _environment(self) -> Dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin"),
            "PYTHONPATH": str(Path(__file__).resolve().parent),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(self._call_folder),
            "TMPDIR": str(self._call_folder),
            "LANG": "C.UTF-8",
        }

    def _read(self) -> None:
        if self._process.stdout is not None:
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(None)

    def _files(self, result: Mapping[str, Any]) -> Dict[str, bytes]:
        found: Dict[str, bytes] = {}
        for file in result.get("files", []):
            if not FILE_NAME.match(file["name"]):
                raise AssertionError(f"the host would refuse a file called {file['name']!r}")
            found[file["name"]] = (self.folder_out / file["name"]).read_bytes()
        return found

    @staticmethod
    def _empty(folder: Path) -> None:
        for child in folder.iterdir():
            shutil.rmtree(child) if child.is_dir() else child.unlink()

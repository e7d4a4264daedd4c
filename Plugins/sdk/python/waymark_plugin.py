"""What a Waymark plugin written in Python needs: the wire, so that a plugin is only its hooks.

    from waymark_plugin import Call, Plugin

    plugin = Plugin.from_manifest()

    @plugin.hook("check")
    def check(params, call: Call):
        return {"mistakes": []}

    plugin.run()

The wire is JSON-RPC 2.0, one message a line, on standard input and output. A thread reads, the main
thread works, so that a cancellation is seen while a hook runs. What a hook prints goes to standard error,
which is the log.
"""

import json
import os
import queue
import re
import sys
import threading
import traceback
from pathlib import Path
from typing import Any, BinaryIO, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple, Union

PROTOCOL = 1
PARSE_ERROR, INVALID_REQUEST, UNKNOWN_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
INTERNAL_ERROR, CANCELLED = -32603, -32800
# The names that the host takes files back under: nothing that could lead out of the folder or hide in it.
FILE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_. -]{0,99}\Z")

Hook = Callable[[Dict[str, Any], "Call"], Mapping[str, Any]]


class Cancelled(Exception):
    """Raised by `Call.check` once nobody waits for the answer any more."""


class Mistakes(Exception):
    """What a person gave cannot be used. Each mistake has `message`, and may have `severity`, `where`,
    `help`, `at`."""

    def __init__(self, mistakes: Union[str, Sequence[Mapping[str, Any]]]) -> None:
        listed = [{"message": mistakes}] if isinstance(mistakes, str) else [dict(m) for m in mistakes]
        self.mistakes: List[Dict[str, Any]] = listed or [
            {"message": "The plugin cannot use this, and did not say why."}
        ]
        super().__init__(self.mistakes[0]["message"])


class _Refused(Exception):
    """A request that no hook can answer."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Call:
    """One request being answered: its files, its progress, and whether it is still wanted."""

    def __init__(self, plugin: "Plugin", number: Any) -> None:
        self._plugin = plugin
        self.id = number

    @property
    def cancelled(self) -> bool:
        return self.id in self._plugin._cancelled

    def check(self) -> None:
        """Ends the call if it was cancelled. To be called every so often in long work."""
        if self.cancelled:
            raise Cancelled()

    def progress(
        self, done: Optional[int] = None, of: Optional[int] = None, message: Optional[str] = None
    ) -> None:
        """Tells how far the call is, and ends it if it was cancelled."""
        self.check()
        known = {"done": done, "of": of, "message": message}
        told = {key: value for key, value in known.items() if value is not None}
        self._plugin._send({"method": "$/progress", "params": {"id": self.id, **told}})

    def log(self, message: str, level: str = "info") -> None:
        """A line for the operator's log; level is info, warning or error."""
        self._plugin._send({"method": "$/log", "params": {"level": level, "message": message}})

    def path(self, file: Mapping[str, Any]) -> Path:
        """Where a file of the request lies. It can be read, not changed."""
        return Path(file["path"])

    def out(self, name: str) -> Path:
        """Where to write a file that the answer gives back."""
        if not FILE_NAME.match(name):
            raise ValueError(
                f"a file may not be called {name!r}: letters, digits, “-”, “_”, “.” and spaces, at most 100"
            )
        return self._plugin._folder_out / name

    def file(self, name: str, media_type: Optional[str] = None) -> Dict[str, str]:
        """The entry in `files` for a file that was written to `out(name)`."""
        if not self.out(name).is_file():
            raise FileNotFoundError(f"the file {name!r} was to be given back, but was not written")
        return {"name": name, "mediaType": media_type} if media_type else {"name": name}


class Plugin:
    """A program of hooks. Its id and version are those of its plugin.yaml."""

    def __init__(self, id: str, version: str) -> None:
        self.id, self.version = id, version
        self._hooks: Dict[str, Hook] = {}
        self._open: Set[Any] = set()
        self._cancelled: Set[Any] = set()
        self._queue: "queue.SimpleQueue[Union[Dict[str, Any], _Refused, None]]" = queue.SimpleQueue()
        self._writing = threading.Lock()
        self._writer: Optional[BinaryIO] = None
        self._folder_out = Path("out")
        self._ready = False

    @classmethod
    def from_manifest(cls, folder: Union[str, Path, None] = None) -> "Plugin":
        """Takes id and version from plugin.yaml beside the program, so that they are written down once."""
        return cls(*manifest_identity(Path(folder) if folder else Path(sys.argv[0]).resolve().parent))

    def hook(self, name: str) -> Callable[[Hook], Hook]:
        """Says which function answers a hook."""

        def register(function: Hook) -> Hook:
            if name in self._hooks:
                raise ValueError(f"the hook {name} is answered twice")
            self._hooks[name] = function
            return function

        return register

    def run(self) -> None:
        """Answers until Waymark says `shutdown` or closes the pipe."""
        # Both pipes are taken away, so that neither print() nor a library can write into the conversation.
        reader = os.fdopen(os.dup(0), "rb", 1 << 16)
        self._writer = os.fdopen(os.dup(1), "wb", 1 << 16)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        thread = threading.Thread(target=self._read, args=(reader,), daemon=True)
        thread.start()
        try:
            for message in iter(self._queue.get, None):
                self._answer(message)
        except BrokenPipeError:
            os._exit(0)  # Waymark is gone; there is nobody left to tell
        thread.join()

    def _read(self, reader: BinaryIO) -> None:
        """Runs on the reading thread: hands requests over and notes cancellations at once."""
        for line in reader:
            try:
                message = json.loads(line)
            except (ValueError, RecursionError) as problem:
                self._queue.put(_Refused(PARSE_ERROR, f"This line is not JSON: {problem}"))
                continue
            if not isinstance(message, dict) or not isinstance(message.get("method"), str):
                self._queue.put(_Refused(INVALID_REQUEST, "A request is an object with a method."))
            elif message["method"] == "$/cancel":
                params = message.get("params")
                number = params.get("id") if isinstance(params, dict) else None
                if isinstance(number, (int, str)) and number in self._open:
                    self._cancelled.add(number)
            elif isinstance(message.get("id"), (int, str)):
                self._open.add(message["id"])
                self._queue.put(message)
                if message["method"] == "shutdown":
                    break
            # what is left are notifications of later protocols: passed over
        self._queue.put(None)

    def _answer(self, message: Union[Dict[str, Any], _Refused]) -> None:
        """Runs on the main thread: one request, one answer, whatever the hook does."""
        if isinstance(message, _Refused):
            self._send({"id": None, "error": {"code": message.code, "message": str(message)}})
            return
        number = message["id"]
        try:
            answer: Dict[str, Any] = {"id": number, "result": self._result(message, Call(self, number))}
            encoded = _encode(answer)
        except BrokenPipeError:
            raise
        except Cancelled:
            encoded = _failure(number, CANCELLED, "cancelled")
        except Mistakes as refused:
            encoded = _failure(number, INVALID_PARAMS, str(refused), {"mistakes": refused.mistakes})
        except _Refused as refused:
            encoded = _failure(number, refused.code, str(refused))
        except (
            Exception,
            SystemExit,
        ) as problem:  # a hook may fail in any way and must not take the next call with it
            traceback.print_exc()
            encoded = _failure(number, INTERNAL_ERROR, f"{type(problem).__name__}: {problem}")
        self._open.discard(number)
        self._cancelled.discard(number)
        self._write(encoded)

    def _result(self, message: Dict[str, Any], call: Call) -> Optional[Mapping[str, Any]]:
        method, params = message["method"], message.get("params", {})
        if not isinstance(params, dict):
            raise _Refused(INVALID_PARAMS, "The params of a request are an object.")
        if method == "initialize":
            return self._initialize(params)
        if method == "shutdown":
            return None
        hook = self._hooks.get(method)
        if hook is None:
            raise _Refused(UNKNOWN_METHOD, f"The plugin {self.id} has no {method}.")
        if not self._ready:
            raise _Refused(INVALID_REQUEST, "The first request is initialize.")
        call.check()
        result = hook(params, call)
        if not isinstance(result, dict):
            raise TypeError(f"the hook {method} gave back {type(result).__name__}, not a dictionary")
        return result

    def _initialize(self, params: Dict[str, Any]) -> Mapping[str, Any]:
        if params.get("protocol") != PROTOCOL:
            raise _Refused(
                INVALID_PARAMS, f"This plugin speaks protocol {PROTOCOL}, not {params.get('protocol')}."
            )
        folders = params.get("folders")
        if isinstance(folders, dict) and isinstance(folders.get("out"), str):
            self._folder_out = Path(folders["out"])
        self._ready = True
        plugin = {"id": self.id, "version": self.version}
        return {"protocol": PROTOCOL, "plugin": plugin, "hooks": sorted(self._hooks)}

    def _send(self, message: Dict[str, Any]) -> None:
        self._write(_encode(message))

    def _write(self, line: bytes) -> None:
        if self._writer is None:
            raise RuntimeError("the plugin is not running")
        with self._writing:
            self._writer.write(line)
            self._writer.flush()


def _failure(number: Any, code: int, message: str, data: Optional[Mapping[str, Any]] = None) -> bytes:
    error: Dict[str, Any] = {"code": code, "message": message}
    return _encode({"id": number, "error": {**error, "data": data} if data else error})


def _encode(message: Dict[str, Any]) -> bytes:
    """One line of valid UTF-8, also where a text holds half a surrogate pair; NaN is refused, as JSON has
    none."""
    text = json.dumps(
        {"jsonrpc": "2.0", **message}, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return text.encode("utf-8", "replace") + b"\n"


def manifest_identity(folder: Path) -> Tuple[str, str]:
    """Id and version in a plugin.yaml: two keys at the start of a line need no YAML library."""
    text = (folder / "plugin.yaml").read_text(encoding="utf-8")
    found = dict(re.findall(r"""^(id|version):[ \t]*["']?([^\s"'#]+)""", text, re.MULTILINE))
    if len(found) < 2:
        raise ValueError(f"{folder / 'plugin.yaml'} names no id or no version")
    return found["id"], found["version"]

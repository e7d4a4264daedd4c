"""The least that a plugin has to say, so that each program beside this one is little more than its misdeed."""

import json
import sys
from typing import Any, Callable, Dict, Iterable, Optional

Message = Dict[str, Any]


def send(message: Message) -> None:
    """Writes one message as one line."""
    sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    sys.stdout.flush()


def answer(request: Message, result: Any) -> None:
    send({"id": request["id"], "result": result})


def introduction(request: Message, **changes: Any) -> Message:
    """What a truthful plugin answers to `initialize`, but for the changes."""
    told = {"protocol": 1, "plugin": request["params"]["plugin"], "hooks": ["check"]}
    told.update(changes)
    return told


def requests() -> Iterable[Message]:
    for line in sys.stdin:
        yield json.loads(line)


def serve(hook: Callable[[Message], Optional[Any]]) -> None:
    """Shakes hands, passes calls to the hook and ends when asked; a hook that gives nothing back answers itself."""
    for request in requests():
        if request["method"] == "initialize":
            answer(request, introduction(request))
        elif request["method"] == "shutdown":
            answer(request, None)
            return
        elif "id" in request:
            result = hook(request)
            if result is not None:
                answer(request, result)

"""Reads a library file that a stranger sent, and writes one.

The text is never turned into objects of Python: events are read one by one, so that size, depth, aliases and tags are
held to limits before anything is built. Scalars stay text, and fields decide what they want (`no` may be a name).
"""

from typing import Any, Dict, List, Optional, Tuple

import yaml

# The C scanner is ten times as fast and is in the wheels for Linux, macOS and Windows; without it the same, slower.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

MOST_BYTES = 16 << 20
MOST_DEPTH = 64
MOST_NODES = 2_000_000  # counted as if every alias were written out

_NOTHING = {"", "~", "null", "Null", "NULL"}
_STANDARD_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "int", "bool", "null", "float", "timestamp")
}


class LibraryError(Exception):
    """The file cannot be used. Each mistake has `message`, and may have `where` and `help`."""

    def __init__(self, message: str, where: Optional[str] = None, help: Optional[str] = None) -> None:
        super().__init__(message)
        mistake = {"message": message, "severity": "error"}
        if where:
            mistake["where"] = where
        if help:
            mistake["help"] = help
        self.mistakes = [mistake]


class Mapping(Dict[str, Any]):
    """A mapping that knows the line on which it starts, counted from 1."""

    line = 0
    repeated: Tuple[str, ...] = ()
    merged: Tuple[Any, ...] = ()

    def put(self, key: str, value: Any) -> None:
        """As YAML has it: the last of two keys counts, and what “<<” merges counts least."""
        if key == "<<":
            self.merged += tuple(value) if isinstance(value, list) else (value,)
            return
        if key in self:
            self.repeated += (key,)
        self[key] = value

    def merge(self) -> None:
        for source in self.merged:
            for key, value in source.items() if isinstance(source, Mapping) else ():
                self.setdefault(key, value)


def read_yaml(data: bytes) -> Mapping:
    """The document, as mappings, lists, texts and None. Raises LibraryError."""
    if len(data) > MOST_BYTES:
        raise LibraryError(f"The file has {len(data) >> 20} MiB; a library may have {MOST_BYTES >> 20}.")
    if data[:2] == b"PK":
        raise LibraryError(
            "This is a workbook or an archive, not a YAML file.",
            help="Convert the workbook with CISO Assistant's own tools first, and import the YAML file that they write.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LibraryError("The file is not UTF-8 text.", f"line {line}") from error
    try:
        document = _Builder().build(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise LibraryError(
            f"The file is not YAML: {problem}.", f"line {mark.line + 1}" if mark is not None else None
        ) from error
    if not isinstance(document, Mapping):
        raise LibraryError("The file holds no library: at its top there is no list of keys such as urn and objects.")
    return document


def write_yaml(document: Any) -> str:
    """YAML without aliases and without a time stamp: the same library gives the same bytes."""
    return yaml.dump(
        document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False
    )


class _Plain(_Dumper):  # type: ignore[misc,valid-type]
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Plain.add_representer(str, _represent_text)


class _Open:
    """A mapping or a list that is being filled."""

    def __init__(self, value: Any, anchor: Optional[str]) -> None:
        self.value = value
        self.anchor = anchor
        self.key: Optional[str] = None
        self.waits_for_key = isinstance(value, Mapping)
        self.size = 1


class _Builder:
    def __init__(self) -> None:
        self.open: List[_Open] = []
        self.anchors: Dict[str, Tuple[Any, int]] = {}
        self.documents: List[Any] = []
        self.nodes = 0

    def build(self, text: str) -> Any:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._check_tag(event)
                self._close(self._scalar(event), 1, event.anchor, event)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._start(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                done = self.open.pop()
                if isinstance(done.value, Mapping):
                    done.value.merge()
                self._close(done.value, done.size, done.anchor, event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
        if len(self.documents) > 1:
            raise LibraryError("The file holds several documents, parted by lines of “---”; a library is one.")
        return self.documents[0] if self.documents else None

    def _start(self, event: Any) -> None:
        self._check_tag(event)
        if len(self.open) >= MOST_DEPTH:
            raise LibraryError(f"The file is nested more than {MOST_DEPTH} deep.", _where(event))
        value: Any = [] if isinstance(event, yaml.SequenceStartEvent) else Mapping()
        if isinstance(value, Mapping):
            value.line = event.start_mark.line + 1
        if event.anchor:
            self.anchors.pop(event.anchor, None)
        self.open.append(_Open(value, event.anchor))

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise LibraryError(f"“*{event.anchor}” stands for nothing that was written before it.", _where(event))
        value, size = self.anchors[event.anchor]
        self._close(value, size, None, event)

    def _close(self, value: Any, size: int, anchor: Optional[str], event: Any) -> None:
        if anchor:
            self.anchors[anchor] = (value, size)
        if not self.open:
            self.documents.append(value)
            return
        parent = self.open[-1]
        parent.size += size
        if parent.size > MOST_NODES:
            raise LibraryError(
                "The file repeats itself by aliases beyond all bounds, and is not read.", _where(event)
            )
        if not isinstance(parent.value, Mapping):
            parent.value.append(value)
        elif parent.waits_for_key:
            if not isinstance(value, str):
                raise LibraryError("A key is not a text.", _where(event))
            parent.key, parent.waits_for_key = value, False
        else:
            parent.value.put(str(parent.key), value)
            parent.waits_for_key = True

    @staticmethod
    def _scalar(event: Any) -> Optional[str]:
        if event.style in (None, "") and event.value in _NOTHING:
            return None
        return str(event.value)

    @staticmethod
    def _check_tag(event: Any) -> None:
        if event.tag not in (None, "!") and event.tag not in _STANDARD_TAGS:
            raise LibraryError(
                f"The tag “{event.tag}” is not for libraries.",
                _where(event),
                "Remove what starts with an exclamation mark.",
            )


def _where(event: Any) -> str:
    return f"line {event.start_mark.line + 1}"

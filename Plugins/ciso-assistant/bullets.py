"""Several texts in one field, as a list with hyphens, and back."""

import re
from typing import List, Sequence

_MARK = re.compile(r"(\s{0,3})([-*•–]|\d{1,2}[.)])\s+(?=\S)")


def join(texts: Sequence[str]) -> str:
    return "\n".join("- " + text.replace("\n", "\n  ") for text in texts)


def split(text: str) -> List[str]:
    """The entries of a list, all marked as the first is; a text that is no list is one entry."""
    lines = text.split("\n")
    first = _MARK.match(lines[0])
    if not first:
        return [text] if text else []
    entries: List[str] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark and _kind(mark) == _kind(first):
            entries.append(line[mark.end() :])
        else:
            entries[-1] += "\n" + (line[2:] if line.startswith("  ") else line)
    return [entry.strip() for entry in entries if entry.strip()]


def _kind(mark: "re.Match[str]") -> "tuple[str, str]":
    indent, sign = mark.groups()
    return indent, "1" if sign[0].isdigit() else sign

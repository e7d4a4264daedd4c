"""Texts on their way into cells and out of them."""

import re
from typing import List

from .sheets import LONGEST_TEXT

# Characters that no XML file can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# How spreadsheets write a character by its number (ECMA-376, part 1, 22.9.2.19, ST_Xstring): an underscore
# that is none of that, and control characters, above all the carriage returns of Excel.
_LOOKS_NUMBERED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NUMBERED = re.compile("_x00(5[Ff](?=_x[0-9A-Fa-f]{4}_)|[01][0-9A-Fa-f])_")


def writable(text: str) -> str:
    """As a cell shows it: line ends are LF; control characters, which no workbook holds, are left out."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """As it is written to the file: what looks like a numbered character would be read as one."""
    return _LOOKS_NUMBERED.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """What a cell of a file says."""
    return writable(_NUMBERED.sub(lambda found: chr(int(found.group(1), 16)), text))


def is_too_long(text: str) -> bool:
    """Spreadsheets count UTF-16 code units."""
    return len(text.encode("utf-16-le", "replace")) // 2 > LONGEST_TEXT


def cut(text: str) -> str:
    """The beginning, as much as a cell holds, with a mark that something is missing."""
    units = text.encode("utf-16-le", "replace")[: 2 * (LONGEST_TEXT - 1)]
    return units.decode("utf-16-le", "ignore") + "…"


def joined(actions: List[str]) -> str:
    """One action a line; an action's own further lines are moved in by two spaces."""
    return "\n".join(str(action).replace("\n", "\n  ") for action in actions)


def parted(text: str) -> List[str]:
    """The actions of a cell. Lines that start with two spaces go on from the one above."""
    actions: List[str] = []
    for line in text.split("\n"):
        if line.startswith("  ") and actions:
            actions[-1] += "\n" + line[2:]
        elif line.strip():
            actions.append(line.strip())
    return actions

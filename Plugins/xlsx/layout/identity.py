"""The hidden sheet: what the workbook is of, what may be chosen in it, and what of a review it cannot show.

A workbook that comes back is read by this sheet alone, so it needs no framework at hand. Its rows carry their
kind in the first column; a seal over all of them shows when a hand has changed one.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, Tuple

from .choices import Option
from .sheets import FORMAT, IDENTITY_MARKER, WITHOUT_POINT
from .texts import writable

# A cell holds 32,767 characters; what is longer is spread over several rows.
_CHUNK = 30_000
FACTS = ("framework", "version", "digest", "title", "kind", "language", "subject")


@dataclass(frozen=True)
class Field:
    """A cell to fill in: how its content is read (`text`, `date`, `choice` …), and from which list."""

    key: str
    kind: str
    options: str = ""
    title: str = ""


@dataclass
class Identity:
    facts: Dict[str, str]
    lists: Dict[str, List[Option]] = field(default_factory=dict)
    fields: Dict[str, Field] = field(default_factory=dict)
    # Path, what its row says, and the list of its points: "" where it is not judged.
    criteria: Dict[str, Tuple[str, str]] = field(default_factory=dict)
    rest: Dict[str, Any] = field(default_factory=dict)

    def points(self, path: str) -> List[Option]:
        return self.lists.get(self.criteria[path][1], [])

    def rows(self) -> List[List[Any]]:
        """The sheet, without the seal: the lists first, each in one piece, so that drop-downs can point at
        them."""
        rows: List[List[Any]] = [[IDENTITY_MARKER, FORMAT]]
        rows += [[key, self.facts[key]] for key in FACTS]
        for name, options in self.lists.items():
            rows += [["option", name, o.id, o.shown, o.name or o.shown, o.value, o.code] for o in options]
        rows += [["field", f.key, f.kind, f.options, f.title] for f in self.fields.values()]
        rows += [["criterion", path, title, options] for path, (title, options) in self.criteria.items()]
        rest = (
            json.dumps(self.rest, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
            if self.rest
            else ""
        )
        rows += [["rest", rest[start : start + _CHUNK]] for start in range(0, len(rest), _CHUNK)]
        return [[writable(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]

    def first_rows(self) -> Dict[str, Tuple[int, int]]:
        """Where each list stands on the sheet: its first and its last row, from 1."""
        places: Dict[str, Tuple[int, int]] = {}
        for number, row in enumerate(self.rows(), start=1):
            if row[0] == "option":
                places[row[1]] = (places.get(row[1], (number, 0))[0], number)
        return places


def seal(rows: Iterable[List[Any]]) -> str:
    """Over what the cells say, whatever a spreadsheet program makes of their types."""
    told = [[_word(cell) for cell in row] for row in rows]
    for row in told:
        while row and not row[-1]:
            row.pop()
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def _word(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell)


def read_identity(rows: List[List[Any]]) -> Identity:
    """Raises ValueError or KeyError where the sheet is not one that was written here."""
    if not rows or _word(rows[0][1]) != FORMAT:
        raise ValueError("another layout of workbooks")
    identity = Identity({})
    rest = ""
    sealed = ""
    for row in rows[1:]:
        kind, *cells = [_word(cell) for cell in row] + [""] * 6
        if kind in FACTS:
            identity.facts[kind] = cells[0]
        elif kind == "option":
            value = int(cells[4]) if cells[4] else None
            option = Option(cells[1], cells[2], cells[3], value, int(cells[5] or 0))
            identity.lists.setdefault(cells[0], []).append(option)
        elif kind == "field":
            identity.fields[cells[0]] = Field(cells[0], cells[1], cells[2], cells[3])
        elif kind == "criterion":
            identity.criteria[cells[0]] = (cells[1], cells[2])
        elif kind == "rest":
            rest += cells[0]
        elif kind == "seal":
            sealed = cells[0]
    if sealed != seal(row for row in rows if _word(row[0]) not in ("", "seal")):
        raise ValueError("its rows are not those that were written")
    missing = [key for key in FACTS if key not in identity.facts]
    if missing:
        raise KeyError(missing[0])
    identity.rest = _checked(json.loads(rest)) if rest else {}
    return identity


def _checked(rest: Any) -> Dict[str, Any]:
    """Mappings all the way that this plugin looks into them; what is inside is Waymark's to judge."""
    if not isinstance(rest, dict):
        raise ValueError("its rest is no mapping")
    inner = {"judgements", "team"}
    for key, value in rest.items():
        fits = isinstance(value, list) if key == "agreements" else isinstance(value, dict)
        if not fits or (key in inner and not all(isinstance(each, dict) for each in value.values())):
            raise ValueError("its rest is not what was written")
    return dict(rest)


def point_options(points: Iterable[Tuple[str, str, str, int]]) -> List[Option]:
    """A scale's list: its points, then what may be said instead of one.

    Codes are what formulas count with: a point's place from 1, nought and less for what is no point.
    """
    options = [
        Option(id, shown, name, value, place)
        for place, (id, shown, name, value) in enumerate(points, start=1)
    ]
    taken = {option.shown.casefold() for option in options}
    for place, (id, shown) in enumerate(WITHOUT_POINT.items(), start=1):
        if all(option.id != id for option in options):
            label = f"{shown} (no point)" if shown.casefold() in taken else shown
            options.append(Option(id, label, shown, None, -place))
    return options

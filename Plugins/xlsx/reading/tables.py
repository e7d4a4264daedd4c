"""Takes the sheets of a workbook apart into rows that are found by their keys, wherever they stand."""

import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from layout.sheets import IDENTITY, IDENTITY_MARKER, MARKERS
from layout.texts import unescaped

from .guard import check_file, refuse

_MOST_ROWS, _MOST_COLUMNS = 6_000, 60


@dataclass(frozen=True)
class Content:
    """What a cell holds. `kind` is openpyxl's: s text, n number, d date, b yes or no, f formula, e error."""

    value: Any
    where: str
    kind: str = "s"

    @property
    def is_empty(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


@dataclass
class Row:
    key: str
    where: str
    cells: Dict[str, Content] = field(default_factory=dict)

    def get(self, column: str) -> Content:
        return self.cells.get(column) or Content(None, self.where)

    @property
    def is_blank(self) -> bool:
        return all(cell.is_empty for cell in self.cells.values())


@dataclass
class Table:
    """A sheet. `strays` are rows with content and no key."""

    title: str
    rows: List[Row] = field(default_factory=list)
    strays: List[Row] = field(default_factory=list)


@dataclass
class Tables:
    """`identity` is `None` where the hidden sheet is missing; `ours` says whether anything else was written
    here."""

    identity: Optional[List[List[Any]]]
    sheets: Mapping[str, Table]
    names: List[str]


def read_tables(path: Path) -> Tables:
    check_file(path)
    # openpyxl is loaded only for files that passed.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # it tells of drop-downs and dates that it does not read; we need neither
            # As a stream: what it is was checked, and its name may end in anything.
            with path.open("rb") as stream:
                workbook = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
                try:
                    return _take_apart(workbook)
                finally:
                    workbook.close()
    except MemoryError:
        raise
    except (
        Exception
    ) as problem:  # a damaged part fails wherever it is used, in as many ways as there are parts
        raise refuse(
            f"This workbook cannot be read ({type(problem).__name__}: {str(problem)[:120]}).",
            "Open it in a spreadsheet program, save it anew as .xlsx, and try again.",
        ) from problem


def _take_apart(workbook: Any) -> Tables:
    identity: Optional[List[List[Any]]] = None
    sheets: Dict[str, Table] = {}
    markers = {marker: name for name, marker in MARKERS.items()}
    for sheet in workbook.worksheets:
        # The size that a sheet announces need not be true.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS)
        first = next(rows, ())
        marker = first[0].value if first else None
        if marker == IDENTITY_MARKER and identity is None:
            listed = [first, *rows]
            identity = [[_plain(cell) for cell in row] for row in listed if row and row[0].value is not None]
        elif marker in markers and markers[marker] not in sheets:
            sheets[markers[marker]] = _table(sheet.title, first, rows)
    return Tables(identity, sheets, [name for name in workbook.sheetnames if name != IDENTITY])


def _plain(cell: Any) -> Any:
    return unescaped(cell.value) if isinstance(cell.value, str) else cell.value


def _table(title: str, first: Any, rows: Any) -> Table:
    columns = {place: str(cell.value) for place, cell in enumerate(first) if place and cell.value is not None}
    table = Table(title)
    number = 1
    for number, row in enumerate(rows, start=2):
        if not row:
            continue
        key = row[0].value
        found = Row("" if key is None else str(key), f"{title}!A{number}")
        for place, column in columns.items():
            if place < len(row) and row[place].value is not None:
                cell = row[place]
                found.cells[column] = Content(_plain(cell), f"{title}!{cell.coordinate}", cell.data_type)
        if found.key:
            table.rows.append(found)
        elif not found.is_blank:
            table.strays.append(found)
    return table

"""The rows of the sheets, each key once, and no answers in rows that have none."""

from typing import Dict, List, Mapping

from layout.sheets import TITLE

from .tables import Row, Table
from .values import Values


class Rows:
    def __init__(self, sheets: Mapping[str, Table], values: Values) -> None:
        self.sheets = sheets
        self.values = values
        self.known: Dict[str, List[Row]] = {}

    def title(self, sheet: str) -> str:
        """What people call the sheet now."""
        return self.sheets[sheet].title if sheet in self.sheets else sheet

    def of(self, sheet: str) -> List[Row]:
        if sheet not in self.known:
            self.known[sheet] = self._unique(self.sheets[sheet]) if sheet in self.sheets else []
        return self.known[sheet]

    def _unique(self, table: Table) -> List[Row]:
        seen: Dict[str, Row] = {}
        for row in table.rows:
            if row.key in seen and not row.is_blank and not seen[row.key].is_blank:
                self.values.tell(
                    row.where,
                    f"This row says the same as row {number(seen[row.key])}, so it is not "
                    "clear which counts.",
                    "Keep one of the two and empty the other.",
                )
            elif row.key not in seen or not row.is_blank:
                seen[row.key] = row
        return list(seen.values())

    def check_strays(self, sheet: str) -> None:
        """Answers in rows that somebody added. The headings stand above the first row with a key."""
        table = self.sheets[sheet]
        first = min((number(row) for row in table.rows), default=0)
        for row in table.strays:
            filled = next(
                (cell for key, cell in row.cells.items() if key != TITLE and not cell.is_empty), None
            )
            if filled and first and number(row) > first:
                self.values.tell(
                    filled.where,
                    "This row belongs to no criterion, so what it says would be lost.",
                    "Move what it says to the row of its criterion; rows cannot be added.",
                )


def number(row: Row) -> int:
    return int(row.where.rpartition("!A")[2])

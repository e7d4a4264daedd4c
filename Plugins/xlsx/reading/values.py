"""What people type into cells, as a review writes it; each mistake with its cell and what to do."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any, Dict, List, Optional, Union

from layout.choices import Option, find, listed, nearest
from layout.sheets import LONGEST_TEXT

from .tables import Content

# Together, what may be read from one workbook; a review is far smaller.
_MOST_TEXT = 8 << 20
_SUBJECT = re.compile(r"[0-9]{6}|[a-z0-9]+(-[a-z0-9]+)*")
_PERIOD = re.compile(r"(\d{4})\s*[-/\u2010-\u2015]\s*(?:20)?(\d{2})")
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d/%m/%y")
# What the cells for dates take themselves.
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
# Day nought of spreadsheets; 1900 was no leap year, but they hold that it was.
_DAY_NOUGHT = date(1899, 12, 30)


class Values:
    """Reads cells and collects their mistakes."""

    def __init__(self) -> None:
        self.mistakes: List[Dict[str, str]] = []
        self.length = 0

    def tell(self, where: str, message: str, help: str, severity: str = "error") -> None:
        self.mistakes.append({"message": message, "severity": severity, "where": where, "help": help})

    @property
    def has_errors(self) -> bool:
        return any(mistake["severity"] == "error" for mistake in self.mistakes)

    def read(self, cell: Content, kind: str, options: List[Option]) -> Any:
        """`None` where the cell is empty, or cannot be used."""
        if cell.is_empty or not self._is_plain(cell):
            return None
        if kind in ("choice", "yes-no"):
            chosen = self.choice(cell, options)
            return chosen == "yes" if kind == "yes-no" and chosen else chosen
        readers = {
            "date": self.date,
            "period": self.period,
            "id": self.subject,
            "number": self.number,
            "count": self.count,
        }
        return readers.get(kind, self.text)(cell)

    def _is_plain(self, cell: Content) -> bool:
        """Formulas are refused: what they show depends on other cells, and need not be what the reviewer
        meant."""
        if cell.kind == "f" or not isinstance(cell.value, (str, int, float, date, time, timedelta)):
            self.tell(
                cell.where,
                "This cell holds a formula, where an answer is expected.",
                "Type the answer itself. To keep what is shown: copy the cell and paste it back as a value.",
            )
            return False
        if cell.kind == "e":
            self.tell(cell.where, f"This cell shows an error ({cell.value}).", "Type the answer anew.")
            return False
        return True

    def choice(self, cell: Content, options: List[Option]) -> Optional[str]:
        option = find(options, cell.value)
        if option:
            return option.id
        meant = nearest(options, cell.value)
        self.tell(
            cell.where,
            f"“{quote(cell.value)}” is none of {listed(options)}.",
            (f"Did you mean “{meant.shown}”? " if meant else "")
            + "Choose one from the list, or empty the cell.",
        )
        return None

    def text(self, cell: Content) -> Optional[str]:
        value = cell.value
        if not isinstance(value, str):
            if isinstance(value, (date, time)):
                self.tell(
                    cell.where,
                    f"The spreadsheet program made a date of this text; it is read as “{told(value)}”.",
                    "If that is not what was meant, type it with an apostrophe in front: '3/4",
                    "warning",
                )
            value = told(value)
        self.length += len(value)
        if len(value.encode("utf-16-le", "replace")) > 2 * LONGEST_TEXT or self.length > _MOST_TEXT:
            self.tell(cell.where, "There is more text here than a review may hold.", "Shorten it.")
            return None
        return value

    def word(self, cell: Content) -> str:
        return told(cell.value).strip()

    def subject(self, cell: Content) -> Optional[str]:
        """Capitals and spaces are put right, as in tables."""
        slug = re.sub(r"[\s_]+", "-", self.word(cell).lower())
        if _SUBJECT.fullmatch(slug):
            return slug
        self.tell(
            cell.where,
            f"“{quote(cell.value)}” is no short name and no URN.",
            "A URN has six digits. A short name has small letters, digits and single hyphens, such as "
            "our-school.",
        )
        return None

    def date(self, cell: Content) -> Optional[str]:
        value = cell.value
        if isinstance(value, date) and _FIRST_YEAR <= value.year <= _LAST_YEAR:
            return (value.date() if isinstance(value, datetime) else value).isoformat()
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 36_526 <= value <= 73_050:
            # A date whose format was lost, such as by pasting values.
            return (_DAY_NOUGHT + timedelta(days=int(value))).isoformat()
        for form in _DATES:
            try:
                found = datetime.strptime(self.word(cell), form)
            except ValueError:
                continue
            if _FIRST_YEAR <= found.year <= _LAST_YEAR:
                return found.date().isoformat()
        self.tell(
            cell.where, f"“{quote(value)}” is no date.", "Type day, month and year, such as 31/01/2026."
        )
        return None

    def period(self, cell: Content) -> Optional[str]:
        found = _PERIOD.fullmatch(self.word(cell))
        if found and (int(found.group(1)) + 1) % 100 == int(found.group(2)):
            return f"{found.group(1)}-{found.group(2)}"
        self.tell(cell.where, f"“{quote(cell.value)}” is no school year.", "Type it like this: 2025-26.")
        return None

    def number(self, cell: Content) -> Optional[Union[int, float]]:
        value = cell.value
        if isinstance(value, str):
            try:
                value = float(value.strip().replace(",", "."))
            except ValueError:
                value = None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= 1e12:
            return int(value) if float(value).is_integer() else value
        self.tell(cell.where, f"“{quote(cell.value)}” is no number.", "Type a number, such as 12 or 0.5.")
        return None

    def count(self, cell: Content) -> Optional[int]:
        value = self.number(cell)
        if value is None or (isinstance(value, int) and value >= 0):
            return value  # type: ignore[return-value]
        self.tell(cell.where, f"“{quote(cell.value)}” is no count.", "Type a whole number, 0 or more.")
        return None


def told(value: Any) -> str:
    """A value as its cell shows it, more or less."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def quote(value: Any) -> str:
    """Short enough for a message, on one line."""
    text = " ".join(told(value).split())
    return text if len(text) <= 60 else text[:59] + "…"

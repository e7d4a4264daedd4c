"""Writes cells. Every text of a framework or a review goes through here, so that none becomes a formula."""

from datetime import date
from typing import Any, Dict, List, Optional

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from layout.choices import Option
from layout.identity import Identity
from layout.sheets import IDENTITY
from layout.texts import cut, escaped, is_too_long, writable

from . import looks

_STARTS_A_FORMULA = tuple("=+-@\t\r\n")


class Book:
    """What all sheets share while they are written: the lists, and what had to be left out."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.places = identity.first_rows()
        self.lost: List[Dict[str, str]] = []

    def column_of(self, options: str, letter: str) -> str:
        """A column of a list on the hidden sheet, for formulas and drop-downs."""
        first, last = self.places[options]
        return f"{IDENTITY}!${letter}${first}:${letter}${last}"

    def title_of(self, path: str) -> str:
        """What a criterion's row says."""
        return self.identity.criteria[path][0]

    def put(
        self,
        cell: Cell,
        value: Any,
        font: Optional[Font] = None,
        fill: Optional[PatternFill] = None,
        border: Optional[Border] = None,
        alignment: Alignment = looks.TOP,
    ) -> Cell:
        """A text, a number or a date, never a formula."""
        if isinstance(value, str):
            self._put_text(cell, value)
        else:
            cell.value = value
        return _dressed(cell, font, fill, border, alignment)

    def _put_text(self, cell: Cell, text: str) -> None:
        shown = writable(text)
        if len(shown) != len(text.replace("\r\n", "\n")):
            self._lose(cell, "Control characters, which no workbook can hold, are left out.")
        if is_too_long(shown):
            self._lose(
                cell, "This text is longer than the 32,767 characters that a cell holds; its end is left out."
            )
            shown = cut(shown)
        cell.value = escaped(shown)
        if shown:
            # openpyxl takes a text with an equals sign in front for a formula, and #N/A for an error.
            cell.data_type = "s"
        if shown.startswith(_STARTS_A_FORMULA):
            cell.quotePrefix = True

    def _lose(self, cell: Cell, what: str) -> None:
        self.lost.append({"what": what, "where": f"{cell.parent.title}!{cell.coordinate}"})

    def formula(
        self,
        cell: Cell,
        formula: str,
        font: Optional[Font] = None,
        fill: Optional[PatternFill] = None,
        border: Optional[Border] = None,
        alignment: Alignment = looks.TOP,
    ) -> Cell:
        """A formula of ours, without the equals sign."""
        cell.value = f"={formula}"
        return _dressed(cell, font, fill, border, alignment)

    def input(self, cell: Cell, value: Any = None, kind: str = "text") -> Cell:
        """A cell that people fill in. But for numbers and dates its format is text: 3/4 stays 3/4."""
        if kind == "date" and isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                pass  # what was written stays, and is told when it comes back
        self.put(cell, value, fill=looks.INPUT_FILL, border=looks.BOX)
        if kind == "date":
            cell.number_format = looks.DATE_FORMAT
        elif kind not in ("number", "count"):
            cell.number_format = looks.TEXT_FORMAT
        cell.protection = looks.OPEN
        return cell


class Validations:
    """The drop-downs and limits of a sheet: one each, for all the cells that share it."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self.known: Dict[str, DataValidation] = {}

    def choose(self, cell: Cell, options: str, strict: bool = True) -> None:
        """A drop-down; where it is not strict, other words may be typed as well."""
        if options not in self.known:
            shown: List[Option] = self.book.identity.lists[options]
            self._add(
                options,
                DataValidation(
                    type="list",
                    formula1=self.book.column_of(options, "D"),
                    allow_blank=True,
                    errorStyle="stop" if strict else "warning",
                    errorTitle="Please choose",
                    error="Choose one of the list (Alt and the down arrow open it), or leave the cell empty."
                    if strict
                    else "This is none of the list. Keep it only if no entry of the list fits.",
                    promptTitle="Choose from the list",
                    prompt=_prompt([option.shown for option in shown]),
                ),
            )
        self.known[options].add(cell)

    def date(self, cell: Cell) -> None:
        if "date" not in self.known:
            self._add(
                "date",
                DataValidation(
                    type="date",
                    operator="between",
                    formula1="36526",
                    formula2="73050",
                    allow_blank=True,
                    errorTitle="Please type a date",
                    error="A date between 2000 and 2099, such as 31/01/2026.",
                    promptTitle="Date",
                    prompt="Day, month and year, such as 31/01/2026.",
                ),
            )
        self.known["date"].add(cell)

    def period(self, cell: Cell) -> None:
        self._add(
            "period",
            DataValidation(
                type="textLength",
                operator="between",
                formula1="7",
                formula2="9",
                allow_blank=True,
                errorTitle="Please type a school year",
                error="A school year such as 2025-26.",
                promptTitle="School year",
                prompt="Such as 2025-26. Leave it empty where it is the year of the date.",
            ),
        ).add(cell)

    def number(self, cell: Cell, kind: str, least: Optional[float], most: Optional[float]) -> None:
        low = "0" if kind == "count" else "-1000000000000" if least is None else f"{least:g}"
        high = "1000000000000" if most is None else f"{most:g}"
        name = f"{kind} {low} {high}"
        if name not in self.known:
            said = "A whole number, 0 or more." if kind == "count" else "A number"
            if kind != "count":
                said += f" from {low} to {high}." if least is not None and most is not None else "."
            self._add(
                name,
                DataValidation(
                    type="whole" if kind == "count" else "decimal",
                    operator="between",
                    formula1=low,
                    formula2=high,
                    allow_blank=True,
                    errorTitle="Please type a number",
                    error=said,
                    promptTitle="Number",
                    prompt=said,
                ),
            )
        self.known[name].add(cell)

    def _add(self, name: str, validation: DataValidation) -> DataValidation:
        validation.showErrorMessage = validation.showInputMessage = True
        self.known[name] = validation
        self.sheet.add_data_validation(validation)
        return validation


def _prompt(entries: List[str]) -> str:
    """Spreadsheets show at most 255 characters beside a cell."""
    text = " · ".join(entries)
    return text if len(text) <= 255 else text[:254] + "…"


def _dressed(
    cell: Cell,
    font: Optional[Font],
    fill: Optional[PatternFill],
    border: Optional[Border],
    alignment: Alignment,
) -> Cell:
    cell.alignment = alignment
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    if border:
        cell.border = border
    return cell

"""How the sheets look: few colours, each with a border or a weight beside it, so that none speaks alone."""

from typing import Any, Sequence, Tuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_INK, _PALE, _INPUT, _RULE = "FF1F3A4D", "FFE6ECF0", "FFFFFBE3", "FF8796A1"

_line = Side(style="thin", color=_RULE)
_strong = Side(style="medium", color=_INK)

BOX = Border(left=_line, right=_line, top=_line, bottom=_line)
UNDER = Border(bottom=_strong)
INPUT_FILL = PatternFill("solid", fgColor=_INPUT)
HEAD_FILL = PatternFill("solid", fgColor=_INK)
GROUP_FILL = PatternFill("solid", fgColor=_PALE)


def _font(**look: Any) -> Font:
    return Font(name="Calibri", family=2, **{"size": 11, **look})


TITLE = _font(size=18, bold=True, color=_INK)
HEADING = _font(size=13, bold=True, color=_INK)
HEAD = _font(bold=True, color="FFFFFFFF")
BOLD = _font(bold=True)
HINT = _font(italic=True, color="FF44525C")
FIGURE = _font(size=14, bold=True)

TOP = Alignment(vertical="top", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
# Runs on over the empty cells beside it.
ONE_LINE = Alignment(vertical="top")
OPEN = Protection(locked=False)

TEXT_FORMAT = "@"
DATE_FORMAT = "d mmmm yyyy"


def indented(depth: int) -> Alignment:
    return Alignment(vertical="top", wrap_text=True, indent=min(depth, 6)) if depth else TOP


def protect(sheet: Worksheet) -> None:
    """Against slips, not against people: there is no password. Columns and rows may still be made wider."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def print_setup(sheet: Worksheet, title: str, head_row: int = 0) -> None:
    """A4 landscape, one page wide, the head of the table on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    # In a header an ampersand starts a code.
    sheet.oddHeader.left.text = title.replace("&", "&&")[:100]
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "&P / &N"
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"


def widths(sheet: Worksheet, **columns: float) -> None:
    """In characters, by column letter; nought hides a column."""
    for letter, width in columns.items():
        dimension = sheet.column_dimensions[letter]
        if width:
            dimension.width = width
        else:
            dimension.hidden = True


class _GrowingRow(RowDimension):
    """A row with a height to start with, which grows as somebody writes: openpyxl would fix it for good."""

    customHeight = False


def grow(sheet: Worksheet, row: int, texts: Sequence[Tuple[Any, float]], least: float = 15.0) -> None:
    """As high as the longest of these texts needs in its column; spreadsheet programs do not all find out
    themselves."""
    lines = 1
    for text, width in texts:
        if isinstance(text, str):
            # Words do not break, so that a line holds less than its width.
            lines = max(lines, sum(1 + int(len(line) / (width * 0.95)) for line in text.split("\n")))
    # 409 points is the highest that a row can be.
    sheet.row_dimensions[row] = _GrowingRow(sheet, index=row, ht=min(max(least, 15.0 * lines), 409))

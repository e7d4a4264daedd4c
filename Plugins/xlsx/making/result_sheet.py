"""The output sheet: what the review adds up to, following every choice as it is made."""

from typing import Dict, List, Optional, Tuple

from openpyxl.worksheet.worksheet import Worksheet

from layout.sheets import START
from outline.outline import KINDS, Criterion, Outline

from . import looks
from .cells import Book
from .shape import write_shape
from .working_sheet import Figure, Working
from .words import number

# Where the sheet says how much is answered; the first sheet repeats it.
COVERAGE_CELL = "$C$5"
# A row of dots shows at most so many points.
_DOTS = 10


def write_results(book: Book, sheet: Worksheet, outline: Outline, working: Working, subject_row: int) -> None:
    looks.widths(sheet, A=3, B=9, C=52, D=26, E=16, F=22, G=40)
    book.put(sheet["B2"], f"Results: {outline.title}", font=looks.TITLE, alignment=looks.ONE_LINE)
    sheet.row_dimensions[2].height = 30
    subject, name = f"'{START}'!$C${subject_row}", f"'{START}'!$C${subject_row + 1}"
    book.put(sheet["B3"], "Of", font=looks.BOLD)
    book.formula(
        sheet["C3"], f'IF({name}&""<>"",{name}&"",IF({subject}&""="","(nobody named yet)",{subject}&""))'
    )
    book.put(sheet["B4"], "By", font=looks.BOLD)
    book.put(sheet["C4"], KINDS[outline.kind])
    book.put(sheet["B5"], "So far", font=looks.BOLD)
    book.formula(sheet["C5"], _coverage(working, outline.judged))
    row = _overall(book, sheet, outline, working)
    row = write_shape(book, sheet, outline, working, row)
    _table(book, sheet, outline, working, row)
    looks.protect(sheet)
    looks.print_setup(sheet, outline.title)
    sheet.sheet_view.showGridLines = False


def _overall(book: Book, sheet: Worksheet, outline: Outline, working: Working) -> int:
    """The overall figure where the framework has one, and how it is made; else that there is none."""
    figure = working.overall()
    if figure is None or outline.overall is None:
        book.put(sheet["B6"], "Overall", font=looks.BOLD)
        book.put(
            sheet["C6"],
            "This framework makes no overall figure, so none is made here.",
            font=looks.HINT,
            alignment=looks.ONE_LINE,
        )
        return 8
    book.put(sheet["B6"], "Overall", font=looks.BOLD)
    book.formula(sheet["C6"], figure.text, font=looks.FIGURE)
    book.put(sheet["C7"], _how(outline), font=looks.HINT, alignment=looks.ONE_LINE)
    sheet["C6"].alignment = looks.ONE_LINE
    sheet.row_dimensions[6].height = 22
    return 9


_RULES: Dict[str, str] = {
    "median": "The point in the middle of the answers; of an even number it may lie between two points.",
    "mean": "The average of the answers. The points are an order; the steps between them may differ.",
    "mode": "The point chosen most often, or all that tie.",
    "min": "The lowest point among the answers.",
    "max": "The highest point among the answers.",
    "best-fit": "The highest point that at least half of the answers reach. It is a suggestion.",
    "weighted-mean": "The average of the parts, each by its weight.",
    "proportion": "How many of the answers are at a point that the framework names, or above it.",
    "distribution": "How often each point was chosen.",
}


def _how(outline: Outline) -> str:
    rule = outline.overall
    if rule is None:
        return ""
    said = _RULES.get(rule.name, "")
    if rule.name in ("distribution", "none"):
        return said
    return f"{said} It needs {number(round(rule.answered * 100, 2))} % of the answers."


def _coverage(working: Working, judged: List[Criterion]) -> str:
    """In Waymark's own words: 4 of 5 answered, 1 not reviewed."""
    codes = working.stretch(judged, "C")
    parts = f'COUNTIF({codes},">=0")&" of {len(judged)} answered"'
    for code, said in ((-2, "not applicable"), (-3, "not reviewed"), (-1, "missing")):
        count = f"COUNTIF({codes},{code})"
        parts += f'&IF({count}>0,", "&{count}&" {said}","")'
    return parts


def _table(book: Book, sheet: Worksheet, outline: Outline, working: Working, row: int) -> None:
    heads = ["Code", "Criterion", "Rating", "As dots", "Answered", "What it adds up to"]
    book.put(sheet.cell(row, 2), "Every criterion", font=looks.HEADING, alignment=looks.ONE_LINE)
    sheet.row_dimensions[row].height = 22
    row += 1
    if not working.figures:
        heads = heads[:4]
    for column, head in enumerate(heads, start=2):
        book.put(sheet.cell(row, column), head, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX)
    sheet.print_title_rows = f"{row}:{row}"
    for criterion in outline.criteria:
        row += 1
        groups = bool(criterion.children)
        font, fill = (looks.BOLD, looks.GROUP_FILL) if groups else (None, None)
        book.put(sheet.cell(row, 2), criterion.code, font=font, fill=fill, border=looks.BOX)
        book.put(
            sheet.cell(row, 3),
            book.title_of(criterion.path),
            font=font,
            fill=fill,
            border=looks.BOX,
            alignment=looks.indented(criterion.depth),
        )
        rating, dots, answered, figure = _row(outline, working, criterion)
        looks.grow(
            sheet, row, [(book.title_of(criterion.path), 52 - 2 * criterion.depth)], 30 if figure else 15
        )
        for column, formula in ((4, rating), (5, dots), (6, answered), (7, figure))[: len(heads) - 2]:
            cell = sheet.cell(row, column)
            if formula:
                book.formula(cell, formula, fill=fill, border=looks.BOX)
            else:
                book.put(cell, None, fill=fill, border=looks.BOX)


def _row(outline: Outline, working: Working, criterion: Criterion) -> Tuple[str, str, str, str]:
    """Formulas of a row's rating, dots, count of answers, and figure; empty where there is none."""
    if criterion.scale:
        shown, code = working.cell(criterion, "B"), working.cell(criterion, "C")
        rating = f'IF({shown}="","not answered",{shown})'
        size = len(criterion.scale.points)
        if not criterion.scale.is_ordered or size > _DOTS:
            return rating, "", "", ""
        return rating, f'IF({code}>=0,REPT("●",{code}+1)&REPT("○",{size - 1}-{code}),"")', "", ""
    figure: Optional[Figure] = working.figures.get(criterion.path)
    if figure is None:
        return "", "", "", ""
    return "", "", _coverage(working, criterion.judged()), figure.text

"""What is counted or measured beside the judgements."""

from typing import Any, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from layout.answers import Answers
from layout.fields import measures
from layout.sheets import MARKERS, MEASURE, MEASURES, VALUE
from outline.outline import Outline

from . import looks
from .cells import Book, Validations

HEAD_ROW = 2


def write_measures(book: Book, sheet: Worksheet, outline: Outline, answers: Answers) -> None:
    validations = Validations(book, sheet)
    looks.widths(sheet, A=0, B=50, C=22, D=26, E=60)
    book.put(sheet.cell(1, 1), MARKERS[MEASURES])
    for column, (key, head) in enumerate(
        [("", "Measure"), (VALUE, "Value"), ("", "Unit"), ("", "What it is")], start=2
    ):
        book.put(sheet.cell(1, column), key or None)
        book.put(sheet.cell(HEAD_ROW, column), head, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX)
    sheet.row_dimensions[1].hidden = True
    declared = {measure["id"]: measure for measure in outline.measures}
    for row, field in enumerate(measures(outline), start=HEAD_ROW + 1):
        measure: Mapping[str, Any] = declared[field.key[len(MEASURE) :].split("/")[0]]
        book.put(sheet.cell(row, 1), field.key)
        book.put(sheet.cell(row, 2), field.title, border=looks.BOX)
        cell = book.input(sheet.cell(row, 3), answers.cells.get(field.key), field.kind)
        book.put(sheet.cell(row, 4), measure.get("unit") or "", border=looks.BOX)
        book.put(sheet.cell(row, 5), measure.get("text") or "", border=looks.BOX)
        looks.grow(sheet, row, [(measure.get("text"), 60), (field.title, 50)])
        if field.options:
            validations.choose(cell, field.options)
        elif field.kind in ("number", "count"):
            validations.number(cell, field.kind, measure.get("atLeast"), measure.get("atMost"))
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    looks.protect(sheet)
    looks.print_setup(sheet, outline.title, HEAD_ROW)

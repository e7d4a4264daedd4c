"""What each point looks like for a criterion, with a cell that says whether it holds."""

from typing import Dict, List

from openpyxl.worksheet.worksheet import Worksheet

from layout.answers import Answers
from layout.sheets import HOLDS, MARKERS, STATEMENTS, TITLE, YES_NO
from outline.outline import Outline

from . import looks
from .cells import Book, Validations

HEAD_ROW = 2


def asked(outline: Outline) -> Dict[str, List[str]]:
    """Ids of statements by the path of their criterion: those of judged criteria."""
    return {c.path: [str(s["id"]) for s in c.statements] for c in outline.judged if c.statements}


def write_statements(book: Book, sheet: Worksheet, outline: Outline, answers: Answers) -> None:
    validations = Validations(book, sheet)
    looks.widths(sheet, A=0, B=34, C=20, D=88, E=14)
    book.put(sheet.cell(1, 1), MARKERS[STATEMENTS])
    for column, (key, head) in enumerate(
        [(TITLE, "Criterion"), ("", "Point"), ("", "Statement"), (HOLDS, "Does it hold?")], start=2
    ):
        book.put(sheet.cell(1, column), key or None)
        book.put(sheet.cell(HEAD_ROW, column), head, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX)
    sheet.row_dimensions[1].hidden = True
    row = HEAD_ROW
    for criterion in outline.judged:
        held = set(answers.held.get(criterion.path, []))
        names = {point.id: point.shown for point in criterion.scale.points} if criterion.scale else {}
        for statement in criterion.statements:
            row += 1
            name = str(statement["id"])
            book.put(sheet.cell(row, 1), f"{criterion.path}#{name}")
            book.put(sheet.cell(row, 2), book.title_of(criterion.path), border=looks.BOX)
            book.put(
                sheet.cell(row, 3), names.get(str(statement["at"]), str(statement["at"])), border=looks.BOX
            )
            book.put(sheet.cell(row, 4), statement["text"], border=looks.BOX)
            cell = book.input(sheet.cell(row, 5), "Yes" if name in held else None)
            validations.choose(cell, YES_NO)
            looks.grow(sheet, row, [(statement["text"], 88), (book.title_of(criterion.path), 34)])
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    looks.protect(sheet)
    looks.print_setup(sheet, outline.title, HEAD_ROW)

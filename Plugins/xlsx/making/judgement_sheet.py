"""The input sheet: one row a criterion, in the framework's order."""

from typing import List, Tuple

from openpyxl.worksheet.worksheet import Worksheet

from layout.answers import Answers
from layout.fields import scale_list
from layout.sheets import ACTIONS, CHALLENGE, EVIDENCE, JUDGEMENTS, MARKERS, POINT, TITLE
from outline.outline import Criterion, Outline

from . import looks
from .cells import Book, Validations

HEAD_ROW, FIRST_ROW = 2, 4
# Formulas look these columns up by their letters.
KEY_COLUMN, POINT_COLUMN = "A", "E"
_WIDTHS = {"B": 7.0, "C": 34.0, "D": 46.0, "E": 18.0, "F": 38.0, "G": 32.0, "H": 32.0}


def write_judgements(book: Book, sheet: Worksheet, outline: Outline, answers: Answers) -> None:
    validations = Validations(book, sheet)
    looks.widths(sheet, A=0, **_WIDTHS)
    if not any(_look_at(criterion) for criterion in outline.criteria):
        sheet.column_dimensions["D"].hidden = True
    _head(book, sheet, outline)
    for row, criterion in enumerate(outline.criteria, start=FIRST_ROW):
        _row(book, sheet, validations, row, criterion, outline, answers)
    if not outline.judged:
        sheet.column_dimensions[POINT_COLUMN].hidden = True
    sheet.freeze_panes = f"D{FIRST_ROW}"
    looks.protect(sheet)
    looks.print_setup(sheet, outline.title, HEAD_ROW)


def _head(book: Book, sheet: Worksheet, outline: Outline) -> None:
    usual: List[Tuple[str, str, str]] = [
        ("", "Code", ""),
        (TITLE, "Criterion", ""),
        ("", "What to look at", ""),
        (POINT, "Judgement", "Choose from the list."),
        (EVIDENCE, "Evidence", "What the judgement rests on."),
        (ACTIONS, "Actions", "What is to be done, by whom and until when. One a line."),
        (CHALLENGE, "Peers' comments", "What peers said to it."),
    ]
    book.put(sheet.cell(1, 1), MARKERS[JUDGEMENTS])
    for column, (key, title, hint) in enumerate(usual, start=2):
        own_title, own_hint = outline.boxes.get(key, (title, hint))
        book.put(sheet.cell(1, column), key or None)
        book.put(
            sheet.cell(HEAD_ROW, column), own_title, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX
        )
        book.put(sheet.cell(HEAD_ROW + 1, column), own_hint or hint, font=looks.HINT, border=looks.UNDER)
    sheet.row_dimensions[1].hidden = True
    for row in (HEAD_ROW, HEAD_ROW + 1):
        _grow(sheet, row)


def _grow(sheet: Worksheet, row: int) -> None:
    texts = [(sheet[f"{letter}{row}"].value, width) for letter, width in _WIDTHS.items()]
    looks.grow(sheet, row, texts, least=15.0 if row < FIRST_ROW else 30.0)


def _row(
    book: Book,
    sheet: Worksheet,
    validations: Validations,
    row: int,
    criterion: Criterion,
    outline: Outline,
    answers: Answers,
) -> None:
    groups = bool(criterion.children)
    font, fill = (looks.BOLD, looks.GROUP_FILL) if groups else (None, None)
    given = answers.judgements.get(criterion.path, {})
    book.put(sheet.cell(row, 1), criterion.path)
    book.put(sheet.cell(row, 2), criterion.code, font=font, fill=fill, border=looks.BOX)
    # The title stands here as the hidden sheet has it, so that a row that lost its key is noticed.
    book.put(
        sheet.cell(row, 3),
        book.title_of(criterion.path),
        font=font,
        fill=fill,
        border=looks.BOX,
        alignment=looks.indented(criterion.depth),
    )
    book.put(sheet.cell(row, 4), _look_at(criterion), fill=fill, border=looks.BOX)
    point = sheet.cell(row, 5)
    if criterion.scale:
        book.input(point, given.get(POINT))
        validations.choose(point, scale_list(criterion.scale.id))
    else:
        book.put(point, None, fill=fill, border=looks.BOX)
    for column, box in ((6, EVIDENCE), (7, ACTIONS), (8, CHALLENGE)):
        cell = book.input(sheet.cell(row, column), given.get(box))
        if groups and not criterion.scale:
            # Words may stand beside a heading too, but nobody is asked for them.
            cell.fill = looks.GROUP_FILL
    _grow(sheet, row)


def _look_at(criterion: Criterion) -> str:
    lines = [criterion.text] if criterion.text else []
    lines += [f"• {prompt}" for prompt in criterion.prompts]
    if criterion.is_conditional:
        lines.append("(Asked only where it applies: leave it empty otherwise.)")
    return "\n".join(lines)

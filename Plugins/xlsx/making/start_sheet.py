"""The first sheet: what this is, how to fill it in, and who reviews whom."""

from typing import List

from openpyxl.worksheet.worksheet import Worksheet

from layout.answers import Answers
from layout.fields import about, team_facts
from layout.identity import Field
from layout.sheets import MARKERS, RESULTS, ROLE, SCHOOL, START, TEAM, VALUE
from outline.outline import KINDS, Outline

from . import looks
from .cells import Book, Validations
from .result_sheet import COVERAGE_CELL

_PEOPLE = 12
_FIRST_FACT = 6


def write_start(book: Book, sheet: Worksheet, outline: Outline, answers: Answers, sheets: List[str]) -> int:
    """Gives the row of the subject's short name; its name stands right below."""
    facts = team_facts(outline)
    validations = Validations(book, sheet)
    _columns(book, sheet, facts)
    row = _title(book, sheet, outline)
    row = _steps(book, sheet, outline, row, sheets)
    subject_row = row + 1
    row = _about(book, sheet, validations, outline, answers, row)
    _team(book, sheet, validations, outline, answers, facts, row)
    looks.protect(sheet)
    looks.print_setup(sheet, outline.title)
    sheet.page_setup.fitToHeight = 1
    sheet.sheet_view.showGridLines = False
    return subject_row


def _columns(book: Book, sheet: Worksheet, facts: List[Field]) -> None:
    keys = {1: MARKERS[START], 3: VALUE, 4: ROLE, 5: SCHOOL}
    for place, fact in enumerate(facts):
        keys[_FIRST_FACT + place] = fact.key[len("team/") :]
    for column, key in keys.items():
        book.put(sheet.cell(1, column), key)
    sheet.row_dimensions[1].hidden = True
    looks.widths(sheet, A=0, B=40, C=44, D=34, E=26)
    for place in range(len(facts)):
        sheet.column_dimensions[sheet.cell(1, _FIRST_FACT + place).column_letter].width = 18


def _title(book: Book, sheet: Worksheet, outline: Outline) -> int:
    book.put(sheet["B2"], outline.title, font=looks.TITLE, alignment=looks.ONE_LINE)
    sheet.row_dimensions[2].height = 30
    says = [
        ("What this is", f"{KINDS[outline.kind]} against this framework"),
        ("Framework", f"{outline.reference}"),
        ("Digest of its content", outline.digest),
    ]
    for place, (name, text) in enumerate(says, start=3):
        book.put(sheet.cell(place, 2), name, font=looks.BOLD)
        book.put(sheet.cell(place, 3), text, alignment=looks.ONE_LINE)
    return 7


def _steps(book: Book, sheet: Worksheet, outline: Outline, row: int, sheets: List[str]) -> int:
    book.put(sheet.cell(row, 2), "How to fill it in", font=looks.HEADING)
    mark = (
        "On the sheet “Judgements”, choose a judgement from the list in each pale cell with a border, and "
        "write what "
        "it rests on."
        if outline.judged
        else f"On the sheet “Judgements”, write beside each criterion. In this framework a "
        f"{KINDS[outline.kind].lower()} gives no marks."
    )
    steps = [
        "Fill in the cells below. Only cells with a pale background and a border can be changed; the "
        "sheets have no "
        "password.",
        mark,
        "“Not applicable” takes a criterion out of the figures; “Not reviewed” leaves it open. An empty "
        "cell counts as "
        "not answered yet."
        if outline.judged
        else "",
        "Write one action a line: Alt and Enter start a new line within a cell.",
        "On the sheet “Statements”, say yes to those that hold, if that helps you to judge."
        if "Statements" in sheets
        else "",
        "On the sheet “Measures”, enter what was counted or measured." if "Measures" in sheets else "",
        f"The sheet “{RESULTS}” follows what you choose, also without the internet."
        if outline.judged
        else "",
        "Save the workbook as it is (.xlsx) and give it back. Names of people and schools stay with those "
        "who may "
        "see the review.",
    ]
    for number, step in enumerate((step for step in steps if step), start=1):
        row += 1
        book.put(sheet.cell(row, 2), f"{number}. {step}")
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
        looks.grow(sheet, row, [(step, 135)])
    if outline.judged:
        row += 1
        book.formula(sheet.cell(row, 2), f'"So far: "&{RESULTS}!{COVERAGE_CELL}', font=looks.BOLD)
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
    return row + 2


def _about(
    book: Book, sheet: Worksheet, validations: Validations, outline: Outline, answers: Answers, row: int
) -> int:
    book.put(sheet.cell(row, 2), "About this review", font=looks.HEADING, alignment=looks.ONE_LINE)
    for field in about(outline):
        row += 1
        book.put(sheet.cell(row, 1), field.key)
        book.put(sheet.cell(row, 2), field.title)
        value = answers.cells.get(field.key)
        if field.key == "status" and value is None:
            value = "Draft"
        cell = book.input(sheet.cell(row, 3), value, field.kind)
        cell.alignment = looks.LEFT
        looks.grow(sheet, row, [(value, 44), (field.title, 38)])
        if field.options:
            validations.choose(cell, field.options)
        elif field.kind == "date":
            validations.date(cell)
        elif field.kind == "period":
            validations.period(cell)
        elif field.kind == "number":
            validations.number(cell, "number", None, None)
        hint = _HINTS.get(field.key)
        if hint:
            book.put(sheet.cell(row, 4), hint, font=looks.HINT, alignment=looks.ONE_LINE)
    return row + 2


_HINTS = {
    "subject/id": "Six digits, or small letters and hyphens: our-school. It must be there.",
    "subject/name": "It never leaves your partnership.",
    "period": "Such as 2025-26; leave it empty where it is the year of the date.",
    "status": "Agreed, once all who made it stand behind it.",
}


def _team(
    book: Book,
    sheet: Worksheet,
    validations: Validations,
    outline: Outline,
    answers: Answers,
    facts: List[Field],
    row: int,
) -> None:
    book.put(sheet.cell(row, 2), "Who made it", font=looks.HEADING, alignment=looks.ONE_LINE)
    row += 1
    heads = ["", "Name", "Role", "Short name or URN of their school"] + [fact.title for fact in facts]
    for column, head in enumerate(heads, start=2):
        book.put(sheet.cell(row, column), head, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX)
    looks.grow(sheet, row, [("Short name or URN of their school", 24)] + [(fact.title, 16) for fact in facts])
    for place in range(max(_PEOPLE, len(answers.team) + 4)):
        row += 1
        member = answers.team[place] if place < len(answers.team) else {}
        book.put(sheet.cell(row, 1), f"{TEAM}{place + 1}")
        book.put(sheet.cell(row, 2), f"Person {place + 1}")
        book.input(sheet.cell(row, 3), member.get(VALUE))
        role = book.input(sheet.cell(row, 4), member.get(ROLE))
        if outline.roles:
            validations.choose(role, "roles", strict=False)
        book.input(sheet.cell(row, 5), member.get(SCHOOL), "id")
        for column, fact in enumerate(facts, start=_FIRST_FACT):
            cell = book.input(sheet.cell(row, column), member.get(fact.key[len("team/") :]), fact.kind)
            if fact.options:
                validations.choose(cell, fact.options)
            elif fact.kind == "date":
                validations.date(cell)

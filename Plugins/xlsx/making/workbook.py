"""Puts a workbook together."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from layout.answers import Answers, answers_of
from layout.fields import identity_of
from layout.identity import seal
from layout.sheets import IDENTITY, JUDGEMENTS, MEASURES, RESULTS, START, STATEMENTS, WORKING
from layout.texts import writable
from outline.outline import KINDS, Outline, read_outline

from .cells import Book
from .judgement_sheet import write_judgements
from .measure_sheet import write_measures
from .result_sheet import write_results
from .start_sheet import write_start
from .statement_sheet import asked, write_statements
from .working_sheet import Working


def make_workbook(
    path: Path, framework: Mapping[str, Any], kind: str, review: Optional[Mapping[str, Any]] = None
) -> List[Dict[str, str]]:
    """Writes a workbook, blank or filled in from a review; gives what it could not hold."""
    outline = read_outline(framework, kind)
    identity = identity_of(outline)
    statements = asked(outline)
    answers = answers_of(review, identity, statements) if review else Answers()
    identity.rest = answers.rest
    book = Book(identity)
    workbook = Workbook()
    unknown = _write_sheets(workbook, book, outline, answers, bool(statements))
    _write_identity(book, workbook.create_sheet(IDENTITY))
    workbook.security = WorkbookProtection(lockStructure=True)
    workbook.calculation.fullCalcOnLoad = True
    properties = workbook.properties
    properties.creator, properties.language = "Waymark", outline.language
    properties.title = writable(f"{outline.title}: {KINDS[outline.kind]}")
    workbook.save(path)
    return book.lost + _left_out(outline, unknown)


def _write_sheets(
    workbook: Workbook, book: Book, outline: Outline, answers: Answers, has_statements: bool
) -> List[str]:
    """The sheets that people see, in their order; gives the rules that no formula was found for."""
    start, judgements = workbook.active, workbook.create_sheet(JUDGEMENTS)
    start.title = START
    if has_statements:
        write_statements(book, workbook.create_sheet(STATEMENTS), outline, answers)
    if outline.measures:
        write_measures(book, workbook.create_sheet(MEASURES), outline, answers)
    subject_row = write_start(book, start, outline, answers, workbook.sheetnames)
    write_judgements(book, judgements, outline, answers)
    if not outline.judged:
        return []
    results, hidden = workbook.create_sheet(RESULTS), workbook.create_sheet(WORKING)
    working = Working(book, hidden, outline)
    write_results(book, results, outline, working, subject_row)
    hidden.sheet_state = "hidden"
    hidden.protection.sheet = True
    return working.unknown


def _write_identity(book: Book, sheet: Worksheet) -> None:
    """Last, so that the seal is over what was really written."""
    rows = book.identity.rows()
    for place, row in enumerate(rows + [["seal", seal(rows)]], start=1):
        for column, value in enumerate(row, start=1):
            book.put(sheet.cell(place, column), value)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _left_out(outline: Outline, unknown: List[str]) -> List[Dict[str, str]]:
    lost: List[Dict[str, str]] = []
    if outline.has_rules:
        lost.append(
            {
                "what": "The framework's own rules are not checked in the workbook; Waymark checks them when "
                "it comes back."
            }
        )
    for criterion in outline.judged:
        if criterion.is_conditional:
            lost.append(
                {
                    "what": "Whether this is asked of the subject is not worked out in the workbook; where "
                    "it is not, the cell stays empty and counts as missing there.",
                    "where": criterion.path,
                }
            )
    for rule in sorted(set(unknown)):
        lost.append({"what": f"The figures of the rule “{rule}” are not worked out in the workbook."})
    return lost

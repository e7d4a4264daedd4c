"""A filled workbook as a review."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from layout.identity import Identity, read_identity
from layout.sheets import (
    ACTIONS,
    CHALLENGE,
    EVIDENCE,
    HOLDS,
    JUDGEMENTS,
    POINT,
    START,
    STATEMENTS,
    TITLE,
    YES_NO,
)
from layout.texts import parted

from .about import AboutReader
from .advice import FRESH
from .framework import check_framework
from .guard import refuse
from .rows import Rows
from .tables import Content, Row, Table, Tables, read_tables
from .values import Values, quote


def read_review(path: Path, framework: Optional[Mapping[str, Any]]) -> Dict[str, Any]:
    """The answer of the hook: the review, or the mistakes that stand in its way."""
    tables = read_tables(path)
    identity = _identity(tables)
    reader = ReviewReader(identity, tables.sheets)
    check_framework(identity, framework, reader.values)
    review = reader.read()
    reviews = [] if reader.values.has_errors else [review]
    return {"reviews": reviews, "mistakes": reader.values.mistakes, "lost": []}


def _identity(tables: Tables) -> Identity:
    if tables.identity is None:
        if tables.sheets:
            raise refuse(
                "The hidden sheet “Waymark” is missing, which says what each row is about.",
                "Give back the workbook itself, not single sheets of it. " + FRESH,
            )
        names = ", ".join(f"“{quote(name)}”" for name in tables.names[:5])
        raise refuse(
            f"This workbook was not made by Waymark. Its sheets are {names}.",
            "Fill in a workbook that Waymark made of the framework.",
        )
    try:
        identity = read_identity(tables.identity)
    except (ValueError, KeyError, IndexError) as problem:
        raise refuse(
            "The hidden sheet “Waymark” of this workbook was changed or is damaged.", FRESH
        ) from problem
    missing = [name for name in (START, JUDGEMENTS) if name not in tables.sheets]
    if missing:
        raise refuse(f"The sheet “{missing[0]}” is missing, or its hidden first row.", FRESH)
    return identity


class ReviewReader:
    def __init__(self, identity: Identity, sheets: Mapping[str, Table]) -> None:
        self.identity = identity
        self.values = Values()
        self.rows = Rows(sheets, self.values)

    def read(self) -> Dict[str, Any]:
        facts = self.identity.facts
        review: Dict[str, Any] = {
            "schema": "waymark.review/1",
            "framework": {"id": facts["framework"], "version": facts["version"], "digest": facts["digest"]},
            "kind": facts["kind"],
            **AboutReader(self.identity, self.rows, self.values).read(),
            "judgements": self._judgements(),
        }
        # What has a cell is what the cell says; the hidden sheet adds only what has none.
        for key, value in self.identity.rest.get("top", {}).items():
            if key not in self.identity.fields:
                review.setdefault(key, value)
        return {key: value for key, value in review.items() if value not in ({}, []) or key == "judgements"}

    def _judgements(self) -> Dict[str, Any]:
        held = self._held()
        left: Dict[str, Any] = self.identity.rest.get("judgements", {})
        self.rows.check_strays(JUDGEMENTS)
        rows = {row.key: row for row in self.rows.of(JUDGEMENTS) if row.key in self.identity.criteria}
        judgements: Dict[str, Any] = {}
        for path in self.identity.criteria:
            if path not in rows:
                self.values.tell(
                    self.rows.title(JUDGEMENTS),
                    f"The row of “{quote(self.identity.criteria[path][0])}” is missing.",
                    FRESH,
                )
                continue
            judgement = self._judgement(path, rows[path])
            extra = self._without_cells(path, left.get(path, {}))
            statements = held.get(path, []) + extra.get("statements", [])
            if statements:
                judgement["statements"] = statements
            judgement.update({key: value for key, value in extra.items() if key != "statements"})
            if judgement:
                judgements[path] = judgement
        judgements.update({path: value for path, value in left.items() if path not in self.identity.criteria})
        return judgements

    def _judgement(self, path: str, row: Row) -> Dict[str, Any]:
        title, options = self.identity.criteria[path]
        shown = row.get(TITLE)
        if not shown.is_empty and str(shown.value).strip() != title.strip() and not row.is_blank:
            self.values.tell(
                shown.where,
                f"This row says “{quote(shown.value)}”, but it is the row of "
                f"“{quote(title)}”: perhaps only some columns were sorted.",
                "Sort whole rows, with the hidden column A, or " + FRESH[0].lower() + FRESH[1:],
            )
        judgement: Dict[str, Any] = {}
        point = row.get(POINT)
        if options:
            self._set(judgement, POINT, self.values.read(point, "choice", self.identity.points(path)))
        elif not point.is_empty:
            self.values.tell(
                point.where,
                "This is not judged in this kind of review.",
                "Empty the cell; write words beside it instead.",
            )
        for box in (EVIDENCE, CHALLENGE):
            self._set(judgement, box, self.values.read(row.get(box), "text", []))
        actions: Optional[str] = self.values.read(row.get(ACTIONS), "text", [])
        self._set(judgement, ACTIONS, parted(actions) if actions else None)
        return judgement

    def _without_cells(self, path: str, left: Mapping[str, Any]) -> Dict[str, Any]:
        """What the hidden sheet may add to a row: nothing that could be seen there and was not."""
        shown = {EVIDENCE, ACTIONS, CHALLENGE} | ({POINT} if self.identity.criteria[path][1] else set())
        return {key: value for key, value in left.items() if key not in shown}

    @staticmethod
    def _set(judgement: Dict[str, Any], box: str, value: Any) -> None:
        if value is not None:
            judgement[box] = value

    def _held(self) -> Dict[str, List[str]]:
        held: Dict[str, List[str]] = {}
        for row in self.rows.of(STATEMENTS):
            path, _, statement = row.key.partition("#")
            cell: Content = row.get(HOLDS)
            if path in self.identity.criteria and statement and not cell.is_empty:
                if str(cell.value).strip().casefold() in ("x", "✓", "✔", "1"):
                    holds = True
                else:
                    holds = self.values.read(cell, YES_NO, self.identity.lists.get(YES_NO, []))
                if holds:
                    held.setdefault(path, []).append(statement)
        return held

"""A filled workbook as a review."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple

from layout.identity import Identity, read_identity
from layout.sheets import (
    ACTIONS,
    AGREEMENT,
    CHALLENGE,
    EVIDENCE,
    FACT,
    HOLDS,
    JUDGEMENTS,
    MEASURE,
    MEASURES,
    NAME,
    POINT,
    ROLE,
    SCHOOL,
    START,
    STATEMENTS,
    TEAM,
    TITLE,
    VALUE,
    YES_NO,
)
from layout.texts import parted

from .framework import check_framework
from .guard import refuse
from .tables import Content, Row, Table, Tables, read_tables
from .values import Values, quote

_FRESH = "Make a fresh workbook of the framework and copy the answers into it."


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
                "Give back the workbook itself, not single sheets of it. " + _FRESH,
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
            "The hidden sheet “Waymark” of this workbook was changed or is damaged.", _FRESH
        ) from problem
    missing = [name for name in (START, JUDGEMENTS) if name not in tables.sheets]
    if missing:
        raise refuse(f"The sheet “{missing[0]}” is missing, or its hidden first row.", _FRESH)
    return identity


class ReviewReader:
    def __init__(self, identity: Identity, sheets: Mapping[str, Table]) -> None:
        self.identity = identity
        self.sheets = sheets
        self.values = Values()

    def read(self) -> Dict[str, Any]:
        facts, rest = self.identity.facts, self.identity.rest
        about, team = self._start()
        cells = {**about, **self._measures()}
        review: Dict[str, Any] = {
            "schema": "waymark.review/1",
            "framework": {"id": facts["framework"], "version": facts["version"], "digest": facts["digest"]},
            "kind": facts["kind"],
            "subject": self._subject(cells),
        }
        for key in ("status", "date", "period", "occasion"):
            if key in cells:
                review[key] = cells[key]
        review["team"] = team
        review["measures"] = self._found_measures(cells)
        review["agreements"] = self._agreements(cells)
        review["judgements"] = self._judgements()
        if "note" in cells:
            review["note"] = cells["note"]
        review.update(rest.get("top", {}))
        return {key: value for key, value in review.items() if value not in ({}, []) or key == "judgements"}

    def _rows(self, sheet: str) -> List[Row]:
        """The rows of a sheet, each key once."""
        table = self.sheets.get(sheet)
        if table is None:
            return []
        seen: Dict[str, Row] = {}
        for row in table.rows:
            if row.key in seen and not row.is_blank and not seen[row.key].is_blank:
                self.values.tell(
                    row.where,
                    f"This row says the same as row {_number(seen[row.key])}, so it is not "
                    "clear which counts.",
                    "Keep one of the two and empty the other.",
                )
            elif row.key not in seen or not row.is_blank:
                seen[row.key] = row
        return list(seen.values())

    def _check_strays(self, table: Table) -> None:
        """Answers in rows that somebody added. The headings stand above the first row with a key."""
        first = min((_number(row) for row in table.rows), default=0)
        for row in table.strays:
            filled = next(
                (cell for key, cell in row.cells.items() if key != TITLE and not cell.is_empty), None
            )
            if filled and first and _number(row) > first:
                self.values.tell(
                    filled.where,
                    "This row belongs to no criterion, so what it says would be lost.",
                    "Move what it says to the row of its criterion; rows cannot be added.",
                )

    def _start(self) -> Tuple[Dict[str, Any], List[Dict[str, Any]]]:
        cells: Dict[str, Any] = {}
        people: List[Row] = []
        for row in self._rows(START):
            field = self.identity.fields.get(row.key)
            if field:
                value = self.values.read(
                    row.get(VALUE), field.kind, self.identity.lists.get(field.options, [])
                )
                if value is not None:
                    cells[field.key] = value
                elif field.key == "subject/id" and row.get(VALUE).is_empty:
                    self.values.tell(
                        f"{self.sheets[START].title}!C{_number(row)}",
                        f"{field.title} is missing.",
                        "Type six digits, or small letters and hyphens, such as our-school.",
                    )
            elif row.key.startswith(TEAM):
                people.append(row)
        if not any(row.key == "subject/id" for row in self.sheets[START].rows):
            self.values.tell(
                self.sheets[START].title, "The row that says who is reviewed is missing.", _FRESH
            )
        cells.setdefault("status", "draft")
        people.sort(key=lambda row: (len(row.key), row.key))
        return cells, [member for member in map(self._member, people) if member]

    def _member(self, row: Row) -> Optional[Dict[str, Any]]:
        extra = (
            self.identity.rest.get("team", {}).get(str(int(row.key[len(TEAM) :] or 0) - 1), {})
            if row.key[len(TEAM) :].isdigit()
            else {}
        )
        name = self.values.read(row.get(NAME), "text", [])
        if name is None:
            filled = next((cell for cell in row.cells.values() if not cell.is_empty), None)
            if filled and row.get(NAME).is_empty:
                self.values.tell(
                    filled.where,
                    "Somebody of the team has no name.",
                    "Type a name in this row, or empty the row.",
                )
            return None
        member: Dict[str, Any] = {"name": name}
        role = self.values.read(row.get(ROLE), "text", [])
        if role is not None:
            member["role"] = self._role(role)
        school = self.values.read(row.get(SCHOOL), "id", [])
        if school is not None:
            member["school"] = school
        facts: Dict[str, Any] = {}
        for column, cell in row.cells.items():
            field = self.identity.fields.get(f"team/{column}") if column.startswith(FACT) else None
            if field:
                value = self.values.read(cell, field.kind, self.identity.lists.get(field.options, []))
                if value is not None:
                    facts[column[len(FACT) :]] = value
        facts.update(extra.get("facts", {}))
        return {
            **member,
            **({"facts": facts} if facts else {}),
            **{k: v for k, v in extra.items() if k != "facts"},
        }

    def _role(self, role: str) -> str:
        """Its id where the title was chosen; other words stay, since a review may name other roles."""
        same = [o.id for o in self.identity.lists.get("roles", []) if role.strip() in (o.shown, o.id)]
        return same[0] if same else role

    def _subject(self, cells: Dict[str, Any]) -> Dict[str, Any]:
        subject = {
            key[len("subject/") :]: value for key, value in cells.items() if key.startswith("subject/")
        }
        facts = {key[len(FACT) :]: value for key, value in cells.items() if key.startswith(FACT)}
        left = self.identity.rest.get("subject", {})
        facts.update(left.get("facts", {}))
        subject.update({key: value for key, value in left.items() if key != "facts"})
        return {**subject, "facts": facts} if facts else subject

    def _agreements(self, cells: Dict[str, Any]) -> List[Dict[str, Any]]:
        agreements: Dict[str, Dict[str, Any]] = {}
        for field in self.identity.fields.values():
            if field.key.startswith(AGREEMENT) and field.key in cells:
                name, date = field.key[len(AGREEMENT) :].rsplit("/", 1)
                agreements.setdefault(name, {"id": name})[date] = cells[field.key]
        return list(agreements.values()) + list(self.identity.rest.get("agreements", []))

    def _measures(self) -> Dict[str, Any]:
        cells: Dict[str, Any] = {}
        for row in self._rows(MEASURES):
            field = self.identity.fields.get(row.key)
            if field:
                value = self.values.read(
                    row.get(VALUE), field.kind, self.identity.lists.get(field.options, [])
                )
                if value is not None:
                    cells[field.key] = value
        return cells

    def _found_measures(self, cells: Dict[str, Any]) -> Dict[str, Any]:
        found: Dict[str, Any] = {}
        for key, value in cells.items():
            if key.startswith(MEASURE):
                name, _, point = key[len(MEASURE) :].partition("/")
                if point:
                    found.setdefault(name, {})[point] = value
                else:
                    found[name] = value
        for name, value in self.identity.rest.get("measures", {}).items():
            if isinstance(value, dict) and isinstance(found.get(name), dict):
                found[name].update(value)
            else:
                found.setdefault(name, value)
        return found

    def _judgements(self) -> Dict[str, Any]:
        held = self._held()
        left: Dict[str, Any] = self.identity.rest.get("judgements", {})
        self._check_strays(self.sheets[JUDGEMENTS])
        rows = {row.key: row for row in self._rows(JUDGEMENTS) if row.key in self.identity.criteria}
        judgements: Dict[str, Any] = {}
        for path in self.identity.criteria:
            if path not in rows:
                self.values.tell(
                    self.sheets[JUDGEMENTS].title,
                    f"The row of “{quote(self.identity.criteria[path][0])}” is missing.",
                    _FRESH,
                )
                continue
            judgement = self._judgement(path, rows[path])
            extra = left.get(path, {})
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
                "Sort whole rows, with the hidden column A, or " + _FRESH[0].lower() + _FRESH[1:],
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

    @staticmethod
    def _set(judgement: Dict[str, Any], box: str, value: Any) -> None:
        if value is not None:
            judgement[box] = value

    def _held(self) -> Dict[str, List[str]]:
        held: Dict[str, List[str]] = {}
        for row in self._rows(STATEMENTS):
            path, _, statement = row.key.partition("#")
            cell: Content = row.get(HOLDS)
            if path in self.identity.criteria and statement and not cell.is_empty:
                if str(cell.value).strip().casefold() in ("x", "✓", "✔", "1"):
                    holds = True
                else:
                    holds = self.values.read(cell, YES_NO, self.identity.lists[YES_NO])
                if holds:
                    held.setdefault(path, []).append(statement)
        return held


def _number(row: Row) -> int:
    return int(row.where.rpartition("!A")[2])

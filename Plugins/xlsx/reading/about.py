"""The first sheet and the sheet of measures: who is reviewed by whom, when, and what was counted."""

from typing import Any, Dict, List, Optional, Tuple

from layout.identity import Identity
from layout.sheets import AGREEMENT, FACT, MEASURE, MEASURES, NAME, ROLE, SCHOOL, START, TEAM, VALUE

from .advice import FRESH
from .rows import Rows
from .tables import Row
from .values import Values


class AboutReader:
    def __init__(self, identity: Identity, rows: Rows, values: Values) -> None:
        self.identity = identity
        self.rows = rows
        self.values = values

    def read(self) -> Dict[str, Any]:
        """The parts of a review besides its judgements."""
        about, team = self._start()
        cells = {**about, **self._measures()}
        review: Dict[str, Any] = {"subject": self._subject(cells)}
        for key in ("status", "date", "period", "occasion", "note"):
            if key in cells:
                review[key] = cells[key]
        review["team"] = team
        review["measures"] = self._found_measures(cells)
        review["agreements"] = self._agreements(cells)
        return review

    def _start(self) -> Tuple[Dict[str, Any], List[Dict[str, Any]]]:
        cells: Dict[str, Any] = {}
        people: List[Row] = []
        for row in self.rows.of(START):
            field = self.identity.fields.get(row.key)
            if field:
                value = self.values.read(
                    row.get(VALUE), field.kind, self.identity.lists.get(field.options, [])
                )
                if value is not None:
                    cells[field.key] = value
                elif field.key == "subject/id" and row.get(VALUE).is_empty:
                    self.values.tell(
                        row.where.replace("!A", "!C"),
                        f"{field.title} is missing.",
                        "Type six digits, or small letters and hyphens, such as our-school.",
                    )
            elif row.key.startswith(TEAM):
                people.append(row)
        if not any(row.key == "subject/id" for row in self.rows.of(START)):
            self.values.tell(self.rows.title(START), "The row that says who is reviewed is missing.", FRESH)
        cells.setdefault("status", "draft")
        people.sort(key=lambda row: (len(row.key), row.key))
        return cells, [member for member in map(self._member, people) if member]

    def _member(self, row: Row) -> Optional[Dict[str, Any]]:
        place = row.key[len(TEAM) :]
        left = self.identity.rest.get("team", {}).get(str(int(place) - 1) if place.isdigit() else "", {})
        # What has a cell is what the cell says.
        extra = {key: value for key, value in left.items() if key not in ("name", "role", "school")}
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
        shown = {field.key for field in self.identity.fields.values()}
        left = {k: v for k, v in self.identity.rest.get("subject", {}).items() if f"subject/{k}" not in shown}
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
        for row in self.rows.of(MEASURES):
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

"""A review as the cells of a workbook, and what of it no cell shows."""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping

from .choices import find
from .identity import Field, Identity
from .sheets import ACTIONS, AGREEMENT, CHALLENGE, EVIDENCE, FACT, MEASURE, POINT
from .texts import joined


@dataclass
class Answers:
    """`cells` by key; `team` by column, one a person; `judgements` by path and column; `held` statements by
    path."""

    cells: Dict[str, Any] = field(default_factory=dict)
    team: List[Dict[str, Any]] = field(default_factory=list)
    judgements: Dict[str, Dict[str, Any]] = field(default_factory=dict)
    held: Dict[str, List[str]] = field(default_factory=dict)
    rest: Dict[str, Any] = field(default_factory=dict)


def answers_of(review: Mapping[str, Any], identity: Identity, statements: Mapping[str, List[str]]) -> Answers:
    """Takes a review apart. `statements` are those that the workbook asks about, by the criterion's path."""
    return _Taking(identity, statements).take(review)


class _Taking:
    def __init__(self, identity: Identity, statements: Mapping[str, List[str]]) -> None:
        self.identity = identity
        self.statements = statements
        self.answers = Answers()

    def take(self, review: Mapping[str, Any]) -> Answers:
        shown = {"schema", "framework", "kind", "subject", "team", "measures", "agreements", "judgements"}
        shown.add("through")  # Waymark's own stamp on what came through a plugin; it makes a new one
        self.keep(
            "top",
            {key: value for key, value in review.items() if key not in shown and not self.put(key, value)},
        )
        self.take_subject(review.get("subject") or {})
        self.take_agreements(review.get("agreements") or [])
        self.take_team(review.get("team") or [])
        for measure, value in (review.get("measures") or {}).items():
            if isinstance(value, Mapping):
                left = {p: n for p, n in value.items() if not self.put(f"{MEASURE}{measure}/{p}", n)}
                # A mapping that nothing was counted in is still an answer.
                kept = left if left or not value else None
            else:
                kept = None if self.put(f"{MEASURE}{measure}", value) else value
            if kept is not None:
                self.answers.rest.setdefault("measures", {})[measure] = kept
        for path, judgement in (review.get("judgements") or {}).items():
            self.take_judgement(path, judgement or {})
        return self.answers

    def put(self, key: str, value: Any) -> bool:
        """Whether there is a cell for it."""
        known = self.identity.fields.get(key)
        if known is None or value is None:
            return value is None
        self.answers.cells[key] = self.shown(known, value)
        return True

    def shown(self, cell: Field, value: Any) -> Any:
        if cell.options:
            option = find(self.identity.lists[cell.options], value)
            return option.shown if option else str(value)
        return value

    def keep(self, where: str, left: Mapping[str, Any]) -> None:
        if left:
            self.answers.rest[where] = dict(left)

    def take_subject(self, subject: Mapping[str, Any]) -> None:
        left = {k: v for k, v in subject.items() if k != "facts" and not self.put(f"subject/{k}", v)}
        facts = subject.get("facts") or {}
        unknown = {name: value for name, value in facts.items() if not self.put(f"{FACT}{name}", value)}
        self.keep("subject", {**left, "facts": unknown} if unknown else left)

    def take_agreements(self, agreements: List[Mapping[str, Any]]) -> None:
        left: List[Any] = []
        for agreement in agreements:
            key = f"{AGREEMENT}{agreement.get('id')}"
            dates = {name: agreement[name] for name in ("signed", "until") if agreement.get(name)}
            known = f"{key}/signed" in self.identity.fields and set(agreement) <= {"id", "signed", "until"}
            seen = any(f"{key}/{name}" in self.answers.cells for name in ("signed", "until"))
            if known and dates and not seen:
                for name, date in dates.items():
                    self.put(f"{key}/{name}", date)
            else:
                left.append(agreement)
        if left:
            self.answers.rest["agreements"] = left

    def take_team(self, team: List[Mapping[str, Any]]) -> None:
        roles = self.identity.lists.get("roles", [])
        left: Dict[str, Any] = {}
        for place, member in enumerate(team):
            role = find(roles, member["role"]) if member.get("role") else None
            # A role that is written in other words than its id stays as it is.
            exact = role.shown if role and role.id == member.get("role") else member.get("role")
            cells = {"value": member.get("name"), "role": exact, "school": member.get("school")}
            extra = {k: v for k, v in member.items() if k not in ("name", "role", "school", "facts")}
            for name, value in (member.get("facts") or {}).items():
                known = self.identity.fields.get(f"team/{FACT}{name}")
                if known:
                    cells[f"{FACT}{name}"] = self.shown(known, value)
                else:
                    extra.setdefault("facts", {})[name] = value
            self.answers.team.append(cells)
            if extra:
                left[str(place)] = extra
        self.keep("team", left)

    def take_judgement(self, path: str, judgement: Mapping[str, Any]) -> None:
        left = dict(judgement)
        if path in self.identity.criteria:
            cells: Dict[str, Any] = {}
            if judgement.get(POINT) is not None and self.identity.criteria[path][1]:
                option = find(self.identity.points(path), judgement[POINT])
                cells[POINT] = option.shown if option else str(left[POINT])
                del left[POINT]
            for box in (EVIDENCE, CHALLENGE):
                if box in left:
                    cells[box] = left.pop(box)
            if ACTIONS in left:
                cells[ACTIONS] = joined(left.pop(ACTIONS) or [])
            self.answers.judgements[path] = {
                box: cell for box, cell in cells.items() if cell not in (None, "")
            }
            asked = self.statements.get(path, [])
            marked = [str(statement) for statement in left.pop("statements", None) or []]
            self.answers.held[path] = [statement for statement in marked if statement in asked]
            unknown = [statement for statement in marked if statement not in asked]
            if unknown:
                left["statements"] = unknown
        if left:
            self.answers.rest.setdefault("judgements", {})[path] = left

"""Which cells the first sheet and the sheet of measures have, and which lists stand behind drop-downs."""

from typing import Any, Dict, List, Mapping, Tuple

from outline.outline import Outline

from .choices import Option
from .identity import Field, Identity, point_options
from .sheets import AGREEMENT, FACT, MEASURE, YES_NO

STATUSES = [Option("draft", "Draft"), Option("agreed", "Agreed")]
YES_OR_NO = [Option("yes", "Yes"), Option("no", "No")]


def scale_list(scale: str) -> str:
    return f"scale/{scale}"


def identity_of(outline: Outline) -> Identity:
    """The hidden sheet of a blank workbook."""
    facts = {
        "framework": outline.id,
        "version": outline.version,
        "digest": outline.digest,
        "title": outline.title,
        "kind": outline.kind,
        "language": outline.language,
        "subject": outline.subject,
    }
    identity = Identity(facts, _lists(outline))
    for field in about(outline) + team_facts(outline) + measures(outline):
        identity.fields[field.key] = field
    for criterion in outline.criteria:
        options = scale_list(criterion.scale.id) if criterion.scale else ""
        identity.criteria[criterion.path] = (criterion.title[:200], options)
    return identity


def about(outline: Outline) -> List[Field]:
    """The cells on the review as a whole, in their order."""
    whose = {
        "school": "school",
        "alliance": "alliance",
        "partnership": "partnership",
        "year-group": "year group",
    }
    subject = whose.get(outline.subject, "school")
    fields = [
        Field("subject/id", "id", title=f"Short name or URN of the {subject}"),
        Field("subject/name", "text", title=f"Name of the {subject}"),
    ]
    if outline.subject == "year-group":
        fields.append(Field("subject/of", "id", title="Short name or URN of its school"))
    fields += [
        Field("date", "date", title="Date of the judgements"),
        Field("period", "period", title="School year"),
    ]
    if outline.occasions:
        fields.append(Field("occasion", "choice", "occasions", "Occasion in the school year"))
    fields.append(Field("status", "choice", "statuses", "Status"))
    fields += [_fact(fact) for fact in outline.facts_of("subject")]
    for agreement in outline.agreements:
        key = f"{AGREEMENT}{agreement['id']}"
        fields.append(Field(f"{key}/signed", "date", title=f"{agreement['title']}: signed on"))
        fields.append(Field(f"{key}/until", "date", title=f"{agreement['title']}: until"))
    fields.append(Field("note", "text", title="Anything else"))
    return fields


def team_facts(outline: Outline) -> List[Field]:
    """One column each, behind name, role and school."""
    return [_fact(fact, "team/") for fact in outline.facts_of("member")]


def measures(outline: Outline) -> List[Field]:
    fields: List[Field] = []
    for measure in outline.measures:
        key, kind = f"{MEASURE}{measure['id']}", measure.get("kind") or "number"
        scale = outline.scale(measure.get("scale"))
        if kind == "counts" and scale:
            fields += [
                Field(f"{key}/{p.id}", "count", title=f"{measure['title']}: {p.shown}") for p in scale.points
            ]
        elif kind == "point" and scale:
            fields.append(Field(key, "choice", scale_list(scale.id), measure["title"]))
        else:
            fields.append(Field(key, kind, YES_NO if kind == YES_NO else "", measure["title"]))
    return fields


def _fact(fact: Mapping[str, Any], before: str = "") -> Field:
    kind = fact.get("kind") or YES_NO
    options = {"choice": f"{FACT}{fact['id']}", YES_NO: YES_NO}.get(kind, "")
    return Field(f"{before}{FACT}{fact['id']}", kind, options, fact["title"])


def _lists(outline: Outline) -> Dict[str, List[Option]]:
    lists: Dict[str, List[Option]] = {}
    for scale in outline.scales:
        points: List[Tuple[str, str, str, int]] = [(p.id, p.shown, p.name, p.value) for p in scale.points]
        lists[scale_list(scale.id)] = point_options(points)
    lists["statuses"], lists[YES_NO] = STATUSES, YES_OR_NO
    if outline.occasions:
        lists["occasions"] = [Option(o["id"], o["title"]) for o in outline.occasions]
    if outline.roles:
        lists["roles"] = [Option(role["id"], role["title"]) for role in outline.roles]
    for fact in outline.facts:
        if fact.get("kind") == "choice":
            lists[f"{FACT}{fact['id']}"] = [Option(c["id"], c["title"]) for c in fact.get("choices") or []]
    return lists

"""Marks of the same subject, period and criterion, by the school itself and by its peers."""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from waymark_plugin import Mistakes


class Pair(NamedTuple):
    """Positions of points on the scale, from 0."""

    subject: int
    own: int
    peer: int


@dataclass
class Scale:
    name: str
    title: str
    kind: str
    labels: List[str]
    # Where the points lie: their values where the scale measures, else one step after another.
    places: List[float]


@dataclass
class Criterion:
    path: str
    name: str
    scale: Scale
    pairs: List[Pair] = field(default_factory=list)


def scales(document: Mapping[str, Any]) -> Dict[str, Scale]:
    found = {}
    for name, scale in document["scales"].items():
        points = scale["points"]
        kind = scale.get("kind", "ordinal")
        places = [float(index) for index in range(len(points))]
        if kind == "interval":
            places = [float(point["value"]) for point in points]
        labels = [point.get("label") or str(point.get("value", point["id"])) for point in points]
        found[name] = Scale(name, scale.get("title") or name, kind, labels, places)
    return found


def why_no_pairs(document: Mapping[str, Any]) -> Optional[str]:
    """What keeps a framework's own and peer marks from being compared at all."""
    own, peer = (document["judging"].get(kind, "none") for kind in ("self", "peer"))
    if not isinstance(own, dict):
        return (
            "In this framework schools do not mark themselves, so there is nothing to hold the peers' marks against."
        )
    if not isinstance(peer, dict):
        return "In this framework peers do not mark, so there is nothing to hold the schools' own marks against."
    if own.get("level") != peer.get("level"):
        return "In this framework schools and peers mark different levels, so no two marks are of the same criterion."
    if own.get("scale") != peer.get("scale"):
        return "In this framework schools and peers mark on different scales, so their marks cannot be held side by side."
    return None


def pair_up(
    document: Mapping[str, Any], observations: Mapping[str, Any], period: Optional[str] = None
) -> List[Criterion]:
    """The criteria in their order, each with its pairs. `period` takes one school year alone."""
    known = scales(document)
    criteria = []
    for each in observations["criteria"]:
        if each["scale"] not in known:
            raise Mistakes(f"The framework has no scale “{each['scale']}”, on which “{each['name']}” is marked.")
        criteria.append(Criterion(each["path"], each["name"], known[each["scale"]]))
    periods: Sequence[str] = observations["periods"]
    if period is not None and period not in periods:
        raise Mistakes(f"There are no marks of {period}; there are some of: {', '.join(periods)}.")
    marks: Dict[Tuple[int, int, int], Dict[str, int]] = {}
    for subject, year, kind, criterion, point in observations["rows"]:
        if not 0 <= criterion < len(criteria) or not 0 <= point < len(criteria[criterion].scale.labels):
            raise Mistakes(f"A mark names the point {point} of criterion {criterion}, which does not exist.")
        if period is None or periods[year] == period:
            marks.setdefault((criterion, subject, year), {})[kind] = point
    for (criterion, subject, _), both in sorted(marks.items()):
        if {"self", "peer"} <= set(both):
            criteria[criterion].pairs.append(Pair(subject, both["self"], both["peer"]))
    return criteria


def table(pairs: Sequence[Pair], points: int) -> List[List[int]]:
    counts = [[0] * points for _ in range(points)]
    for pair in pairs:
        counts[pair.own][pair.peer] += 1
    return counts

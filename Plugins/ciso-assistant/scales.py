"""Scores of a library to points of a Waymark scale, and back.

CISO Assistant lets an assessor choose any whole number from min_score to max_score and shows the names of
scores_definition beside them; beside the score every requirement has a result in words (RequirementAssessment.Result
in backend/core/models.py). A library that defines no scores is judged by those words.
"""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence

from library import Score
from slugs import Names, slug

MOST_POINTS = 101  # 0 to 100, CISO Assistant's default

RESULTS = [
    ("non-compliant", "Non-compliant"),
    ("partially-compliant", "Partially compliant"),
    ("compliant", "Compliant"),
]
RESULTS_NOTE = (
    "Assumed: the library defines no scores, so these are the results that CISO Assistant itself offers. “Not "
    "applicable” and “not assessed” are no points: Waymark has both for every judgement."
)


@dataclass
class Scale:
    """A Waymark scale, and the score that stands for each of its points."""

    document: Dict[str, Any]
    point_of: Dict[int, str] = field(default_factory=dict)
    entries: List[Score] = field(default_factory=list)
    # What the scale could not take over, in words.
    lost: List[str] = field(default_factory=list)

    def is_like(self, others: Sequence[Score]) -> bool:
        """Whether others are these scores under the same names, so that only the descriptions may differ."""
        names = {entry.score: entry.name for entry in others}
        own = {entry.score: entry.name for entry in self.entries}
        return bool(own) and all(names.get(score) == name for score, name in own.items())


def scale_of_results() -> Scale:
    points = [{"id": name, "value": value, "label": label} for value, (name, label) in enumerate(RESULTS)]
    document = {"kind": "ordinal", "title": "Result", "note": RESULTS_NOTE, "points": points}
    return Scale(document, {value: name for value, (name, _) in enumerate(RESULTS)})


def is_scale_of_results(scale: Mapping[str, Any]) -> bool:
    return [point.get("id") for point in scale.get("points", [])] == [name for name, _ in RESULTS]


def scale_of_scores(
    lowest: Optional[int], highest: Optional[int], named: Sequence[Score], kept: Optional[Mapping[str, Any]] = None
) -> Scale:
    """The points that can be chosen: all whole numbers in between, or only the named ones where those span the scale.

    `kept` is what the export wrote down of the scale that these scores once were.
    """
    lost = []
    if lowest is None or highest is None:
        if lowest is None and highest is None and len(named) >= 2:
            lost.append(
                "Scores are named, but not which is the lowest and the highest; only the named ones are points"
            )
        elif lowest is not None or highest is not None:
            # The loader fills in the other end: from 0 to 100.
            lowest, highest = lowest or 0, 100 if highest is None else highest
    if lowest is not None and highest is not None:
        outside = [entry for entry in named if not lowest <= entry.score <= highest]
        if outside:
            beyond = ", ".join(str(entry.score) for entry in outside)
            lost.append(f"The names of the scores {beyond}, because the library allows only {lowest} to {highest}")
        named = [entry for entry in named if lowest <= entry.score <= highest]
    by_score = {entry.score: entry for entry in named}
    if lowest is None or highest is None or {lowest, highest} <= set(by_score):
        chosen = sorted(by_score)
        if lowest is not None and highest is not None and len(chosen) < highest - lowest + 1:
            lost.append("Scores between the named ones; only the named ones are points")
    elif 1 <= highest - lowest < MOST_POINTS:
        chosen = list(range(lowest, highest + 1))
    else:
        chosen = []
    known = {str(point.get("score")) for point in (kept or {}).get("points") or [] if isinstance(point, dict)}
    if known:
        # Scores that the export had to fill in between the points are no points.
        chosen = [each for each in chosen if str(each) in known or (each in by_score and by_score[each].name)]
    if len(chosen) < 2:
        if lowest is not None and highest is not None:
            lost.append(
                f"The scores from {lowest} to {highest}: too many points, or too few; results in words are judged"
            )
        words = scale_of_results()
        words.lost = lost
        return words
    return _scale([by_score.get(score) or Score(score) for score in chosen], lost, kept or {})


def _scale(entries: List[Score], lost: List[str], kept: Mapping[str, Any]) -> Scale:
    ids = {str(point.get("score")): point for point in kept.get("points") or [] if isinstance(point, dict)}
    names = Names()
    scale = Scale({"kind": "ordinal", "title": "Score", "points": []}, entries=entries, lost=lost)
    for key in ("kind", "title", "stability", "note"):
        if kept.get(key):
            scale.document[key] = kept[key]
    for entry in entries:
        own = ids.get(str(entry.score), {})
        wanted = own.get("id") or (slug(entry.name) if entry.name else f"score-{entry.score}")
        point: Dict[str, Any] = {"id": names.take(wanted, f"{entry.score}")}
        if scale.document["kind"] != "nominal":
            point["value"] = int(own.get("value", entry.score))
        if entry.name:
            point["label"] = entry.name
        if entry.description:
            point["text"] = entry.description
        scale.point_of[entry.score] = point["id"]
        scale.document["points"].append(point)
    if any(entry.extra for entry in entries):
        extra = sorted({key for entry in entries for key in entry.extra})
        scale.lost.append(f"What is written beside the scores under {', '.join(extra)}")
    return scale


def scores_of_scale(scale: Mapping[str, Any]) -> List[Dict[str, Any]]:
    """The entries of scores_definition. Scores are whole numbers from 0 on, so that lower values are moved up."""
    points = scale["points"]
    values = [int(point["value"]) if "value" in point else index for index, point in enumerate(points)]
    shift = -min(values) if min(values) < 0 else 0
    return [
        {"score": value + shift, "name": point.get("label", ""), "description": point.get("text", "")}
        for point, value in zip(points, values)
    ]

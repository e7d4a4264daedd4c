"""Scales and the rules that sum judgements up, as a framework gives them."""

from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional

# The share that must be answered where a framework names none; Waymark's own figure.
USUAL_ANSWERED = 0.5


@dataclass(frozen=True)
class Point:
    """`name` is what Waymark calls it, `shown` what the drop-down says."""

    id: str
    value: int
    name: str
    shown: str
    text: str = ""


@dataclass(frozen=True)
class Scale:
    id: str
    number: int
    kind: str
    title: str
    points: List[Point]

    @property
    def is_ordered(self) -> bool:
        return self.kind != "nominal"


@dataclass(frozen=True)
class Band:
    title: str
    lowest: float


@dataclass(frozen=True)
class Aggregate:
    """How judgements sum up."""

    name: str
    answered: float = USUAL_ANSWERED
    point: Optional[str] = None
    bands: List[Band] = field(default_factory=list)


USUAL = Aggregate("distribution")


def read_scale(number: int, scale: Mapping[str, Any]) -> Scale:
    """Points without a value are numbered from 0, as Waymark does."""
    listed = scale.get("points") or []
    # Where only some points have a label, a bare label hides which number it stands for.
    all_labelled = all(point.get("label") for point in listed)
    points: List[Point] = []
    taken: List[str] = []
    for place, point in enumerate(listed):
        value, label = point.get("value"), point.get("label")
        name = str(label or (value if value is not None else point["id"]))
        shown = name if all_labelled or not label or value is None else f"{value} – {label}"
        # A drop-down tells its entries apart by their words, in whatever case.
        if shown.casefold() in taken:
            shown = f"{shown} ({point['id']})"
        taken.append(shown.casefold())
        points.append(
            Point(
                str(point["id"]), place if value is None else int(value), name, shown, point.get("text") or ""
            )
        )
    title = scale.get("title") or scale["id"]
    return Scale(str(scale["id"]), number, scale.get("kind") or "ordinal", title, points)


def read_aggregate(written: Any) -> Optional[Aggregate]:
    """A rule as a framework writes it: its name alone, or with what it needs. `None` where nothing is
    written."""
    if written is None:
        return None
    if isinstance(written, str):
        return Aggregate(written)
    answered = written.get("answered")
    return Aggregate(
        str(written["aggregate"]),
        USUAL_ANSWERED if answered is None else float(answered),
        written.get("point"),
        [Band(band["title"], float(band["from"])) for band in written.get("bands") or []],
    )

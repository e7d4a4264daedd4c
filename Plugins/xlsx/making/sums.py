"""One formula a rule: how the counts of the points make a figure.

They give what Waymark's own aggregations give, in the same words, and are held against them in the tests.
Only functions that Excel 2016 and LibreOffice share are used, and none that has to be typed as an array
formula.
"""

from dataclasses import dataclass
from typing import Callable, Dict, List

from outline.scales import Aggregate, Scale

from .words import chosen, quoted, rounded


@dataclass(frozen=True)
class Basis:
    """Addresses of what a figure is worked out from."""

    rule: Aggregate
    scale: Scale
    answered: str
    # Counts of the points, one cell each, and how many answers reach up to each.
    counts: List[str]
    upto: List[str]
    # The same as a stretch of cells.
    counts_range: str
    upto_range: str
    # The columns of the scale's list: what points are called, and their values.
    names: str
    values: str
    # The values of the judged criteria on this scale, summed up.
    total: str


@dataclass(frozen=True)
class Sum:
    """What is said where enough is answered, and the number that bands and charts look at, or "" where it is
    none."""

    text: str
    number: str


def _name(basis: Basis, place: str) -> str:
    return f"INDEX({basis.names},{place}+1)"


def _value(basis: Basis, place: str) -> str:
    return f"INDEX({basis.values},{place}+1)"


def _at(basis: Basis, place: str) -> Sum:
    return Sum(_name(basis, place), _value(basis, place))


def median(basis: Basis) -> Sum:
    """The point in the middle; of an even number of answers the two in the middle, and no point made up
    between."""
    low = f"SUMPRODUCT(--({basis.upto_range}<=INT(({basis.answered}-1)/2)))"
    high = f"SUMPRODUCT(--({basis.upto_range}<=INT({basis.answered}/2)))"
    between = f'"between "&{_name(basis, low)}&" and "&{_name(basis, high)}'
    return Sum(
        chosen(f"{low}={high}", _name(basis, low), between), f"({_value(basis, low)}+{_value(basis, high)})/2"
    )


def mean(basis: Basis) -> Sum:
    figure = f"{basis.total}/{basis.answered}"
    return Sum(f'{rounded(figure)}&""', figure)


def mode(basis: Basis) -> Sum:
    """Points that are equally frequent are all named."""
    most = f"MAX({basis.counts_range})"
    ties = f"SUMPRODUCT(--({basis.counts_range}={most}))"
    pieces: List[str] = []
    for place, point in enumerate(basis.scale.points):
        earlier = "+".join(f"({count}={most})" for count in basis.counts[:place]) or "0"
        before = f'IF({earlier}=0,"",IF({earlier}={ties}-1," and ",", "))'
        pieces.append(f'IF({basis.counts[place]}={most},{before}&{quoted(point.name)},"")')
    single = (
        f"SUMPRODUCT(({basis.counts_range}={most})*(COLUMN({basis.counts_range})-COLUMN({basis.counts[0]})))"
    )
    together = f'IF({ties}>1," equally often","")'
    return Sum("&".join(pieces + [together]), chosen(f"{ties}=1", _value(basis, single), '""'))


def least(basis: Basis) -> Sum:
    return _at(basis, f"SUMPRODUCT(--({basis.upto_range}=0))")


def most(basis: Basis) -> Sum:
    return _at(basis, f"SUMPRODUCT(--({basis.upto_range}<{basis.answered}))")


def best_fit(basis: Basis) -> Sum:
    """The highest point that at least half of the answers reach: at most half lie below it."""
    if len(basis.upto) < 2:
        return _at(basis, "0")
    below = f"{basis.upto[0]}:{basis.upto[-2]}"
    return _at(basis, f"SUMPRODUCT(--(2*{below}<={basis.answered}))")


def proportion(basis: Basis) -> Sum:
    ids = [point.id for point in basis.scale.points]
    place = ids.index(basis.rule.point) if basis.rule.point in ids else -1
    if place < 0:
        return Sum(quoted("No point fits."), '""')
    reaching = "(" + "+".join(basis.counts[place:]) + ")"
    above = " or above" if place + 1 < len(ids) else ""
    tail = quoted(f" at {basis.scale.points[place].name}{above}")
    return Sum(f'{reaching}&" of "&{basis.answered}&{tail}', f"{reaching}/{basis.answered}")


def distribution(basis: Basis) -> Sum:
    """How often each point was chosen; only those that were."""
    pieces = [
        f'IF({count}>0,", "&{count}&{quoted(" × " + point.name)},"")'
        for count, point in zip(basis.counts, basis.scale.points)
    ]
    return Sum(f"MID({'&'.join(pieces)},3,2000)", '""')


SUMS: Dict[str, Callable[[Basis], Sum]] = {
    "median": median,
    "mean": mean,
    "mode": mode,
    "min": least,
    "max": most,
    "best-fit": best_fit,
    "proportion": proportion,
    "distribution": distribution,
}
# Rules that make sense of names without an order.
WITHOUT_ORDER = {"mode", "distribution", "none"}
# Rules whose number is a place on the scale, so that a chart can show it.
ON_THE_SCALE = {"median", "mean", "mode", "min", "max", "best-fit", "weighted-mean"}

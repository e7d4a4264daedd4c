"""Weighted kappa of two markers, with the large-sample standard error of Fleiss, Cohen and Everitt.

J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213-220; J. L. Fleiss, J. Cohen and B. S. Everitt, "Large
sample standard errors of kappa and weighted kappa", Psychological Bulletin 72 (1969) 323-327. The standard error is
the one for an interval, not the one under the hypothesis that there is no agreement.
"""

import math
from typing import List, NamedTuple, Optional, Sequence, Tuple

NORMAL_95 = 1.959963984540054

Table = Sequence[Sequence[float]]


class Kappa(NamedTuple):
    """`kappa` is None where chance alone would already agree: all marks of both on one point."""

    pairs: float
    observed: float
    expected: float
    kappa: Optional[float]
    error: Optional[float]

    @property
    def interval(self) -> Optional[Tuple[float, float]]:
        """95 %, cut off at -1 and 1. None where the formula gives no width, as where all pairs agree."""
        if self.kappa is None or not self.error:
            return None
        width = NORMAL_95 * self.error
        return max(-1.0, self.kappa - width), min(1.0, self.kappa + width)


def weights(name: str, places: Sequence[float]) -> List[List[float]]:
    """How much agreement a pair of points counts as: 1 on the diagonal, 0 from one end of the scale to the other.

    `places` says where the points lie; for ordinal scales 0, 1, 2, …
    """
    span = max(places) - min(places)
    powers = {"linear": 1, "quadratic": 2}
    if name == "none":
        return [[float(row == column) for column in range(len(places))] for row in range(len(places))]
    return [[1 - (abs(one - other) / span) ** powers[name] for other in places] for one in places]


def weighted_kappa(table: Table, agreement: Table) -> Kappa:
    """`table[i][j]` counts pairs of point i by the one and point j by the other."""
    count = sum(map(sum, table))
    if count <= 0:
        raise ValueError("a table without pairs has no kappa")
    points = range(len(table))
    share = [[cell / count for cell in row] for row in table]
    rows = [sum(row) for row in share]
    columns = [sum(share[row][column] for row in points) for column in points]
    observed = sum(agreement[i][j] * share[i][j] for i in points for j in points)
    expected = sum(agreement[i][j] * rows[i] * columns[j] for i in points for j in points)
    if math.isclose(expected, 1, abs_tol=1e-12):
        return Kappa(count, observed, expected, None, None)
    kappa = (observed - expected) / (1 - expected)
    row_mean = [sum(agreement[i][j] * columns[j] for j in points) for i in points]
    column_mean = [sum(agreement[i][j] * rows[i] for i in points) for j in points]
    spread = sum(
        share[i][j] * (agreement[i][j] - (row_mean[i] + column_mean[j]) * (1 - kappa)) ** 2
        for i in points
        for j in points
    )
    variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (count * (1 - expected) ** 2)
    # What should be 0 comes out as a rounding error of either sign.
    return Kappa(count, observed, expected, kappa, math.sqrt(variance) if variance > 1e-15 else 0.0)


def jackknife_error(tables: Sequence[Table], agreement: Table) -> Optional[float]:
    """The standard error where pairs come in groups, as several criteria of one school do: one group left out at a time.

    B. Efron and C. Stein, "The jackknife estimate of variance", Annals of Statistics 9 (1981) 586-596.
    """
    size = range(len(agreement))
    total = [[sum(table[i][j] for table in tables) for j in size] for i in size]
    estimates = []
    for left_out in tables:
        rest = [[total[i][j] - left_out[i][j] for j in size] for i in size]
        kappa = weighted_kappa(rest, agreement).kappa if sum(map(sum, rest)) > 0 else None
        if kappa is None:
            return None
        estimates.append(kappa)
    count = len(estimates)
    if count < 2:
        return None
    mean = sum(estimates) / count
    return math.sqrt((count - 1) / count * sum((each - mean) ** 2 for each in estimates))

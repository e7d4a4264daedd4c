"""The figures against published ones, against scikit-learn, and against two other ways to the same error."""

import math
import random
import unittest
from typing import List

import paths  # noqa: F401
from kappa import Kappa, jackknife_error, weighted_kappa, weights

# F. Boyd and others, Journal of the National Cancer Institute 68 (1982) 357: two radiologists read 85 mammograms. With
# the figures of Stata's manual, entry "kappa": 63.53 and 30.82 %, 0.4728; weighted 86.67 and 69.11 %, 0.5684;
# squared 94.77 and 84.09 %, 0.6714. D. G. Altman, Practical Statistics for Medical Research (1991), 14.3, has 0.47 and 0.57.
MAMMOGRAMS = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]

# J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), page 213: 100 diagnoses. SAS's PROC FREQ gives simple
# kappa 0.6765 with error 0.0877, weighted 0.7222 with 0.0843 and the interval 0.5570 to 0.8874.
DIAGNOSES = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]

# A printout of SAS that statsmodels tests itself against (statsmodels/stats/tests/test_inter_rater.py).
PRINTOUT = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]

# J. R. Landis and G. G. Koch, Biometrics 33 (1977) 159: 118 slides. A. Agresti, Categorical Data Analysis, section on
# agreement: kappa 0.493 with error 0.057, and 0.78 with squared weights.
SLIDES = [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]


def kappa(table: List[List[int]], name: str) -> Kappa:
    return weighted_kappa(table, weights(name, range(len(table))))


def drawn(pairs: int, points: int, agreement: float, source: random.Random) -> List["tuple[int, int]"]:
    """Marks by chance, of which a share is copied from the other marker."""
    found = []
    for _ in range(pairs):
        own = min(points - 1, int(source.random() ** 1.5 * points))
        peer = own if source.random() < agreement else min(points - 1, int(source.random() ** 1.3 * points))
        found.append((own, peer))
    return found


def counted(pairs: List["tuple[int, int]"], points: int) -> List[List[int]]:
    table = [[0] * points for _ in range(points)]
    for own, peer in pairs:
        table[own][peer] += 1
    return table


class Published(unittest.TestCase):
    def check(self, found: Kappa, *figures: float, digits: int = 4) -> None:
        assert found.kappa is not None and found.error is not None
        values = [found.kappa, found.error, *(found.interval or ())]
        for value, figure in zip(values, figures):
            self.assertAlmostEqual(value, figure, delta=0.51 * 10**-digits)

    def test_mammograms(self) -> None:
        for name, observed, expected, figure in (
            ("none", 0.6353, 0.3082, 0.4728),
            ("linear", 0.8667, 0.6911, 0.5684),
            ("quadratic", 0.9477, 0.8409, 0.6714),
        ):
            found = kappa(MAMMOGRAMS, name)
            self.assertAlmostEqual(found.observed, observed, delta=0.00006)
            self.assertAlmostEqual(found.expected, expected, delta=0.00006)
            self.check(found, figure)

    def test_diagnoses(self) -> None:
        self.check(kappa(DIAGNOSES, "none"), 0.6765, 0.0877)
        self.check(kappa(DIAGNOSES, "linear"), 0.7222, 0.0843, 0.5570, 0.8874)

    def test_printout(self) -> None:
        self.check(kappa(PRINTOUT, "none"), 0.4842, 0.1380, 0.2137, 0.7547)
        self.check(kappa(PRINTOUT, "linear"), 0.4701, 0.1457, 0.1845, 0.7558)

    def test_slides(self) -> None:
        self.check(kappa(SLIDES, "none"), 0.493, 0.057, digits=3)
        self.check(kappa(SLIDES, "quadratic"), 0.78, digits=2)


class Corners(unittest.TestCase):
    def test_all_on_one_point_has_no_kappa(self) -> None:
        found = kappa([[12, 0], [0, 0]], "linear")
        self.assertIsNone(found.kappa)
        self.assertIsNone(found.interval)

    def test_full_agreement_has_no_interval(self) -> None:
        found = kappa([[6, 0], [0, 6]], "linear")
        self.assertAlmostEqual(found.kappa or 0, 1)
        self.assertIsNone(found.interval)

    def test_opposite_marks_are_below_nought(self) -> None:
        found = kappa([[0, 0, 8], [0, 2, 0], [8, 0, 0]], "linear")
        self.assertLess(found.kappa or 0, -0.5)
        low, high = found.interval or (0, 0)
        self.assertGreaterEqual(low, -1)
        self.assertLess(high, 0)

    def test_two_points_need_no_weights(self) -> None:
        for name in ("linear", "quadratic"):
            self.assertEqual(kappa([[9, 3], [2, 11]], name), kappa([[9, 3], [2, 11]], "none"))

    def test_points_may_lie_unevenly(self) -> None:
        self.assertEqual(weights("linear", [0, 1, 10])[0], [1, 0.9, 0])

    def test_no_pairs_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            kappa([[0, 0], [0, 0]], "linear")


class OtherWays(unittest.TestCase):
    def test_the_error_is_that_of_the_delta_method(self) -> None:
        """The same large-sample error from slopes found by small steps, with no formula of the paper."""
        for table in (MAMMOGRAMS, DIAGNOSES, PRINTOUT, SLIDES):
            for name in ("none", "linear", "quadratic"):
                count = sum(map(sum, table))
                share = [[cell / count for cell in row] for row in table]
                agreement = weights(name, range(len(table)))
                mean = square = 0.0
                for row in range(len(table)):
                    for column in range(len(table)):
                        ends = []
                        for step in (1e-6, -1e-6):
                            moved = [list(each) for each in share]
                            moved[row][column] += step
                            ends.append(_plain(moved, agreement))
                        slope = (ends[0] - ends[1]) / 2e-6
                        mean += share[row][column] * slope
                        square += share[row][column] * slope**2
                error = math.sqrt((square - mean**2) / count)
                self.assertAlmostEqual(kappa(table, name).error or 0, error, places=6)

    def test_the_interval_is_that_of_a_bootstrap(self) -> None:
        source = random.Random(1969)
        pairs = drawn(200, 4, 0.5, source)
        for name in ("linear", "quadratic"):
            found = kappa(counted(pairs, 4), name)
            redrawn = sorted(
                kappa(counted(source.choices(pairs, k=len(pairs)), 4), name).kappa or 0 for _ in range(1000)
            )
            low, high = found.interval or (0, 0)
            self.assertAlmostEqual(low, redrawn[24], delta=0.03)
            self.assertAlmostEqual(high, redrawn[974], delta=0.03)

    def test_the_interval_holds_the_truth_nineteen_times_in_twenty(self) -> None:
        source = random.Random(72)
        truth = kappa(counted(drawn(400_000, 4, 0.5, source), 4), "linear").kappa or 0
        hits = 0
        for _ in range(400):
            low, high = kappa(counted(drawn(80, 4, 0.5, source), 4), "linear").interval or (0, 0)
            hits += low <= truth <= high
        self.assertGreater(hits / 400, 0.91)
        self.assertLess(hits / 400, 0.98)

    def test_the_jackknife_of_single_pairs_is_near_the_formula(self) -> None:
        pairs = drawn(300, 4, 0.5, random.Random(5))
        agreement = weights("linear", range(4))
        error = jackknife_error([counted([pair], 4) for pair in pairs], agreement)
        self.assertAlmostEqual(error or 0, weighted_kappa(counted(pairs, 4), agreement).error or 0, delta=0.002)

    def test_scikit_learn_agrees(self) -> None:
        try:
            from sklearn.metrics import cohen_kappa_score
        except ImportError:
            self.skipTest("scikit-learn is not installed")
        source = random.Random(3)
        for _ in range(60):
            points = source.randint(2, 7)
            pairs = drawn(source.randint(10, 120), points, source.random(), source)
            own, peer = zip(*pairs)
            for name in ("none", "linear", "quadratic"):
                theirs = cohen_kappa_score(
                    own, peer, labels=list(range(points)), weights=None if name == "none" else name
                )
                ours = kappa(counted(pairs, points), name).kappa
                if ours is not None:
                    self.assertAlmostEqual(ours, theirs, places=10)


def _plain(share: List[List[float]], agreement: List[List[float]]) -> float:
    total = sum(map(sum, share))
    rows = [sum(row) / total for row in share]
    columns = [sum(column) / total for column in zip(*share)]
    size = range(len(share))
    observed = sum(agreement[i][j] * share[i][j] / total for i in size for j in size)
    expected = sum(agreement[i][j] * rows[i] * columns[j] for i in size for j in size)
    return (observed - expected) / (1 - expected)

"""What a partnership's marks become, for a framework whose peers mark: its shape is that of spp 1.0.0."""

import random
import unittest
from typing import Any, Dict, List, Optional

import paths
from analysis import analyse
from waymark_plugin import Mistakes
from waymark_plugin_testing import PluginError, PluginProcess

AREAS = ["our-impact", "looking-forward", "looking-inward", "looking-outward"]


def document(**changes: Any) -> Dict[str, Any]:
    points = [{"id": f"p{value}", "value": value, "label": f"Point {value}"} for value in (1, 2, 3, 4)]
    marking = {"level": "theme", "scale": "benchmark"}
    return {
        "id": "made-up", "title": "A made-up framework", "levels": [{"id": "theme", "title": "Theme"}],
        "scales": {"benchmark": {"title": "Benchmark", "points": points}},
        "judging": {"self": {**marking, "optional": True}, "peer": marking},
        "criteria": [{"id": name, "title": name} for name in AREAS], **changes,
    }  # fmt: skip


def observations(rows: List[Any], scales: Optional[Dict[str, str]] = None) -> Dict[str, Any]:
    criteria = [{"path": name, "name": name, "scale": (scales or {}).get(name, "benchmark")} for name in AREAS]
    return {"subjects": 40, "periods": ["2024-25", "2025-26"], "criteria": criteria, "rows": rows}


def marks(subjects: int, near: float, seed: int = 1, periods: int = 1) -> List[Any]:
    """Peers take over the school's mark with the chance `near`, else mark as they like."""
    source = random.Random(seed)
    rows = []
    for subject in range(subjects):
        for period in range(periods):
            for criterion in range(len(AREAS)):
                own = source.randint(0, 3)
                peer = own if source.random() < near else source.randint(0, 3)
                rows += [[subject, period, "self", criterion, own], [subject, period, "peer", criterion, peer]]
    return rows


def ask(rows: List[Any], framework: Optional[Dict[str, Any]] = None, **options: str) -> Dict[str, Any]:
    return analyse({
        "analysis": "kappa", "options": options, "framework": {"document": framework or document()},
        "observations": observations(rows),
    })  # fmt: skip


class Analysis(unittest.TestCase):
    def cell(self, answer: Dict[str, Any], row: int, column: str) -> Any:
        """Of a criterion, from whichever table has the column."""
        for table in (answer["tables"][0], answer["tables"][-1]):
            for index, head in enumerate(table["columns"]):
                if head["name"] == column:
                    return table["rows"][row][index]
        raise KeyError(column)

    def test_every_criterion_has_its_line(self) -> None:
        answer = ask(marks(40, 0.7))
        (each, together, behind) = answer["tables"]
        self.assertEqual([row[0] for row in each["rows"]], AREAS)
        self.assertTrue(all(len(row) == len(each["columns"]) for table in answer["tables"] for row in table["rows"]))
        for row in range(4):
            self.assertEqual((self.cell(answer, row, "Schools"), self.cell(answer, row, "Pairs")), (40, 40))
            shares = [self.cell(answer, row, name) for name in ("Same point", "Peers lower", "Peers higher")]
            self.assertAlmostEqual(sum(shares), 1, places=3)
            low, found, high = (self.cell(answer, row, name) for name in ("From", "Kappa", "To"))
            self.assertTrue(low < found < high)
        self.assertEqual(together["rows"][0][:2], ["Benchmark (4 criteria)", 160])
        self.assertEqual([row[0] for row in behind["rows"]], AREAS + ["Benchmark (4 criteria)"])
        words = " ".join([answer["title"], *answer["notes"], together["title"]]).lower()
        self.assertNotIn("overall", words)

    def test_pairs_are_of_one_school_period_and_criterion(self) -> None:
        rows = [[subject, 0, "self", 0, 1] for subject in range(20)] + [
            [subject, 1, "peer", 0, 1] for subject in range(20)
        ]
        answer = ask(rows)
        self.assertEqual(answer["tables"], [])
        self.assertIn("No school has both", answer["notes"][0])

    def test_too_few_pairs_give_no_figure_and_say_why(self) -> None:
        answer = ask(marks(9, 0.9))
        for table in answer["tables"][:-1]:
            for row in table["rows"]:
                self.assertEqual(row[2:-1], [None] * 4)
                self.assertIn("Too few pairs", row[-1])
        for row in answer["tables"][-1]["rows"]:
            self.assertEqual(row[1:], [9] + [None] * 5)

    def test_all_on_one_point_cannot_be_told(self) -> None:
        rows = [[subject, 0, kind, 0, 2] for subject in range(12) for kind in ("self", "peer")]
        answer = ask(rows)
        self.assertEqual(self.cell(answer, 0, "Same point"), 1)
        self.assertIsNone(self.cell(answer, 0, "Kappa"))
        self.assertIn("Cannot be told", self.cell(answer, 0, "In words"))

    def test_full_agreement_has_no_interval(self) -> None:
        answer = ask(marks(20, 1))
        self.assertEqual(self.cell(answer, 0, "Kappa"), 1)
        self.assertIsNone(self.cell(answer, 0, "From"))
        self.assertIn("Every pair agrees", self.cell(answer, 0, "In words"))

    def test_less_than_chance_is_explained(self) -> None:
        rows = []
        for subject in range(30):
            own = 0 if subject % 2 else 3
            rows += [[subject, 0, "self", 0, own], [subject, 0, "peer", 0, 3 - own]]
        answer = ask(rows)
        self.assertLess(self.cell(answer, 0, "Kappa"), 0)
        self.assertIn("where schools mark high, peers tend to mark low", self.cell(answer, 0, "In words"))
        self.assertIn("may itself be chance", self.cell(ask(marks(12, 0, seed=4)), 0, "In words"))

    def test_direction_is_told(self) -> None:
        rows = [
            [subject, 0, kind, 0, point]
            for subject in range(16)
            for kind, point in (("self", 1 + subject % 3), ("peer", subject % 3))
        ]
        answer = ask(rows)
        self.assertEqual((self.cell(answer, 0, "Peers lower"), self.cell(answer, 0, "Peers higher")), (1, 0))

    def test_weights_and_periods_are_options(self) -> None:
        rows = marks(30, 0.5, periods=2)
        figures = {name: self.cell(ask(rows, weights=name), 0, "Kappa") for name in ("linear", "quadratic", "none")}
        self.assertEqual(figures["linear"], self.cell(ask(rows), 0, "Kappa"))
        self.assertEqual(len(set(figures.values())), 3)
        self.assertEqual(self.cell(ask(rows), 0, "Pairs"), 60)
        self.assertTrue(any("several periods" in note for note in ask(rows)["notes"]))
        self.assertEqual(self.cell(ask(rows, period="2025-26"), 0, "Pairs"), 30)
        self.assertFalse(any("several periods" in note for note in ask(rows, period="2025-26")["notes"]))
        for options in ({"weights": "cubic"}, {"period": "2019-20"}):
            with self.assertRaises(Mistakes):
                ask(rows, **options)

    def test_points_without_an_order_have_no_weights(self) -> None:
        named = document()
        named["scales"]["benchmark"] = {"kind": "nominal", "points": [{"id": name} for name in "abcd"]}
        rows = marks(30, 0.5)
        answer = ask(rows, named)
        self.assertEqual(self.cell(answer, 0, "Kappa"), self.cell(ask(rows, weights="none"), 0, "Kappa"))
        self.assertIsNone(self.cell(answer, 0, "Peers lower"))
        self.assertTrue(any("without an order" in note for note in answer["notes"]))

    def test_only_criteria_of_one_scale_are_taken_together(self) -> None:
        mixed = document()
        mixed["scales"]["grade"] = {"title": "Grade", "points": mixed["scales"]["benchmark"]["points"]}
        seen = observations(marks(20, 0.5), {"our-impact": "grade"})
        answer = analyse({"framework": {"document": mixed}, "observations": seen, "options": {}})
        self.assertEqual([row[0] for row in answer["tables"][1]["rows"]], ["Benchmark (3 criteria)"])

    def test_frameworks_without_two_kinds_of_marks_say_so(self) -> None:
        marking = {"level": "theme", "scale": "benchmark"}
        for judging, words in (
            ({"self": marking, "peer": "none"}, "peers do not mark"),
            ({"self": "none", "peer": marking}, "schools do not mark"),
            ({"self": marking, "peer": {**marking, "scale": "other"}}, "different scales"),
            ({"self": marking, "peer": {**marking, "level": "other"}}, "different levels"),
        ):
            answer = ask(marks(20, 0.5), document(judging=judging))
            self.assertEqual(answer["tables"], [])
            self.assertIn(words, answer["notes"][0])

    def test_marks_that_do_not_exist_are_refused(self) -> None:
        with self.assertRaisesRegex(Mistakes, "does not exist"):
            ask([[0, 0, "self", 0, 7]])


class Plugin(unittest.TestCase):
    def test_the_hook(self) -> None:
        with PluginProcess(paths.PLUGIN) as plugin:
            params = {
                "analysis": "kappa", "options": {}, "framework": {"document": document()},
                "observations": observations(marks(20, 0.6)),
            }  # fmt: skip
            answer = plugin.call("trend.analyse", params).result
            self.assertEqual(set(answer), {"title", "notes", "tables"})
            with self.assertRaisesRegex(PluginError, "no weights “cubic”"):
                plugin.call("trend.analyse", {**params, "options": {"weights": "cubic"}})

    def test_a_framework_of_the_repository_whose_peers_mark(self) -> None:
        file = paths.FRAMEWORKS / "spp" / "1.0.0" / "framework.yaml"
        if not file.is_file():
            self.skipTest("the repository's frameworks are not there")
        text = file.read_text(encoding="utf-8")
        for area in AREAS:
            self.assertIn(f"- id: {area}\n", text)
        self.assertIn("peer: {level: theme, scale: benchmark}", text)

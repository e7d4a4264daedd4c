"""What the workbook's formulas say, worked out by LibreOffice, against what Waymark says itself."""

import json
import random
import unittest
from pathlib import Path
from typing import Any, Dict, List, Tuple

import made_up
import rules
import support
from support import InFolder


def results(workbook: Any) -> Tuple[str, str, Dict[str, Tuple[str, str, str]]]:
    """Coverage, the overall figure, and by title and code each row's rating, count of answers and figure."""
    sheet = workbook["Results"]
    rows = list(sheet.iter_rows(min_row=1, max_col=8, values_only=True))
    start = next(place for place, row in enumerate(rows) if row[1] == "Every criterion") + 2
    working = workbook["Working"]
    assert working.max_row > 1
    found = [tuple("" if cell is None else str(cell) for cell in row) for row in rows[start:]]
    return str(rows[4][2]), str(rows[5][2]), {str(place): (r[3], r[5], r[6]) for place, r in enumerate(found)}


@unittest.skipIf(support.why_not_waymark(), support.why_not_waymark())
@unittest.skipIf(support.why_not_office(), support.why_not_office())
class Recalculated(InFolder):
    def compare(self, cases: List[Tuple[Dict[str, Any], Dict[str, Any], Dict[str, Any]]]) -> int:
        """A case is a framework, a review, and its score; gives how many figures were compared."""
        paths = [self.make(held, review, name=f"case-{n}.xlsx") for n, (held, review, _) in enumerate(cases)]
        books = support.recalculated(paths, self.folder)
        compared = 0
        for path, (held, review, score) in zip(paths, cases):
            with self.subTest(framework=held["reference"], review=review["subject"], case=path.name):
                compared += self.compare_one(books[path.name], score)
        return compared

    def compare_one(self, workbook: Any, score: Dict[str, Any]) -> int:
        coverage, overall, rows = results(workbook)
        self.assertEqual(coverage, self.coverage(score["coverage"]))
        if "overall" in score:
            self.assertEqual(overall, score["overall"]["text"])
        else:
            self.assertIn("makes no overall figure", overall)
        self.assertEqual(len(rows), len(score["criteria"]))
        labels = {
            "not-applicable": "Not applicable",
            "not-reviewed": "Not reviewed",
            "missing": "not answered",
        }
        for row, criterion in zip(rows.values(), score["criteria"]):
            rating, answered, figure = row
            if criterion["role"] == "judged":
                said = labels.get(criterion["mark"], criterion.get("label") or str(criterion.get("value")))
                # Where only some points have words, the number stands in front of them.
                self.assertIn(rating, (said, f"{criterion.get('value')} – {said}"), criterion["path"])
            elif criterion["role"] == "grouping":
                self.assertEqual(answered, self.coverage(criterion["coverage"]), criterion["path"])
                self.assertEqual(figure, criterion["result"]["text"], criterion["path"])
        return 1 + len(rows)

    @staticmethod
    def coverage(counts: Dict[str, int]) -> str:
        parts = [f"{counts['answered']} of {counts['judged']} answered"]
        for key, said in (
            ("notApplicable", "not applicable"),
            ("notReviewed", "not reviewed"),
            ("missing", "missing"),
        ):
            if counts[key]:
                parts.append(f"{counts[key]} {said}")
        return ", ".join(parts)

    def test_every_framework_of_the_tree(self) -> None:
        cases = []
        for reference, paths in support.reviews().items():
            held = support.framework(reference)
            for path in paths[:4] + paths[-2:]:
                score = support.score(path)
                # What is not asked of a subject is for Waymark to work out; a workbook counts it as missing.
                if (
                    score
                    and any(c["role"] == "judged" for c in score["criteria"])
                    and not score["coverage"].get("hidden")
                ):
                    cases.append((held, support.review_in(path), score))
        self.assertEqual({held["reference"] for held, _, _ in cases}, set(support.references()))
        self.assertGreater(self.compare(cases), 500)

    def test_every_rule_on_random_reviews(self) -> None:
        dice = random.Random(5)
        cases = []
        for number, overall in enumerate(
            [
                "{aggregate: weighted-mean}",
                "none",
                "mode",
                "{aggregate: mean, answered: 0.9}",
                "{aggregate: proportion, point: one}",
                "median",
                "min",
            ]
        ):
            folder = self.folder / f"f{number}"
            source = folder / "made-up-rules" / "0.1.0" / "framework.yaml"
            source.parent.mkdir(parents=True)
            source.write_text(rules.document(overall), encoding="utf-8")
            held = support.framework(str(source))
            for chance in (0.0, 0.4, 0.7, 1.0):
                review = self.any_review(held, dice, chance)
                file = folder / "review.yaml"
                file.write_text(json.dumps(review), encoding="utf-8")
                score = support.score(file, "--frameworks", str(folder))
                self.assertIsNotNone(score)
                cases.append((held, review, score or {}))
        self.assertGreater(self.compare(cases), 2_000)

    def any_review(self, held: Dict[str, Any], dice: random.Random, chance: float) -> Dict[str, Any]:
        scales = {s["id"]: [p["id"] for p in s["points"]] for s in held["outline"]["scales"]}
        judgements: Dict[str, Any] = {}

        def walk(criteria: List[Dict[str, Any]]) -> None:
            for criterion in criteria:
                walk(criterion["children"])
                if criterion["judgedBy"] and dice.random() < chance:
                    others = ["not-applicable", "not-reviewed"] if dice.random() < 0.3 else []
                    judgements[criterion["path"]] = {
                        "point": dice.choice(scales[criterion["scale"]] + others)
                    }

        walk(held["outline"]["criteria"])
        return {
            "schema": "waymark.review/1",
            "framework": {"id": held["id"], "version": held["version"]},
            "kind": "self",
            "subject": {"id": "made-up"},
            "judgements": judgements,
        }

    def test_best_fit_which_no_framework_sums_up_by_today(self) -> None:
        told = {
            "": "Nothing has been answered yet.",
            "0": "Not yet",
            "03": "Fully",
            "013": "In part",
            "0123": "Mostly",
            "0001": "Not yet",
            "00112": "In part",
        }
        paths = []
        for number, points in enumerate(told):
            given = {f"part-{n + 1}/point-1": {"point": f"p{point}"} for n, point in enumerate(points)}
            overall = {"aggregate": "best-fit", "answered": 0}
            paths.append(
                self.make(made_up.framework(5, 1, overall), made_up.review(given), name=f"{number}.xlsx")
            )
        books = support.recalculated(paths, self.folder)
        found = [books[path.name]["Results"]["C6"].value for path in paths]
        self.assertEqual(found, list(told.values()))

    def test_rows_may_be_sorted(self) -> None:
        """Whoever takes the protection off may sort: answers and figures stay with their criteria."""
        from openpyxl import load_workbook

        path = next(p for p in support.reviews()["spp@2.0.0"])
        held, document = support.framework("spp@2.0.0"), support.review_in(path)
        book = load_workbook(self.make(held, document))
        sheet = book["Judgements"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_col=8)]
        random.Random(1).shuffle(rows)
        for place, row in enumerate(rows, start=4):
            for column, value in enumerate(row, start=1):
                sheet.cell(place, column).value = value
        sorted_book = self.folder / "sorted.xlsx"
        book.save(sorted_book)
        self.assertEqual(self.read(sorted_book, held), self.read(self.make(held, document), held))
        score = support.score(Path(path))
        self.compare_one(support.recalculated([sorted_book], self.folder)["sorted.xlsx"], score or {})

    def test_comes_back_from_another_program(self) -> None:
        """Saved by LibreOffice, a workbook still says what it said."""
        document = made_up.review(
            {
                "part-1/point-1": {
                    "point": "p3",
                    "evidence": "=1+1\n–two “lines”",
                    "actions": ["One.", "Two\nthree."],
                },
                "part-2": {"challenge": "  spaces  "},
            },
            date="2026-01-31",
            period="2025-26",
            team=[{"name": "Sam (made up)", "school": "100001"}],
        )
        held = made_up.framework()
        book = self.make(held, document)
        support.recalculated([book], self.folder)
        self.assertEqual(self.read(self.folder / "recalculated" / book.name, held), self.read(book, held))

    def test_the_chart_follows(self) -> None:
        path = next(p for p in support.reviews()["emtss@1.0.0"] if p.parent.name == "even-number-of-answers")
        book = self.make(support.framework("emtss@1.0.0"), support.review_in(path))
        again = support.recalculated([book], self.folder)["book.xlsx"]
        rows = list(again["Working"].iter_rows(max_col=2, values_only=True))
        places = {name: value for name, value in rows if name and str(name)[:1].isdigit()}
        self.assertEqual(list(places.values()), [2, 1, "#N/A", 3, 4])
        self.assertEqual(again["Results"]["C6"].value, "between Expanding and Secure (Expanding)")


if __name__ == "__main__":
    unittest.main()

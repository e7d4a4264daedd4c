"""A review goes into a workbook and comes back as it was, for every framework of the tree."""

import json
import unittest
from typing import Any, Dict

import support
from made_up import framework, review, scale
from support import InFolder


def plain(document: Dict[str, Any], of: Dict[str, Any]) -> Dict[str, Any]:
    """A review without what says nothing: empty answers, and ways of writing the same."""
    lists = {s["id"]: s for s in of["outline"]["scales"]}
    judged = {}

    def walk(criteria: Any) -> None:
        for criterion in criteria:
            judged[criterion["path"]] = criterion
            walk(criterion["children"])

    walk(of["outline"]["criteria"])
    told = json.loads(json.dumps(document))
    told["framework"] = {key: told["framework"][key] for key in ("id", "version")}
    told.setdefault("status", "draft")
    judgements = {}
    for path, judgement in (told.get("judgements") or {}).items():
        kept = {
            key: value
            for key, value in (judgement or {}).items()
            if value not in (None, "", []) and str(value).strip()
        }
        if "point" in kept:
            points = (
                lists[judged[path]["scale"]]["points"] if path in judged and judged[path].get("scale") else []
            )
            named = {str(p["value"]): p["id"] for p in points} | {p["id"]: p["id"] for p in points}
            kept["point"] = named.get(str(kept["point"]), str(kept["point"]))
        if "statements" in kept:
            kept["statements"] = sorted(kept["statements"])
        if kept:
            judgements[path] = kept
    told["judgements"] = judgements
    for member in told.get("team") or []:
        roles = {r["title"].lower(): r["id"] for r in (of["outline"].get("team") or {}).get("roles") or []}
        if "role" in member:
            member["role"] = roles.get(member["role"].lower(), member["role"])
    told["agreements"] = sorted(told.get("agreements") or [], key=lambda agreement: agreement["id"])
    return {
        key: value for key, value in told.items() if value not in (None, "", [], {}) or key == "judgements"
    }


@unittest.skipIf(support.why_not_waymark(), support.why_not_waymark())
class RealFrameworks(InFolder):
    def test_every_case_and_sample_comes_back_as_it_was(self) -> None:
        tried = 0
        for reference, paths in support.reviews().items():
            held = support.framework(reference)
            for path in paths:
                with self.subTest(reference=reference, review=str(path)):
                    document = support.review_in(path)
                    back = self.read(self.make(held, document), held)
                    self.assertEqual(plain(back, held), plain(document, held))
                    tried += 1
        self.assertGreater(tried, 100)

    def test_waymark_says_of_what_comes_back_what_it_said_before(self) -> None:
        for reference, paths in support.reviews().items():
            held = support.framework(reference)
            for path in [paths[0], paths[-1]] if paths else []:
                with self.subTest(reference=reference, review=str(path)):
                    back = self.read(self.make(held, support.review_in(path)), held)
                    # JSON is YAML too.
                    (self.folder / "back.yaml").write_text(json.dumps(back), encoding="utf-8")
                    before, after = (support.score(file) for file in (path, self.folder / "back.yaml"))
                    self.assertEqual(before, after)

    def test_a_blank_workbook_of_every_framework_asks_only_who_is_reviewed(self) -> None:
        for reference in support.references():
            for kind in ("self", "peer"):
                with self.subTest(reference=reference, kind=kind):
                    held = support.framework(reference)
                    answer = support.read_review(self.make(held, kind=kind), held)
                    self.assertEqual(len(answer["mistakes"]), 1)
                    self.assertIn("is missing", answer["mistakes"][0]["message"])
                    self.assertRegex(answer["mistakes"][0]["where"], r"^Start here!C\d+$")

    def test_another_language(self) -> None:
        held = support.framework("emtss@1.0.0", "--language", "cy")
        path = next(p for p in support.reviews()["emtss@1.0.0"] if p.parent.name == "all-five-judged")
        document = support.review_in(path)
        book = self.make(held, document)
        from openpyxl import load_workbook

        self.assertEqual(load_workbook(book)["Judgements"]["E4"].value, "Cadarn")
        self.assertEqual(plain(self.read(book, held), held), plain(document, held))
        # Read against the framework in its own language, the same answers come back.
        self.assertEqual(self.read(book, support.framework("emtss@1.0.0")), self.read(book, held))


class MadeUp(InFolder):
    def test_everything_that_no_cell_shows_comes_back(self) -> None:
        held = framework(
            facts=[
                {"id": "faith", "title": "A faith school"},
                {"id": "head", "title": "Is a headteacher", "of": "member"},
            ]
        )
        document = review(
            {
                "part-1": {"evidence": "Words on a group."},
                "part-1/point-1": {"point": "p2", "x-mine": 3, "statements": ["unknown"]},
                "gone/long-ago": {"point": "p1"},
            },
            carried=[{"from": {"id": "made-up", "version": "0.9.0"}, "answers": {}}],
            agreements=[{"id": "unheard-of", "signed": "2025-09-01"}],
            measures={"pupils": 211, "counts": {"red": 1}},
            team=[
                {
                    "name": "Sam (made up)",
                    "role": "guest",
                    "facts": {"head": False, "other": "x"},
                    "x-t": True,
                }
            ],
            **{"x-top": ["a"]},
        )
        document["subject"].update(
            {"kind": "school", "facts": {"faith": True, "far": 12}, "of": "other-school"}
        )
        self.assertEqual(plain(self.read(self.make(held, document)), held), plain(document, held))

    def test_texts_of_every_kind(self) -> None:
        held = framework()
        texts = [
            "=1+1",
            "+44 20",
            "-5 pupils",
            "@home",
            "'quoted",
            "3/4",
            "00123",
            "1e5",
            "TRUE",
            "#N/A",
            "  two  ",
            "line\nline\n",
            "\ttab",
            "ŵ ŷ – “x” 🙂",
            "<b>&amp;</b>",
            "_x0041_ and _x005_",
            '=HYPERLINK("x")',
        ]
        for text in texts:
            with self.subTest(text=text):
                document = review({"part-1/point-1": {"evidence": text, "challenge": text}}, note=text)
                self.assertEqual(plain(self.read(self.make(held, document)), held), plain(document, held))

    def test_actions_with_lines_of_their_own(self) -> None:
        actions = ["Plan it; then do it.", "First line\nsecond line\n  third line", "=SUM(1)", "- by Easter"]
        document = review({"part-1/point-1": {"actions": actions}})
        back = self.read(self.make(framework(), document))
        self.assertEqual(back["judgements"]["part-1/point-1"]["actions"], actions)

    def test_points_with_and_without_words(self) -> None:
        labels = ["Not yet", None, None, "Fully"]
        held = framework(scales=[scale(labels=labels)])
        for point in ("p0", "p1", "p3", 2, "not-applicable", "not-reviewed"):
            document = review({"part-1/point-1": {"point": point}})
            back = self.read(self.make(held, document))
            self.assertEqual(back["judgements"]["part-1/point-1"]["point"], "p2" if point == 2 else point)

    def test_labels_that_clash(self) -> None:
        held = framework(scales=[scale(labels=["Good", "good", "Not applicable", "What?*~"])])
        for point in ("p0", "p1", "p2", "p3", "not-applicable"):
            document = review({"part-1/point-1": {"point": point}})
            self.assertEqual(self.read(self.make(held, document))["judgements"], document["judgements"])

    def test_control_characters_and_long_texts_are_told(self) -> None:
        document = review({"part-1/point-1": {"evidence": "a\x07b", "challenge": "x" * 40_000}})
        path = self.folder / "book.xlsx"
        lost = support.make_workbook(path, framework(), "self", document)
        self.assertEqual([loss.get("where") for loss in lost], ["Judgements!F5", "Judgements!H5"])
        back = self.read(path)["judgements"]["part-1/point-1"]
        self.assertEqual(back["evidence"], "ab")
        self.assertEqual(len(back["challenge"]), 32_767)


if __name__ == "__main__":
    unittest.main()

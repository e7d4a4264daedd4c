"""A made-up library becomes a framework, and what cannot is told."""

import copy
import unittest
from typing import Any, Dict, List, Optional

import paths
import yaml
from importing import Imported, import_library
from library import read_library
from library_yaml import LibraryError, read_yaml, write_yaml


def sample() -> Dict[str, Any]:
    return yaml.safe_load((paths.SAMPLE / "allotment.yaml").read_text(encoding="utf-8"))


def imported(document: Dict[str, Any], **options: str) -> Imported:
    return import_library(read_library(read_yaml(write_yaml(document).encode())), options)


def find(criteria: List[Dict[str, Any]], path: str) -> Dict[str, Any]:
    first, _, rest = path.partition("/")
    found = next(each for each in criteria if each["id"] == first)
    return find(found["criteria"], rest) if rest else found


def outline(criteria: List[Dict[str, Any]]) -> List[Any]:
    return [(each["id"], outline(each["criteria"])) if each.get("criteria") else each["id"] for each in criteria]


class Importing(unittest.TestCase):
    def setUp(self) -> None:
        self.result = imported(sample())
        self.framework = self.result.framework

    def lost(self, words: str, result: Optional[Imported] = None) -> Dict[str, str]:
        entries = [each for each in (result or self.result).lost if words in each["what"]]
        self.assertEqual(len(entries), 1, f"{words}: {[each['what'] for each in self.result.lost]}")
        return entries[0]

    def test_says_what_it_is_and_where_it_comes_from(self) -> None:
        known = {key: self.framework[key] for key in ("id", "version", "status", "title", "summary", "language")}
        self.assertEqual(
            known,
            {
                "id": "allotment",
                "version": "7.0.0",
                "status": "draft",
                "title": "How an allotment is kept",
                "summary": "What the society looks at in summer",
                "language": "en",
            },
        )
        source = self.framework["source"][0]
        self.assertEqual(source["publisher"], "The made-up allotment society")
        self.assertEqual(source["date"], "2025-03-01")
        self.assertIn("urn:made-up:risk:library:allotment, version 7", source["note"])
        self.assertIn("Copyright: Nobody's", source["note"])

    def test_every_assessed_requirement_is_judged_and_nothing_else(self) -> None:
        self.assertEqual(
            outline(self.framework["criteria"]),
            [
                ("a", [("a-1", ["a-1-note"]), "a-2"]),
                ("general", ["b"]),
                ("c", ["itself", "c-1"]),
            ],
        )
        self.assertEqual([each["id"] for each in self.framework["levels"]], ["group", "requirement", "detail"])
        self.assertEqual(
            self.framework["judging"], {"self": {"level": "requirement", "scale": "score"}, "peer": "none"}
        )
        self.assertEqual(self.lost("groups were added")["where"], "How an allotment is kept")
        self.assertEqual(self.lost("it became a group")["where"], "C")

    def test_peers_mark_where_they_are_asked_to(self) -> None:
        judging = imported(sample(), peer="yes").framework["judging"]
        self.assertEqual(judging["peer"], judging["self"])

    def test_what_is_not_assessed_beside_what_is_becomes_a_prompt(self) -> None:
        question = find(self.framework["criteria"], "c")["questions"]
        self.assertEqual(
            question, [{"id": "c-note", "text": "C.N A word on locks\n\nThe society does not insure sheds"}]
        )
        self.assertEqual(self.lost("it became a prompt")["where"], "C.N")

    def test_words_evidence_and_questions_stay(self) -> None:
        weeds = find(self.framework["criteria"], "a/a-1")
        self.assertEqual((weeds["code"], weeds["title"]), ("A.1", "Weeds"))
        self.assertEqual(weeds["text"], "Weeds are pulled before they seed")
        self.assertEqual(weeds["source"], {"ref": "library", "at": "urn:made-up:risk:req_node:allotment:a.1"})
        self.assertEqual(
            [each["text"] for each in weeds["evidence"]], ["a look at the beds", "a diary\nof the season"]
        )
        self.assertEqual(weeds["evidence"][0]["id"], "a-look-at-the-beds")
        self.assertEqual(weeds["questions"], [{"id": "question-1", "text": "Who weeds?\n- The holder\n- Nobody"}])
        self.assertEqual(weeds["x-implementation-groups"], ["S"])
        self.assertEqual(self.lost("under add_score")["where"], "A.1")
        self.assertEqual(self.lost("under reference_controls")["where"], "A.1")
        self.assertIn("reference controls", self.lost("The library's reference controls")["what"])

    def test_an_annotation_stands_at_the_end_of_the_text(self) -> None:
        dug = find(self.framework["criteria"], "a/a-2")
        self.assertNotIn("title", dug)
        self.assertEqual(dug["text"], "Beds are dug in autumn\n\nNot needed where beds are mulched")
        self.lost("annotation stands at the end")

    def test_scores_are_points(self) -> None:
        self.assertEqual(
            self.framework["scales"]["score"]["points"],
            [
                {"id": "wild", "value": 0, "label": "Wild", "text": "Nothing is done"},
                {"id": "kept", "value": 1, "label": "Kept"},
                {"id": "cared-for", "value": 2, "label": "Cared for", "text": "Somebody is there every week"},
            ],
        )
        self.lost("description_doc")
        self.assertEqual(self.framework["overall"]["aggregate"], "none")

    def test_one_language_is_imported_at_a_time(self) -> None:
        self.assertEqual(self.lost("Texts in other languages")["where"], "fr")
        french = imported(sample(), language="fr")
        self.assertEqual((french.framework["language"], french.framework["title"]), ("fr", "Comment tenir un jardin"))
        self.assertEqual(outline(french.framework["criteria"]), outline(self.framework["criteria"]))
        self.assertEqual(find(french.framework["criteria"], "c/c-1")["title"], "Toit")
        self.assertEqual(find(french.framework["criteria"], "a/a-1")["title"], "Weeds")
        self.assertEqual(
            french.framework["scales"]["score"]["points"][0],
            {"id": "wild", "value": 0, "label": "Sauvage", "text": "Rien n'est fait"},
        )
        self.assertEqual(self.lost("Translations of annotation", french)["where"], "C.1")
        self.lost("has not translated", french)
        with self.assertRaisesRegex(LibraryError, "no texts in “cy”.*besides it has fr"):
            imported(sample(), language="cy")

    def test_ids_do_not_depend_on_the_order(self) -> None:
        other = sample()
        nodes = other["objects"]["framework"]["requirement_nodes"]
        nodes[1], nodes[3] = nodes[3], nodes[1]
        self.assertEqual(outline(imported(other).framework["criteria"])[0], ("a", ["a-2", ("a-1", ["a-1-note"])]))


class Scales(unittest.TestCase):
    def scale(self, **changes: Any) -> Imported:
        document = sample()
        framework = document["objects"]["framework"]
        for key in ("min_score", "max_score", "scores_definition"):
            framework.pop(key)
        framework.update(changes)
        return imported(document)

    def points(self, result: Imported) -> List[Any]:
        (scale,) = result.framework["scales"].values()
        return [(point["id"], point["value"]) for point in scale["points"]]

    def test_without_scores_the_results_in_words_are_judged(self) -> None:
        result = self.scale()
        self.assertEqual(self.points(result), [("non-compliant", 0), ("partially-compliant", 1), ("compliant", 2)])
        self.assertTrue(result.framework["scales"]["result"]["note"].startswith("Assumed: "))

    def test_all_whole_numbers_between_the_ends_are_points(self) -> None:
        named = [{"score": 1, "name": "Low"}]
        self.assertEqual(
            self.points(self.scale(min_score=1, max_score=3, scores_definition=named)),
            [("low", 1), ("score-2", 2), ("score-3", 3)],
        )

    def test_named_scores_that_span_the_scale_are_its_points(self) -> None:
        named = [{"score": score, "name": name} for score, name in ((10, "Ten"), (0, "None"), (5, "Five"))]
        result = self.scale(min_score=0, max_score=10, scores_definition=named)
        self.assertEqual(self.points(result), [("none", 0), ("five", 5), ("ten", 10)])

    def test_too_many_scores_and_names_outside_are_told(self) -> None:
        result = self.scale(min_score=0, max_score=661)
        self.assertEqual(len(self.points(result)), 3)
        self.assertTrue(any("from 0 to 661" in each["what"] for each in result.lost))
        named = [{"score": score, "name": f"S{score}"} for score in range(3)]
        result = self.scale(min_score=1, max_score=2, scores_definition=named)
        self.assertEqual(self.points(result), [("s1", 1), ("s2", 2)])
        self.assertTrue(any("names of the scores 0" in each["what"] for each in result.lost))

    def test_a_requirement_may_have_a_scale_of_its_own(self) -> None:
        document = sample()
        framework = document["objects"]["framework"]
        framework["scores_definition"] = {
            "scale": framework["scores_definition"],
            "alternatives": {
                "yes-no": [{"score": 0, "name": "No"}, {"score": 1, "name": "Yes"}],
                "weeds": [
                    {"score": 0, "name": "Wild", "description": "- Thistles\n- Docks"},
                    {"score": 1, "name": "Kept", "description": ""},
                    {"score": 2, "name": "Cared for", "description": "Somebody is there every week"},
                ],
            },
        }
        nodes = {each["ref_id"]: each for each in framework["requirement_nodes"] if "ref_id" in each}
        nodes["A.2"].update(min_score=0, max_score=1, scores_definition_ref="yes-no")
        nodes["A.1"].update(scores_definition_ref="weeds")
        result = imported(document).framework
        self.assertEqual(find(result["criteria"], "a/a-2")["scale"], "yes-no")
        self.assertEqual([point["label"] for point in result["scales"]["yes-no"]["points"]], ["No", "Yes"])
        self.assertEqual(
            find(result["criteria"], "a/a-1")["statements"],
            [
                {"id": "thistles", "at": "wild", "text": "Thistles"},
                {"id": "docks", "at": "wild", "text": "Docks"},
            ],
        )


class Trees(unittest.TestCase):
    """Trees as (name, assessed, children)."""

    def tree(self, *roots: Any) -> Imported:
        document = copy.deepcopy(sample())
        nodes: List[Dict[str, Any]] = []

        def add(entry: Any, parent: Optional[str]) -> None:
            name, assessed, *children = entry
            urn = f"urn:made-up:risk:req_node:t:{name}"
            nodes.append(
                {"urn": urn, "assessable": assessed, "name": name, **({"parent_urn": parent} if parent else {})}
            )
            for child in children:
                add(child, urn)

        for root in roots:
            add(root, None)
        document["objects"]["framework"]["requirement_nodes"] = nodes
        return imported(document)

    def test_a_flat_list(self) -> None:
        framework = self.tree(("a", True), ("b", True)).framework
        self.assertEqual(outline(framework["criteria"]), ["a", "b"])
        self.assertEqual([each["id"] for each in framework["levels"]], ["requirement"])

    def test_a_heading_in_a_flat_list_stays_unjudged(self) -> None:
        framework = self.tree(("intro", False), ("a", True)).framework
        self.assertEqual(outline(framework["criteria"]), ["intro", ("general", ["a"])])
        self.assertEqual(framework["judging"]["self"]["level"], "requirement")
        self.assertEqual([each["id"] for each in framework["levels"]], ["group", "requirement"])

    def test_neighbours_share_an_added_group(self) -> None:
        framework = self.tree(
            ("a", True), ("b", True), ("c", False, ("d", False, ("e", True))), ("f", True)
        ).framework
        criteria = framework["criteria"]
        self.assertEqual(outline(criteria)[:2], [("general", [("general", ["a", "b"])]), ("c", [("d", ["e"])])])
        self.assertRegex(criteria[2]["id"], r"general-[0-9a-f]{8}")

    def test_nothing_assessed_is_nothing_judged(self) -> None:
        result = self.tree(("a", False, ("b", False)))
        self.assertEqual(result.framework["judging"], {"self": "none", "peer": "none"})
        self.assertTrue(any("judges nothing" in each["what"] for each in result.lost))

    def test_ids_are_slugs_and_unique(self) -> None:
        framework = self.tree(("A.1", True), ("a-1", True), ("x" * 90, True)).framework
        ids = [each["id"] for each in framework["criteria"]]
        self.assertEqual(ids[0], "a-1")
        self.assertRegex(ids[1], r"a-1-[0-9a-f]{8}")
        self.assertEqual((len(set(ids)), len(ids[2])), (3, 64))

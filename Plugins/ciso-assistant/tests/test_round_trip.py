"""Every framework of the repository goes out as a library and comes back: through our own file, and through one that
has lost what CISO Assistant does not know."""

import functools
import json
import os
import subprocess
import unittest
from pathlib import Path
from typing import Any, Dict, List

import paths
import yaml
from exporting import export_library
from importing import import_library
from library import URN, read_library
from library_yaml import LibraryError, read_yaml, write_yaml

CARRIED = ("schema", "id", "version", "title", "summary", "language", "subject", "levels", "judging", "stems")


@functools.lru_cache(maxsize=None)
def frameworks() -> List[Dict[str, Any]]:
    """Those that stand alone; with WAYMARK set to the program, variants too, as Waymark resolves them."""
    program = os.environ.get("WAYMARK")
    found = []
    for path in sorted(Path(paths.FRAMEWORKS).glob("*/*/framework.yaml")):
        text = path.read_text(encoding="utf-8")
        if program:
            text = subprocess.run(
                [program, "framework", "show", str(path), "--format", "yaml"],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        document = yaml.safe_load(text)
        if "extends" not in document:
            # The host sends the document with these filled in.
            found.append({"language": "en-GB", "subject": "school", **document})
    return found


def carried(document: Dict[str, Any]) -> Dict[str, Any]:
    kept = {key: document[key] for key in CARRIED if key in document}
    kept["source"] = [{key: value for key, value in each.items() if key != "places"} for each in document["source"]]
    marking = next(each for each in document["judging"].values() if isinstance(each, dict))
    order = [point["id"] for point in document["scales"][marking["scale"]]["points"]]
    kept["scales"] = {name: {"kind": "ordinal", **scale} for name, scale in document["scales"].items()}
    kept["criteria"] = [_criterion(each, order) for each in document["criteria"]]
    return kept


def _criterion(criterion: Dict[str, Any], order: List[str]) -> Dict[str, Any]:
    kept = {key: value for key, value in criterion.items() if key != "when"}
    if "statements" in kept:
        kept["statements"] = sorted(kept["statements"], key=lambda each: order.index(each["at"]))
    if "criteria" in kept:
        kept["criteria"] = [_criterion(each, order) for each in kept["criteria"]]
    return kept


def tree(document: Dict[str, Any]) -> List[Any]:
    marking = next(each for each in document["judging"].values() if isinstance(each, dict))
    judged = [each["id"] for each in document["levels"]].index(marking["level"])

    def shape(criteria: List[Dict[str, Any]], level: int) -> List[Any]:
        return [
            (
                each["id"],
                each.get("code"),
                each.get("title"),
                level == judged,
                shape(each.get("criteria", []), level + 1),
            )
            for each in criteria
        ]

    return shape(document["criteria"], 0)


def back(library: Dict[str, Any]) -> Dict[str, Any]:
    return import_library(read_library(read_yaml(write_yaml(library).encode())), {}).framework


class RoundTrip(unittest.TestCase):
    def setUp(self) -> None:
        if not paths.FRAMEWORKS.is_dir():
            self.skipTest("the repository's frameworks are not there")

    def test_everything_that_a_library_can_say_comes_back(self) -> None:
        for document in frameworks():
            with self.subTest(document["id"], version=document["version"]):
                returned = back(export_library(document).library)
                self.assertEqual(_plain(carried(returned)), _plain(carried(document)))

    def test_ids_tree_words_judged_criteria_and_scale_survive_ciso_assistant(self) -> None:
        for document in frameworks():
            with self.subTest(document["id"], version=document["version"]):
                library = export_library(document).library
                del library["waymark"]
                returned = back(library)
                self.assertEqual(returned["id"], document["id"])
                self.assertEqual(tree(returned), tree(document))
                marking = next(each for each in document["judging"].values() if isinstance(each, dict))
                points = document["scales"][marking["scale"]]["points"]
                (scale,) = [each for name, each in returned["scales"].items() if name == "score"]
                words = ("value", "label", "text")
                self.assertEqual(
                    [[point.get(key) for key in words] for point in scale["points"]],
                    [[point.get(key) for key in words] for point in points],
                )

    def test_the_same_framework_gives_the_same_bytes(self) -> None:
        for document in frameworks():
            again = json.loads(json.dumps(document))
            self.assertEqual(write_yaml(export_library(document).library), write_yaml(export_library(again).library))

    def test_the_loader_would_take_it(self) -> None:
        """Its conditions, from StoredLibrary.store_library_content and the importers."""
        for document in frameworks():
            library = yaml.safe_load(write_yaml(export_library(document).library))
            self.assertLessEqual({"urn", "name", "version", "objects", "ref_id"}, set(library))
            self.assertIsInstance(library["version"], int)
            framework = library["objects"]["framework"]
            self.assertTrue(0 <= framework["min_score"] < framework["max_score"])
            definition = framework["scores_definition"]
            alternatives = definition["alternatives"] if isinstance(definition, dict) else {}
            seen = set()
            for node in framework["requirement_nodes"]:
                self.assertRegex(node["urn"], URN)
                self.assertLessEqual(len(node["urn"]), 255)
                self.assertNotIn(node["urn"], seen)
                self.assertIn(node.get("parent_urn"), seen | {None})
                self.assertIsInstance(node["assessable"], bool)
                self.assertLessEqual(len(node.get("name", "")), 200)
                seen.add(node["urn"])
                if "scores_definition_ref" in node:
                    lowest = node.get("min_score", framework["min_score"])
                    scores = range(lowest, node.get("max_score", framework["max_score"]) + 1)
                    named = [entry["score"] for entry in alternatives[node["scores_definition_ref"]]]
                    self.assertEqual(named, list(scores))


def _plain(value: Any) -> Any:
    """Without white space at the ends, as Waymark reads texts."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value


class Exporting(unittest.TestCase):
    def document(self, **changes: Any) -> Dict[str, Any]:
        return {
            "id": "made-up", "version": "1.2.3", "title": "Made up", "language": "cy",
            "levels": [{"id": "area", "title": "Area"}],
            "scales": {"depth": {"points": [{"id": "low", "value": -1}, {"id": "high", "value": 4, "label": "High"}]}},
            "judging": {"self": "none", "peer": {"level": "area", "scale": "depth"}},
            "criteria": [{"id": "one", "title": "T" * 250, "weight": 2}, {"id": "two", "text": "Two", "weight": 0.5}],
            "overall": "median", **changes,
        }  # fmt: skip

    def test_what_has_no_place_is_told_with_where(self) -> None:
        exported = export_library(self.document(team={"roles": []}))
        told = {each["what"]: each.get("where") for each in exported.losses.entries()}
        self.assertEqual(
            told,
            {
                "A title of more than 200 characters stands in the description.": "one",
                "A weight that is no whole number from 1 on.": "two",
                "Values of points that are none or below 0: scores count from 0.": "depth",
                "Who does what in a review.": "team",
                "The overall figure (median): CISO Assistant works out one of its own.": "overall",
            },
        )

    def test_versions_and_scores_are_whole_numbers(self) -> None:
        exported = export_library(self.document())
        self.assertEqual((exported.library["version"], exported.library["locale"]), (10203, "cy"))
        framework = exported.library["objects"]["framework"]
        self.assertEqual((framework["min_score"], framework["max_score"]), (0, 5))
        self.assertEqual(framework["requirement_nodes"][0]["weight"], 2)
        points = back(exported.library)["scales"]["depth"]["points"]
        self.assertEqual([(each["id"], each["value"]) for each in points], [("low", -1), ("high", 4)])

    def test_options_are_checked(self) -> None:
        library = export_library(self.document(), options={"packager": "Our-Group", "version": "12"}).library
        self.assertEqual((library["urn"], library["version"]), ("urn:our-group:risk:library:made-up", 12))
        for options in ({"packager": "intuitem"}, {"packager": "a b"}, {"version": "x"}, {"version": "0"}):
            with self.assertRaises(LibraryError):
                export_library(self.document(), options=options)
        with self.assertRaisesRegex(LibraryError, "no whole number"):
            export_library(self.document(version="1.200.0"))

    def test_a_block_of_another_form_is_refused(self) -> None:
        library = export_library(self.document()).library
        library["waymark"]["schema"] = "waymark.ciso-assistant/9"
        with self.assertRaisesRegex(LibraryError, "is not of the form"):
            back(library)

    def test_an_edited_file_keeps_what_still_fits(self) -> None:
        document = self.document(stems=[{"id": "how", "text": "How well"}])
        document["criteria"][1].update(stem="how", questions=[{"id": "q", "text": "is it done?"}])
        library = export_library(document).library
        node = library["objects"]["framework"]["requirement_nodes"][1]
        self.assertEqual(node["description"], "How well Two")
        node["description"] = "Something else"
        criterion = back(library)["criteria"][1]
        self.assertEqual((criterion["text"], criterion["stem"]), ("Something else", "how"))
        self.assertEqual(criterion["questions"], [{"id": "q", "text": "is it done?"}])

"""The plugin over the wire, as Waymark runs it; and how long a workbook takes, the start of the program
included."""

import sys
import time
import unittest
from typing import Any, Dict

import support
from made_up import framework, review
from waymark_plugin_testing import PluginError, PluginProcess

FULL = {
    f"part-{n}/point-{m}": {"point": "p2", "evidence": "Made up. " * 20, "actions": ["One.", "Two."]}
    for n in range(1, 9)
    for m in range(1, 10)
}


def seventy_one() -> Dict[str, Any]:
    """8 groups of 9, less one: 71 judged criteria."""
    held = framework(groups=8, each=9)
    held["outline"]["criteria"][-1]["children"].pop()
    return held


class Wire(unittest.TestCase):
    def test_there_and_back(self) -> None:
        with PluginProcess(support.PLUGIN) as plugin:
            held = framework()
            blank = plugin.call(
                "framework.export",
                {
                    "format": "xlsx",
                    "framework": held,
                    "kind": "peer",
                    "language": None,
                    "reviews": [],
                    "options": {},
                },
            )
            self.assertEqual(list(blank.files), ["made-up-1.0.0-peer.xlsx"])
            document = review({"part-2/point-3": {"point": "p3"}})
            filled = plugin.call(
                "review.export",
                {
                    "format": "xlsx",
                    "framework": held,
                    "scores": [],
                    "options": {},
                    "reviews": [document, document],
                },
            )
            names = ["made-up-1.0.0-self-made-up-school.xlsx", "made-up-1.0.0-self-made-up-school-2.xlsx"]
            self.assertEqual(list(filled.files), names)
            for given in (held, None):
                back = plugin.call(
                    "review.import",
                    {"format": "xlsx", "framework": given, "options": {}},
                    {"book.xlsx": filled.files[names[0]]},
                )
                self.assertEqual(back.result, {"reviews": [document], "mistakes": [], "lost": []})

    def test_what_cannot_be_used_is_a_mistake_and_not_a_failure(self) -> None:
        with PluginProcess(support.PLUGIN) as plugin:
            for method, params, files in (
                ("review.import", {"framework": None}, {"book.xlsx": b"no workbook"}),
                ("review.export", {"framework": framework(), "reviews": []}, None),
                (
                    "framework.export",
                    {"framework": {**framework(), "id": "other"}, "reviews": [review()]},
                    None,
                ),
            ):
                with self.assertRaises(PluginError) as refused:
                    plugin.call(method, params, files)
                self.assertEqual(refused.exception.code, -32602)
                self.assertEqual(len(refused.exception.mistakes), 1)

    def test_a_workbook_of_71_criteria_takes_less_than_two_seconds(self) -> None:
        held = seventy_one()
        FULL.pop("part-8/point-9", None)
        document = review(FULL)
        start = time.perf_counter()
        with PluginProcess(support.PLUGIN) as plugin:
            made = plugin.call("framework.export", {"framework": held, "kind": "self", "reviews": [document]})
            making = time.perf_counter() - start
        book = next(iter(made.files.values()))
        start = time.perf_counter()
        with PluginProcess(support.PLUGIN) as plugin:
            back = plugin.call("review.import", {"framework": held}, {"book.xlsx": book})
            reading = time.perf_counter() - start
        self.assertEqual(back.result["reviews"], [document])
        print(
            f"71 criteria: made in {making:.2f} s, read in {reading:.2f} s, {len(book) // 1024} KiB",
            file=sys.stderr,
        )
        self.assertLess(making, 2)
        self.assertLess(reading, 2)


if __name__ == "__main__":
    unittest.main()

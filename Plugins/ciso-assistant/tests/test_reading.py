"""What a stranger's file may and may not do to the reader."""

import unittest

import paths  # noqa: F401
from library import read_library
from library_yaml import LibraryError, read_yaml, write_yaml

HEAD = "urn: urn:made-up:risk:library:x\nref_id: X\nname: X\nversion: 1\nobjects:\n"
FRAMEWORK = HEAD + "  framework:\n    urn: urn:made-up:risk:framework:x\n    ref_id: X\n    requirement_nodes:\n"


def node(name: str, rest: str = "assessable: true") -> str:
    return f"    - {{urn: 'urn:made-up:risk:req_node:x:{name}', {rest}}}\n"


class Reading(unittest.TestCase):
    def refuse(self, text: "str | bytes", words: str) -> LibraryError:
        data = text if isinstance(text, bytes) else text.encode()
        with self.assertRaisesRegex(LibraryError, words) as refused:
            read_library(read_yaml(data))
        return refused.exception

    def test_aliases_that_grow_without_bounds_are_refused(self) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9))}]" for n in range(1, 9)]
        self.refuse("\n".join(lines), "by aliases beyond all bounds")

    def test_an_alias_to_itself_is_refused(self) -> None:
        self.refuse("a: &a [*a]", "stands for nothing that was written before it")

    def test_aliases_within_bounds_are_followed(self) -> None:
        document = read_yaml(b"a: &a {b: c}\nd: *a\ne: {<<: *a, f: g}\n")
        self.assertEqual(document["d"], {"b": "c"})
        self.assertEqual(document["e"], {"f": "g", "b": "c"})

    def test_depth_is_bounded(self) -> None:
        self.refuse("a: " + "[" * 100 + "]" * 100, "more than 64 deep")
        self.refuse("a: " + "[" * 200_000, "more than 64 deep")

    def test_tags_make_nothing(self) -> None:
        self.refuse("a: !!python/object/apply:os.system [ls]", "is not for libraries")

    def test_what_is_no_library_is_named(self) -> None:
        self.refuse(b"PK\x03\x04....", "workbook or an archive")
        self.refuse(b"name: \xff", "not UTF-8")
        self.refuse("a: [", "not YAML")
        self.refuse("just words", "holds no library")
        self.refuse("", "holds no library")
        self.refuse("a: 1\n---\nb: 2", "several documents")
        self.refuse("name: X", "needs urn, version, ref_id, objects")
        self.refuse(b"a" * ((16 << 20) + 1), "16")

    def test_scalars_stay_as_they_were_written(self) -> None:
        self.assertEqual(
            read_yaml(b"a: no\nb: 010\nc: null\nd: 'null'\ne: 2025-01-01"),
            {"a": "no", "b": "010", "c": None, "d": "null", "e": "2025-01-01"},
        )

    def test_libraries_without_a_framework_say_what_they_hold(self) -> None:
        self.refuse(HEAD + "  risk_matrix: [{urn: x}]\n  threats: []\n", "it holds: risk matrix, threats")

    def test_one_of_several_frameworks_has_to_be_chosen(self) -> None:
        nodes = f"requirement_nodes: [{{urn: {'urn:made-up:risk:req_node:x:1'}, assessable: true}}]"
        two = HEAD + f"  frameworks:\n  - {{urn: u1, ref_id: ONE, {nodes}}}\n  - {{urn: u2, ref_id: TWO, {nodes}}}\n"
        self.refuse(two, "2 frameworks: ONE, TWO")
        self.assertEqual(read_library(read_yaml(two.encode()), "TWO").framework["ref_id"], "TWO")
        with self.assertRaisesRegex(LibraryError, "no framework “THREE”"):
            read_library(read_yaml(two.encode()), "THREE")

    def test_nodes_that_cannot_be_placed_are_named_with_their_line(self) -> None:
        twice = self.refuse(FRAMEWORK + node("a") + node("a"), "Two requirement nodes")
        self.assertEqual(twice.mistakes[0]["where"], "lines 10 and 11")
        self.refuse(FRAMEWORK + node("a", "parent_urn: 'urn:made-up:risk:req_node:x:b'"), "not in the library")
        parent = "parent_urn: 'urn:made-up:risk:req_node:x:{}'"
        self.refuse(FRAMEWORK + node("a", parent.format("b")) + node("b", parent.format("a")), "below itself")
        self.refuse(FRAMEWORK + node("a", "min_score: many"), "min_score is no whole number")
        self.refuse(FRAMEWORK.replace("requirement_nodes:\n", "requirement_nodes: []\n"), "no requirement_nodes")
        self.refuse(FRAMEWORK.replace("urn:made-up:risk:library:x", "library x"), "not of the form")

    def test_a_key_that_stands_twice_is_warned_of(self) -> None:
        library = read_library(read_yaml((FRAMEWORK + node("a", "assessable: true, name: A, name: B")).encode()))
        self.assertEqual(library.nodes[0].name, "B")
        self.assertEqual(library.warnings[0]["where"], "line 10")


class Writing(unittest.TestCase):
    def test_what_is_written_is_read_again(self) -> None:
        same = ["a"]
        document = {"a": "no", "b": "two\nlines", "c": same, "d": same, "e": "é: #", "f": "2025-01-01", "g": 3}
        text = write_yaml(document)
        self.assertNotIn("&", text)
        self.assertEqual(read_yaml(text.encode()), {**document, "g": "3"})

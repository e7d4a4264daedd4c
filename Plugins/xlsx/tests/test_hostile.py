"""Files that are no workbook of ours, or none at all: each is refused with a sentence, soon, and in little
memory."""

import io
import os
import resource
import time
import unittest
import zipfile
from typing import Any, Callable, Dict, Optional

import support
from layout.choices import Option
from layout.fields import identity_of
from layout.identity import Identity, seal
from made_up import framework, review
from outline.outline import read_outline
from openpyxl import Workbook, load_workbook
from reading import guard
from support import InFolder
from waymark_plugin import Mistakes

TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


class Hostile(InFolder):
    def refuse(self, content: bytes, message: str) -> None:
        path = self.folder / "given.xlsx"
        path.write_bytes(content)
        start = time.monotonic()
        with self.assertRaises(Mistakes) as refused:
            support.read_review(path, None)
        found = refused.exception.mistakes
        self.assertEqual(len(found), 1)
        self.assertIn(message, found[0]["message"])
        self.assertTrue(found[0]["help"])
        self.assertLess(time.monotonic() - start, 5)

    def zipped(self, parts: Dict[str, bytes]) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return held.getvalue()

    def altered(self, change: Callable[[str, bytes], Optional[bytes]]) -> bytes:
        """A workbook of ours with its parts changed; `None` leaves one out."""
        parts: Dict[str, bytes] = {}
        with zipfile.ZipFile(self.make(framework(), review())) as archive:
            for name in archive.namelist():
                content = change(name, archive.read(name))
                if content is not None:
                    parts[name] = content
        return self.zipped(parts)

    def test_other_files(self) -> None:
        self.refuse(b"", "is empty")
        self.refuse(b"subject,point\n", "no Excel workbook")
        self.refuse(b"%PDF-1.7", "a PDF")
        self.refuse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook with a password")
        self.refuse(self.zipped({"a.txt": b"a"}), "a zip file, but no Excel workbook")
        self.refuse(self.zipped({"mimetype": b"", "content.xml": b""}), "OpenDocument")
        self.refuse(self.zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>"}), "cannot be read")

    def test_workbooks_from_elsewhere(self) -> None:
        book = Workbook()
        book.active.title = "Budget"
        book.save(self.folder / "budget.xlsx")
        self.refuse(
            (self.folder / "budget.xlsx").read_bytes(), "not made by Waymark. Its sheets are “Budget”."
        )

    def test_the_hidden_sheet(self) -> None:
        for change, message in (
            (lambda book: book.remove(book["Waymark"]), "The hidden sheet “Waymark” is missing"),
            (lambda book: book.remove(book["Judgements"]), "The sheet “Judgements” is missing"),
            (lambda book: book["Waymark"].delete_rows(12), "was changed or is damaged"),
            (lambda book: setattr(book["Waymark"]["B2"], "value", "other"), "was changed or is damaged"),
            (
                lambda book: setattr(book["Waymark"]["B1"], "value", "waymark.xlsx/9"),
                "was changed or is damaged",
            ),
            (lambda book: setattr(book["Judgements"]["A1"], "value", None), "or its hidden first row"),
        ):
            path = self.make(framework(), review())
            book = load_workbook(path)
            change(book)
            book.save(path)
            self.refuse(path.read_bytes(), message)

    def test_a_sealed_lie_on_the_hidden_sheet(self) -> None:
        """Anybody can write a seal. What has a cell is what the cell says, and words mean what they say."""
        held = framework()
        outline = read_outline(held, "self")
        path = self.make(held, review({"part-1/point-1": {"point": "p3"}}))

        def lie(change: Callable[[Identity], object]) -> Dict[str, Any]:
            identity = identity_of(outline)
            change(identity)
            book = load_workbook(path)
            book.remove(book["Waymark"])
            sheet = book.create_sheet("Waymark")
            rows = identity.rows()
            for row in rows + [["seal", seal(rows)]]:
                sheet.append(row)
            book.save(self.folder / "lie.xlsx")
            return support.read_review(self.folder / "lie.xlsx", held)

        hidden = {
            "judgements": {
                "part-1/point-1": {"point": "p0", "evidence": "never seen"},
                "part-1/point-2": {"point": "p0"},
            },
            "top": {"date": "2020-01-01", "kind": "peer"},
            "subject": {"id": "other", "name": "Other"},
            "team": {"0": {"name": "Other"}},
        }
        told = lie(lambda identity: setattr(identity, "rest", hidden))["reviews"][0]
        self.assertEqual(told["judgements"], {"part-1/point-1": {"point": "p3"}})
        self.assertEqual(
            (told.get("date"), told["kind"], told["subject"]["id"], told.get("team")),
            (None, "self", "made-up-school", None),
        )
        swapped = [
            Option("p3" if o.id == "p0" else "p0" if o.id == "p3" else o.id, o.shown, o.name, o.value, o.code)
            for o in identity_of(outline).lists["scale/extent"]
        ]
        for change in (
            lambda identity: identity.lists.update({"scale/extent": swapped}),
            lambda identity: identity.criteria.pop("part-1/point-2"),
        ):
            answer = lie(change)
            self.assertEqual(answer["reviews"], [])
            self.assertIn("the hidden sheet", answer["mistakes"][0]["where"])
        for rest in ({"judgements": []}, {"team": {"0": 1}}, {"agreements": {}}, {"judgements": {"a": 1}}):
            with self.assertRaisesRegex(Mistakes, "changed or is damaged"):
                lie(lambda identity, rest=rest: setattr(identity, "rest", rest))

    def test_damaged_files_are_named_as_such(self) -> None:
        whole = self.make(framework(), review()).read_bytes()
        for size in range(1, len(whole), 2_999):
            path = self.folder / "cut.xlsx"
            path.write_bytes(whole[:size])
            with self.assertRaises(Mistakes):
                support.read_review(path, None)
        for place in range(0, len(whole), 499):
            path = self.folder / "flipped.xlsx"
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
            try:
                support.read_review(path, None)  # some bytes of a zip file do not matter
            except Mistakes:
                pass

    def test_damaged_parts(self) -> None:
        names = zipfile.ZipFile(self.make(framework(), review())).namelist()
        for name in names:
            for damage in (None, b"", b"<a/>", b"<a>", b"\x00\x01"):
                path = self.folder / "damaged.xlsx"
                path.write_bytes(
                    self.altered(lambda n, content, name=name, d=damage: d if n == name else content)
                )
                try:
                    support.read_review(path, None)
                except Mistakes as refused:
                    self.assertLess(len(str(refused)), 400)

    def test_bombs(self) -> None:
        sheet = "xl/worksheets/sheet1.xml"
        self.refuse(self.altered(lambda n, c: b"<a>" + b" " * (70 << 20) if n == sheet else c), "Unpacked")
        self.refuse(self.altered(lambda n, c: b" " * (25 << 20) + c if n == sheet else c), "far more cells")
        self.refuse(self.altered(lambda n, c: b"<a/>" * 1_100_000 if n == sheet else c), "far more cells")
        self.refuse(
            self.zipped({f"xl/{n}.bin": b"" for n in range(2_500)} | {"[Content_Types].xml": TYPES}),
            "too many parts",
        )
        self.refuse(os.urandom(8) + b"x" * (guard.LARGEST_FILE + 1), "at most 16 MiB")

    def test_entities_and_other_encodings(self) -> None:
        laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
        outside = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
        sheet = "xl/worksheets/sheet2.xml"
        for part in (laughs, outside):
            self.refuse(self.altered(lambda n, c, p=part: p if n == sheet else c), "declares entities")
        wide = laughs.decode().encode("utf-16")
        other = b'<?xml version="1.0" encoding="utf-7"?><a/>'
        for part in (wide, wide[2:], other):
            self.refuse(self.altered(lambda n, c, p=part: p if n == sheet else c), "not in UTF-8")

    def test_huge_rows_and_columns(self) -> None:
        far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        path = self.folder / "far.xlsx"
        path.write_bytes(self.altered(lambda n, c: c.replace(b"</sheetData>", far)))
        start = time.monotonic()
        self.assertEqual(support.read_review(path, None)["mistakes"], [])
        self.assertLess(time.monotonic() - start, 5)

    def test_one_long_text_in_many_cells(self) -> None:
        """Cells that share a text cost a file nothing, and a review everything."""
        held = framework(groups=10, each=40)
        path = self.make(held, review())
        book = load_workbook(path)
        for row in range(4, 104):
            for column in "FGH":
                book["Judgements"][f"{column}{row}"].value = "x" * 32_000
        book.save(path)
        answer = support.read_review(path, held)
        self.assertEqual(answer["reviews"], [])
        self.assertIn("more text here than a review may hold", answer["mistakes"][0]["message"])

    def test_little_memory_is_enough(self) -> None:
        # What all of the above took together, imports and all; plugin.yaml asks for 512 MiB.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.assertLess(peak, 600)


if __name__ == "__main__":
    unittest.main()

"""What a workbook looks like from the inside: what is locked, hidden, offered and printed."""

import re
import unittest
import zipfile
from typing import Any, Iterator, Tuple

import support
from made_up import criterion, framework, review, scale
from openpyxl import load_workbook
from support import InFolder

INPUTS = {"Start here", "Judgements", "Statements", "Measures"}


class Sheets(InFolder):
    def open(self, *words: Any, **named: Any) -> Any:
        return load_workbook(self.make(*words, **named))

    def cells(self, book: Any) -> Iterator[Tuple[str, Any]]:
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    yield sheet.title, cell

    def test_sheets_and_what_is_hidden(self) -> None:
        book = self.open(framework())
        states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}
        self.assertEqual(
            states,
            {
                "Start here": "visible",
                "Judgements": "visible",
                "Results": "visible",
                "Working": "hidden",
                "Waymark": "veryHidden",
            },
        )
        self.assertEqual(book.active.title, "Start here")
        for sheet in book.worksheets:
            if sheet.title in INPUTS:
                self.assertTrue(sheet.column_dimensions["A"].hidden, sheet.title)
                self.assertTrue(sheet.row_dimensions[1].hidden, sheet.title)

    def test_everything_is_locked_but_the_inputs(self) -> None:
        book = self.open(framework(), review({"part-1/point-1": {"point": "p1"}}))
        for sheet in book.worksheets:
            self.assertTrue(sheet.protection.sheet, sheet.title)
            self.assertIsNone(sheet.protection.password)
        self.assertTrue(book.security.lockStructure)
        open_cells = {
            f"{sheet}!{cell.coordinate}" for sheet, cell in self.cells(book) if not cell.protection.locked
        }
        judged = {f"Judgements!{c}{row}" for row in (5, 6, 7, 9, 10, 11) for c in "EFGH"}
        headings = {f"Judgements!{c}{row}" for row in (4, 8) for c in "FGH"}
        self.assertEqual({place for place in open_cells if place.startswith("Judgements")}, judged | headings)
        self.assertEqual({place.partition("!")[0] for place in open_cells}, {"Judgements", "Start here"})

    def test_no_text_becomes_a_formula(self) -> None:
        nasty = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "=cmd|'/c calc'!A1", "#N/A"]
        for text in nasty:
            held = framework(
                title=text,
                facts=[{"id": "f", "title": text}],
                occasions=[{"id": "o", "title": text}],
                agreements=[{"id": "a", "title": text}],
                team={"roles": [{"id": "r", "title": text}]},
                measures=[{"id": "m", "title": text, "text": text, "unit": text}],
                scales=[scale(labels=[text, "Fully"])],
            )
            held["title"] = text
            first = held["outline"]["criteria"][0]["children"][0]
            first.update(
                title=text,
                code=text,
                text=text,
                questions=[{"id": "q", "text": text}],
                statements=[{"id": "s", "at": "p0", "text": text}],
            )
            document = review(
                {"part-1/point-1": {"point": "p0", "evidence": text, "actions": [text]}},
                note=text,
                team=[{"name": text, "role": text, "school": text}],
            )
            for sheet, cell in self.cells(self.open(held, document)):
                if isinstance(cell.value, str) and cell.data_type != "s":
                    self.assertEqual(cell.data_type, "f")
                    self.assertIn(sheet, ("Start here", "Results", "Working"))
                    # Ours begin like this; a text inside them stands in quotation marks.
                    outside = re.sub(r'"(?:[^"]|"")*"', "", cell.value)
                    self.assertRegex(
                        outside, r"^=($|IF|IFERROR|SUMPRODUCT|SUM|COUNTIFS?|MID|INDEX|&|\$|Working!|\()"
                    )
                    self.assertNotIn("cmd", outside)

    def test_a_drop_down_for_every_judged_criterion(self) -> None:
        book = self.open(framework())
        sheet = book["Judgements"]
        lists = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
        self.assertEqual(len(lists), 1)
        self.assertEqual(set(str(lists[0].sqref).split()), {f"E{row}" for row in (5, 6, 7, 9, 10, 11)})
        self.assertEqual(lists[0].errorStyle, "stop")
        column = lists[0].formula1.partition("!")[2].replace("$", "")
        shown = [cell[0].value for cell in book["Waymark"][column]]
        self.assertEqual(shown, ["Not yet", "In part", "Mostly", "Fully", "Not applicable", "Not reviewed"])

    def test_no_overall_figure_where_there_is_none(self) -> None:
        def told(overall: Any) -> str:
            book = self.open(framework(overall=overall))
            working = [cell.value for (cell,) in book["Working"].iter_rows(max_col=1) if cell.value]
            return f"{book['Results']['C6'].value} {'median' in working}"

        self.assertEqual(told("none"), "This framework makes no overall figure, so none is made here. False")
        self.assertRegex(told({"aggregate": "median"}), r"^=Working!\$G\$\d+ True$")

    def test_a_rule_of_a_plugin_is_left_to_waymark(self) -> None:
        path = self.folder / "book.xlsx"
        lost = support.make_workbook(path, framework(overall={"aggregate": "trimmed-mean"}), "self", None)
        self.assertIn(
            "The figures of the rule “trimmed-mean” are not worked out in the workbook.",
            [loss["what"] for loss in lost],
        )

    def test_peers_who_mark_nothing(self) -> None:
        held = framework()
        held["outline"]["judging"]["peer"] = "none"
        for group in held["outline"]["criteria"]:
            for child in group["children"]:
                child["judgedBy"] = ["self"]
        book = self.open(held, kind="peer")
        self.assertNotIn("Results", book.sheetnames)
        self.assertTrue(book["Judgements"].column_dimensions["E"].hidden)
        document = review({"part-1/point-1": {"challenge": "How do you know?"}}, kind="peer")
        self.assertEqual(self.read(self.make(held, document))["judgements"], document["judgements"])

    def test_frameworks_of_odd_shapes(self) -> None:
        names = scale("colour", ["Blue", "Green"], kind="nominal")
        one = framework(groups=1, each=1)
        deep = framework(groups=1, each=2)
        deep["outline"]["criteria"][0]["children"][0]["children"] = [
            criterion("part-1/point-1/below", "A judged one below a judged one")
        ]
        none = framework(groups=0)
        for held in (
            one,
            deep,
            none,
            framework(scales=[{**names, "id": "extent"}]),
            framework(groups=40, each=2),
        ):
            self.read(self.make(held, review()))

    def test_printing_and_reading(self) -> None:
        book = self.open(framework())
        for name in ("Start here", "Judgements", "Results"):
            sheet = book[name]
            self.assertEqual(
                (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)), ("landscape", 9)
            )
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertEqual(book["Judgements"].freeze_panes, "D4")
        self.assertEqual(book["Judgements"].print_title_rows, "$2:$2")
        self.assertEqual(book.properties.language, "en-GB")
        fonts = {cell.font.name for _, cell in self.cells(book) if cell.value is not None}
        self.assertEqual(fonts, {"Calibri"})

    def test_rows_grow_as_somebody_writes(self) -> None:
        with zipfile.ZipFile(self.make(framework(), review())) as archive:
            sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        self.assertIn(' ht="30"', sheet)
        self.assertNotIn("customHeight", sheet)

    def test_the_chart_shows_what_stands_on_a_hidden_sheet(self) -> None:
        bars, radar = framework(groups=1, each=2), framework(groups=5, each=1)
        for held, kind in ((bars, "barChart"), (radar, "radarChart")):
            with zipfile.ZipFile(self.make(held, review())) as archive:
                chart = archive.read("xl/charts/chart1.xml").decode()
            self.assertIn(kind, chart)
            self.assertIn('plotVisOnly val="0"', chart)

    def test_only_functions_that_old_programs_know(self) -> None:
        known = {
            "IF",
            "IFERROR",
            "SUMPRODUCT",
            "SUM",
            "SUMIFS",
            "COUNTIF",
            "COUNTIFS",
            "INDEX",
            "MATCH",
            "INT",
            "ROUND",
            "MAX",
            "COLUMN",
            "ISNUMBER",
            "NA",
            "REPT",
            "AND",
            "OR",
            "MID",
        }
        used = set()
        for rule in ("median", "mean", "mode", "min", "max", "best-fit", "weighted-mean", "distribution"):
            for _, cell in self.cells(self.open(framework(overall={"aggregate": rule}))):
                if cell.data_type == "f":
                    formula = re.sub(r'"(?:[^"]|"")*"', "", cell.value)
                    used |= set(re.findall(r"([A-Z]+)\(", formula))
                    self.assertLess(len(cell.value), 8_192)
        self.assertEqual(used - known, set())


if __name__ == "__main__":
    unittest.main()

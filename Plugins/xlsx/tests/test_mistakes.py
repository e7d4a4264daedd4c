"""What people do to a workbook: each mistake is named with its sheet and cell, and says what to do."""

import unittest
from datetime import date, datetime
from typing import Any, Dict, List, Optional

import support
from made_up import framework, review
from openpyxl import load_workbook
from support import InFolder

FACTS: List[Dict[str, Any]] = [
    {"id": "faith", "title": "A faith school"},
    {
        "id": "phase",
        "title": "Phase",
        "kind": "choice",
        "choices": [{"id": "primary", "title": "Primary school"}],
    },
    {"id": "pupils", "title": "Pupils", "kind": "number"},
]
MEASURES: List[Dict[str, Any]] = [
    {"id": "progress", "title": "Progress", "kind": "counts", "scale": "extent"},
    {"id": "gap", "title": "Gap", "kind": "number", "atLeast": 0, "atMost": 100},
]


class Filled(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.held = framework(facts=FACTS, measures=MEASURES)
        self.document = review({"part-1/point-1": {"point": "p2"}}, date="2026-01-31")

    def change(self, changes: Dict[str, Any], then: Optional[Any] = None) -> Dict[str, Any]:
        """The answer to a workbook in which somebody typed into these cells (`Sheet!A1`)."""
        path = self.make(self.held, self.document)
        book = load_workbook(path)
        for place, value in changes.items():
            sheet, _, cell = place.partition("!")
            book[sheet][cell].value = value
        if then:
            then(book)
        book.save(path)
        return support.read_review(path, self.held)

    def cell(self, sheet: str, key: str, column: str) -> str:
        """Where a row stands."""
        for row in load_workbook(self.make(self.held, self.document))[sheet].iter_rows(max_col=1):
            if row[0].value == key:
                return f"{sheet}!{column}{row[0].row}"
        raise KeyError(key)

    def mistake(
        self, place: str, value: Any, message: str, help: str = "", severity: str = "error"
    ) -> Dict[str, Any]:
        answer = self.change({place: value})
        self.assertEqual(len(answer["mistakes"]), 1, answer["mistakes"])
        found = answer["mistakes"][0]
        self.assertEqual((found["where"], found["severity"]), (place, severity))
        self.assertIn(message, found["message"])
        self.assertIn(help, found["help"])
        self.assertEqual(answer["reviews"] == [], severity == "error")
        return answer


class Judgements(Filled):
    def test_a_word_that_is_no_point(self) -> None:
        self.mistake(
            "Judgements!E6",
            "Mostl",
            "“Mostl” is none of “Not yet”, “In part”, “Mostly”, “Fully”, “Not applicable”, “Not reviewed”.",
            "Did you mean “Mostly”?",
        )
        self.mistake("Judgements!E6", 9, "“9” is none of")
        self.mistake("Judgements!E6", "x" * 500, "…” is none of")

    def test_ways_to_name_a_point(self) -> None:
        for typed, point in (
            (3, "p3"),
            (3.0, "p3"),
            ("3", "p3"),
            ("p3", "p3"),
            (" FULLY ", "p3"),
            ("n/a", "not-applicable"),
            ("not  reviewed", "not-reviewed"),
            ("Not–reviewed", "not-reviewed"),
        ):
            answer = self.change({"Judgements!E6": typed})
            self.assertEqual(answer["mistakes"], [], typed)
            self.assertEqual(answer["reviews"][0]["judgements"]["part-1/point-2"], {"point": point})

    def test_formulas_are_refused_and_texts_that_look_like_them_are_not(self) -> None:
        self.mistake("Judgements!E6", "=E5", "holds a formula", "paste it back as a value")
        self.mistake("Judgements!F6", "=1+1", "holds a formula")

        def typed(book: Any) -> None:
            book["Judgements"]["F6"].value = "=1+1"
            book["Judgements"]["F6"].data_type = "s"

        answer = self.change({}, typed)
        self.assertEqual(answer["reviews"][0]["judgements"]["part-1/point-2"], {"evidence": "=1+1"})

    def test_numbers_and_dates_in_place_of_words(self) -> None:
        answer = self.mistake(
            "Judgements!F6", datetime(2026, 3, 4), "made a date of this text", "apostrophe", "warning"
        )
        self.assertEqual(answer["reviews"][0]["judgements"]["part-1/point-2"], {"evidence": "2026-03-04"})
        answer = self.change({"Judgements!F6": 42, "Judgements!G6": 0.5, "Judgements!H6": True})
        told = {"evidence": "42", "actions": ["0.5"], "challenge": "yes"}
        self.assertEqual(answer["reviews"][0]["judgements"]["part-1/point-2"], told)

    def test_an_error_value(self) -> None:
        self.mistake("Judgements!F6", "#N/A", "shows an error (#N/A)")

    def test_a_heading_takes_words_and_no_point(self) -> None:
        self.mistake("Judgements!E4", "Fully", "not judged in this kind of review")
        answer = self.change({"Judgements!F4": "On the whole."})
        self.assertEqual(answer["reviews"][0]["judgements"]["part-1"], {"evidence": "On the whole."})

    def test_several_mistakes_are_told_at_once(self) -> None:
        answer = self.change(
            {"Judgements!E6": "a", "Judgements!E7": "b", self.cell("Start here", "date", "C"): "soon"}
        )
        self.assertEqual(len(answer["mistakes"]), 3)

    def test_rows_that_were_taken_out_added_or_written_twice(self) -> None:
        answer = self.change({}, lambda book: book["Judgements"].delete_rows(6))
        self.assertIn("The row of “Point 1.2 (made up)” is missing.", answer["mistakes"][0]["message"])
        answer = self.change({"Judgements!F40": "stray"})
        self.assertEqual(answer["mistakes"][0]["where"], "Judgements!F40")
        self.assertIn("belongs to no criterion", answer["mistakes"][0]["message"])
        copy = {"Judgements!A30": "part-1/point-1", "Judgements!E30": "Fully"}
        answer = self.change(copy)
        self.assertIn("says the same as row 5", answer["mistakes"][0]["message"])

    def test_columns_sorted_without_their_keys(self) -> None:
        answer = self.change({"Judgements!C5": "Point 1.2 (made up)", "Judgements!C6": "Point 1.1 (made up)"})
        self.assertIn("perhaps only some columns were sorted", answer["mistakes"][0]["message"])
        self.assertEqual(answer["reviews"], [])

    def test_sheets_may_be_renamed_and_moved_and_rows_and_columns_put_in(self) -> None:
        def rearrange(book: Any) -> None:
            sheet = book["Judgements"]
            sheet.insert_rows(4)
            sheet.insert_cols(5)
            sheet.title = "Marks"
            book.move_sheet("Marks", -1)
            book.create_sheet("Our own notes")["A1"] = "anything"

        self.assertEqual(self.change({}, rearrange)["reviews"], self.change({})["reviews"])


class About(Filled):
    def test_dates_as_people_write_them(self) -> None:
        place = self.cell("Start here", "date", "C")
        for typed in (
            datetime(2026, 1, 31, 9),
            date(2026, 1, 31),
            "2026-01-31",
            "31/01/2026",
            "31.1.2026",
            "31 January 2026",
            "31 Jan 2026",
            46053,
            46053.0,
        ):
            answer = self.change({place: typed})
            self.assertEqual(answer["mistakes"], [], typed)
            self.assertEqual(answer["reviews"][0]["date"], "2026-01-31", typed)
        for typed in ("next week", "31/31/2026", 3, True):
            self.mistake(place, typed, "is no date", "31/01/2026")

    def test_school_years(self) -> None:
        place = self.cell("Start here", "period", "C")
        for typed in ("2025-26", "2025/26", "2025–2026", " 2025 - 26 "):
            self.assertEqual(self.change({place: typed})["reviews"][0]["period"], "2025-26", typed)
        for typed in ("2025", "2025-27", 2025):
            self.mistake(place, typed, "is no school year", "2025-26")

    def test_short_names(self) -> None:
        place = self.cell("Start here", "subject/id", "C")
        for typed, told in (("Our School", "our-school"), (100001, "100001"), ("100001 ", "100001")):
            self.assertEqual(self.change({place: typed})["reviews"][0]["subject"]["id"], told)
        self.mistake(place, "St. Nobody's!", "no short name and no URN", "six digits")
        self.mistake(place, None, "Short name or URN of the school is missing.")

    def test_lists_numbers_and_people(self) -> None:
        self.mistake(self.cell("Start here", "status", "C"), "finished", "none of “Draft”, “Agreed”")
        self.mistake(self.cell("Start here", "fact/phase", "C"), "Secondary", "none of “Primary school”")
        self.mistake(self.cell("Start here", "fact/pupils", "C"), "many", "is no number")
        self.mistake(self.cell("Start here", "fact/faith", "C"), "perhaps", "none of “Yes”, “No”")
        self.mistake(self.cell("Start here", "team-2", "D"), "Guest", "Somebody of the team has no name.")
        self.mistake(self.cell("Measures", "measure/progress/p1", "C"), -1, "is no count")
        self.mistake(self.cell("Measures", "measure/progress/p1", "C"), 1.5, "is no count")
        self.mistake(self.cell("Measures", "measure/gap", "C"), "wide", "is no number")
        answer = self.change(
            {
                self.cell("Measures", "measure/gap", "C"): "1,5",
                self.cell("Start here", "fact/faith", "C"): True,
            }
        )
        self.assertEqual(answer["reviews"][0]["measures"], {"gap": 1.5})
        self.assertEqual(answer["reviews"][0]["subject"]["facts"], {"faith": True})


class Framework(Filled):
    def test_another_framework_or_version(self) -> None:
        path = self.make(self.held, self.document)
        answer = support.read_review(path, {**self.held, "version": "2.0.0"})
        self.assertIn(
            "This workbook is of made-up@1.0.0, but it is read against made-up@2.0.0.",
            answer["mistakes"][0]["message"],
        )
        self.assertEqual(answer["reviews"], [])

    def test_another_text_of_the_same_version(self) -> None:
        path = self.make(self.held, self.document)
        answer = support.read_review(path, {**self.held, "digest": "sha256:" + "1" * 64})
        self.assertEqual(answer["mistakes"][0]["severity"], "warning")
        self.assertIn("another text of made-up@1.0.0", answer["mistakes"][0]["message"])
        # What the reviewers had before them stays written down.
        self.assertEqual(answer["reviews"][0]["framework"]["digest"], self.held["digest"])

    def test_answers_that_the_framework_no_longer_has_are_mistakes(self) -> None:
        path = self.make(self.held, self.document)
        other = {**framework(groups=1), "digest": "sha256:" + "1" * 64}
        answer = support.read_review(path, other)
        self.assertEqual(answer["reviews"], [])
        self.assertIn("is not in the framework here", answer["mistakes"][1]["message"])

    def test_no_framework_at_hand(self) -> None:
        self.assertEqual(self.read(self.make(self.held, self.document)), self.change({})["reviews"][0])


if __name__ == "__main__":
    unittest.main()

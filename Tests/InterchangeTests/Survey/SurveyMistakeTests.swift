import Testing

@testable import Interchange

/// Each has one mistake; `told` is how its message begins.
@Suite struct SurveyMistakeTests {
  private static let google = SurveyImportTests.google
  private static let mapping = SurveyImportTests.eachMapping

  static let cases: [(csv: String, mapping: String, code: String, told: String)] = [
    (
      google.replacing("\"Seed\"", with: "\"Seeds\""), mapping, "survey-answer",
      "Row 3, “The garden [Digging]”: “Seeds” stands for no point."
    ),
    (
      google.replacing("3 - In bloom", with: "2 - In bloom"), mapping, "survey-answer-parts",
      "Row 2, “The garden [Digging]”: in “2 - In bloom”, number and label are of different points."
    ),
    (
      google.replacing("elm-school", with: "Elm School"), mapping, "survey-unknown-subject",
      "Row 3, “School”: “Elm School” is no id, and the mapping gives it none."
    ),
    (
      google.replacing("elm-school", with: ""), mapping, "survey-no-subject",
      "Row 3, “School”: nothing stands here."
    ),
    (
      google.replacing("2026/10/06 4:12:40", with: "10/14/26 4:12"), mapping, "survey-date",
      "Row 3, “Timestamp”: “10/14/26 4:12 PM GMT” is no day written day-first."
    ),
    (
      google.replacing("All of it has been dug.", with: "Some of it."), mapping, "survey-statement",
      "Row 3, “Statements”: “some of it.” is none of the criterion's statements."
    ),
    (
      google, mapping.replacing("ignore: [Email Address]", with: ""), "survey-undecided",
      "The mapping says nothing of column 2, “Email Address”."
    ),
    (
      google, mapping.replacing("header: Compost", with: "header: Composts"), "survey-no-column",
      "The file has no column “Composts”."
    ),
    (
      google, mapping.replacing("nth: 2", with: "nth: 3"), "survey-no-column",
      "The file has no column “Evidence” (number 3)."
    ),
    (
      google, mapping.replacing("Evidence, nth: 2,", with: "Evidence,"), "survey-column-twice",
      "The column “Evidence” stands in the mapping a second time."
    ),
    (
      google, mapping.replacing("criterion: soil/compost, answers", with: "criterion: soil/compst, answers"),
      "survey-criterion", "The framework has no criterion “soil/compst”."
    ),
    (
      google, mapping.replacing("criterion: soil/compost, answers", with: "criterion: soil, answers"),
      "survey-unjudged", "“soil” is not judged in a self-review."
    ),
    (
      google, mapping.replacing("Rather good: 2", with: "Rather good: 7"), "survey-point",
      "“7”, for “Rather good”, is no point of the scale."
    ),
    (
      google, mapping.replacing("column: school", with: "x-note: none"), "survey-subject",
      "The mapping does not say who is reviewed."
    ),
    (
      google, mapping.replacing("column: school", with: "column: school\n  id: oak-school"), "survey-subject",
      "The mapping says twice who is reviewed: by an id and by a column."
    ),
    (
      google, mapping.replacing("criterion: soil/compost, answers", with: "criterion: soil/digging, answers"),
      "survey-criterion-twice", "A second column gives the point of “soil/digging”."
    ),
    ("Timestamp,School\n", mapping, "survey-no-responses", "There is no row below the names of the columns."),
    ("\"a", mapping, "csv-open-quote", "The quote mark that opens this cell has no partner"),
  ]

  @Test(arguments: cases) func `a mistake is named by row and column`(
    csv: String, mapping: String, code: String, told: String
  ) throws {
    let read = try ReadSurvey(csv, mapping)
    #expect(read.made.isEmpty || read.bag.hasErrors)
    #expect(read.codes.first == code, "\(read.told)")
    #expect(read.bag.items.first?.message.hasPrefix(told) == true, "\(read.told)")
  }

  @Test func `rows are counted as spreadsheets count them`() throws {
    let csv = "School,Digging\n\n\"oak-\nschool\",Seed\noak-school,Seeds\n"
    let mapping = """
      responses: each
      subject: {column: School, ids: {"oak- school": oak-school}}
      columns: [{header: Digging, criterion: soil/digging}]
      """
    #expect(try ReadSurvey(csv, mapping).bag.items.first?.message.hasPrefix("Row 4, “Digging”") == true)
  }

  @Test func `one answer that nobody can read is told once, with all its rows`() throws {
    let rows = (1...7).map { _ in "oak-school,Seeds" }.joined(separator: "\n")
    let mapping = """
      responses: median
      subject: {column: School}
      columns: [{header: Digging, criterion: soil/digging}]
      """
    let read = try ReadSurvey("School,Digging\n\(rows)\noak-school,Sed\n", mapping)
    #expect(
      read.bag.items.map(\.message) == [
        "Rows 2, 3, 4, 5, 6 and 2 more, “Digging”: “Seeds” stands for no point.",
        "Row 9, “Digging”: “Sed” stands for no point.",
      ])
  }

  @Test func `a nominal scale has no middle`() throws {
    let mapping = """
      responses: median
      subject: {id: oak-school}
      columns: [{header: Who comes?, criterion: flowers/visitors}]
      """
    #expect(try ReadSurvey("Who comes?\nBees\n", mapping).codes == ["survey-median-nominal"])
    let mode = try ReadSurvey(
      "Who comes?\nBees\n", mapping.replacing("median", with: "mode"))
    #expect(mode.made.first?.review.judgement(of: "flowers/visitors")?.point?.value == "bees", "\(mode.told)")
  }
}

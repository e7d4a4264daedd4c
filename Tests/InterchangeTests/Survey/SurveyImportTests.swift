import Diagnostics
import Reviews
import Testing

@testable import Interchange

/// Files of our own, of the shape that the two forms export.
@Suite struct SurveyImportTests {
  /// Google: the time first, rows of a grid in brackets, all in quotes.
  static let google = """
    "Timestamp","Email Address","School","The garden [Digging]","Evidence","Compost","Evidence","Statements"
    "2026/10/05 9:41:12 AM GMT","a@made-up.example","Oak School","3 - In bloom","Long rows,
    and ""straight"" ones","Rather good","","One corner has been dug.;Half of it has been dug."
    "2026/10/06 4:12:40 PM GMT","b@made-up.example","elm-school","Seed","","N/A","Heap","All of it has been dug."

    """

  /// Microsoft, saved by a spreadsheet with semicolons: a byte order mark, blanks, names, American days.
  static let microsoft = """
    \u{FEFF}ID;Start time;Completion time;Email;Name;Digging\u{A0};Compost;Comments;Comments2
    1;10/14/26 9:00:01;10/14/26 9:05:59;anonymous;;In bloom;1;"Second
    line";
    2;10/15/26 9:00:01;10/15/26 9:05:59;b@made-up.example;B. Made-up;Seed;2;;Zeal
    3;10/15/26 9:00:01;10/15/26 9:05:59;c@made-up.example;C. Made-up;In bloom;3;Another;Also

    """

  static let eachMapping = """
    responses: each
    subject:
      column: school
      ids: {"OAK school": oak-school}
    date: {column: Timestamp}
    columns:
      - {header: "The garden [Digging]", criterion: soil/digging}
      - {header: Evidence, criterion: soil/digging, box: evidence}
      - {header: Statements, criterion: soil/digging, box: statements}
      - {header: Compost, criterion: soil/compost, answers: {Rather good: 2}}
      - {header: Evidence, nth: 2, criterion: soil/compost, box: evidence}
    ignore: [Email Address]
    """

  @Test func `each response is a review of its own`() throws {
    let read = try ReadSurvey(Self.google, Self.eachMapping)
    #expect(read.bag.items.isEmpty && read.made.count == 2, "\(read.told)")
    let oak = try #require(read.reviews["oak-school"])
    #expect(oak.subject.name == "Oak School" && oak.date?.description == "2026-10-05")
    #expect(oak.status == .draft && oak.team.isEmpty && oak.framework.digest != nil)
    let digging = try #require(oak.judgement(of: "soil/digging"))
    #expect(digging.point?.value == "bloom" && digging.evidence == "Long rows,\nand \"straight\" ones")
    #expect(digging.statements.map(\.value) == ["one-corner", "half-dug"])
    #expect(oak.judgement(of: "soil/compost")?.point?.value == "sprout")
    let elm = try #require(read.reviews["elm-school"])
    #expect(elm.judgement(of: "soil/compost")?.point?.value == "not-applicable")
    #expect(elm.judgement(of: "soil/compost")?.evidence == "Heap")
    #expect(!read.made.map { ReviewWriter.yaml($0.review) }.joined().contains("made-up.example"))
  }

  @Test func `several on one subject are told apart by their rows`() throws {
    let twice = Self.google.replacing("elm-school", with: "Oak School")
    let read = try ReadSurvey(twice, Self.eachMapping)
    #expect(read.made.map(\.name) == ["oak-school-row-2", "oak-school-row-3"], "\(read.told)")
  }

  static func combined(_ rule: String, _ more: String = "") -> String {
    """
    responses: \(rule)
    subject: {id: made-up-school, name: Ours}
    date: {column: Completion time, order: month-first}
    columns:
      - {header: Digging, criterion: soil/digging}
      - {header: Compost, criterion: soil/compost}
      - {header: Comments, criterion: soil/compost, box: evidence}
    note: [Comments2]
    ignore: [ID, Start time, Email\(more.contains("Name") ? "" : ", Name")]
    \(more)
    """
  }

  @Test func `the middle answer, and all answers in its evidence`() throws {
    let read = try ReadSurvey(Self.microsoft, Self.combined("median"))
    #expect(read.bag.items.isEmpty && read.made.map(\.name) == ["made-up-school"], "\(read.told)")
    #expect(read.made.first?.responses == 3)
    let review = try #require(read.made.first?.review)
    #expect(review.date?.description == "2026-10-15" && review.subject.name == "Ours")
    let digging = try #require(review.judgement(of: "soil/digging"))
    #expect(digging.point?.value == "bloom")
    #expect(digging.evidence == "3 people answered (Seed: 1, In bloom: 2). The middle answer is In bloom.")
    let compost = try #require(review.judgement(of: "soil/compost"))
    #expect(compost.point?.value == "sprout")
    #expect(
      compost.evidence == """
        3 people answered (Seed: 1, 2: 1, In bloom: 1). The middle answer is 2.

        - Another
        - Second
          line
        """)
    // In the order of the alphabet, not of the rows.
    #expect(review.note == "- Also\n- Zeal")
    #expect(review.team.isEmpty)
  }

  @Test func `between two middle answers the lower is taken, and said`() throws {
    let two = Self.microsoft.split(separator: "3;10/15").first.map(String.init) ?? ""
    let read = try ReadSurvey(two, Self.combined("median"))
    let digging = try #require(read.made.first?.review.judgement(of: "soil/digging"))
    #expect(digging.point?.value == "seed")
    #expect(
      digging.evidence?.hasSuffix("The middle answers are Seed and In bloom; the lower is taken.") == true)
  }

  @Test func `the commonest answer, and none on a tie`() throws {
    let review = try #require(try ReadSurvey(Self.microsoft, Self.combined("mode")).made.first?.review)
    #expect(review.judgement(of: "soil/digging")?.point?.value == "bloom")
    let compost = try #require(review.judgement(of: "soil/compost"))
    #expect(compost.point == nil)
    #expect(compost.evidence?.contains("No answer is the commonest, so no point is given.") == true)
  }

  @Test func `too few answers give no point`() throws {
    let review = try #require(
      try ReadSurvey(Self.microsoft, Self.combined("median", "atLeast: 4")).made.first?.review)
    #expect(review.judgements.allSatisfy { $0.value.point == nil })
    #expect(
      review.judgement(of: "soil/digging")?.evidence?.hasSuffix("That is fewer than 4, so no point is given.")
        == true)
  }

  @Test func `names come in only where the mapping asks for them`() throws {
    let read = try ReadSurvey(Self.microsoft, Self.combined("median", "team: [Name]"))
    #expect(read.made.first?.review.team.map(\.name) == ["B. Made-up", "C. Made-up"], "\(read.told)")
  }

  @Test func `a made review is one that the reader takes`() throws {
    for mapping in ["median", "mode"].map({ Self.combined($0) }) {
      for made in try ReadSurvey(Self.microsoft, mapping).made {
        var bag = DiagnosticBag()
        let source = SourceFile(path: "r.yaml", bytes: Array(ReviewWriter.yaml(made.review).utf8))
        #expect(ReviewReader.read(source, FileID(index: 0), into: &bag) == made.review)
      }
    }
  }
}

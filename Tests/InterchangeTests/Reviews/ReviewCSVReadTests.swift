import Diagnostics
import Documents
import Foundation
import Frameworks
import Interchange
import Reviews
import Testing

/// What spreadsheets make of a review when they save it.
@Suite struct ReviewCSVReadTests {
  static let plain = """
    schema,waymark.review/1
    framework,small-made-up@1.0.0
    kind,self
    subject id,made-up-school
    subject name,"A made-up school, in tests"
    date,2026-03-04
    status,agreed
    team,A made-up head,head teacher,123456
    note,Made up.

    criterion,title,point,evidence,actions,challenge,statements
    soil/digging,How well?,2,"Two lines:
    ""both"" kept","Dig
    Dig again; rest;; then sow",,half-dug
    soil/compost,How well?,not-applicable,,,,
    flowers/colour,2.1 Colour,,,,,

    """

  private static func expected() -> Review {
    var review = Review()
    review.framework.id = Located("small-made-up")
    review.framework.version = Located(SemanticVersion(1, 0, 0))
    review.subject.id = Located("made-up-school")
    review.subject.name = "A made-up school, in tests"
    review.date = Day("2026-03-04")
    review.status = .agreed
    review.note = "Made up."
    var member = TeamMember()
    member.name = "A made-up head"
    member.role = "head teacher"
    member.school = Located("123456")
    review.team = [member]
    var digging = Judgement()
    digging.point = Located("2")
    digging.evidence = "Two lines:\n\"both\" kept"
    digging.actions = ["Dig", "Dig again", "rest; then sow"]
    digging.statements = [Located("half-dug")]
    var compost = Judgement()
    compost.point = Located(Judgement.notApplicable)
    review.judgements = [
      Keyed(key: Located("soil/digging"), value: digging),
      Keyed(key: Located("soil/compost"), value: compost),
    ]
    return review
  }

  /// Each is the same table as another program would save it.
  static let savings: [(name: String, bytes: [UInt8])] = [
    ("as RFC 4180 has it", Array(plain.replacing("\n", with: "\r\n").utf8)),
    ("with LF", Array(plain.utf8)),
    ("with CR", Array(plain.replacing("\n", with: "\r").utf8)),
    ("with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
    ("without the last line end", Array(plain.utf8.dropLast())),
    ("with tabs", Array(retold(separator: "\t").utf8)),
    ("with semicolons", Array(retold(separator: ";").utf8)),
    ("with semicolons, announced", Array(("sep=;\n" + retold(separator: ";")).utf8)),
    ("with every cell in quotes", Array(retold(separator: ",", allQuoted: true).utf8)),
    (
      "with empty columns and rows at the end",
      Array((retold(separator: ",", padding: 9) + ",,,,\n\n,,,\n").utf8)
    ),
    ("with capitals", Array(shouted.utf8)),
    (
      "with the date as British spreadsheets write it",
      Array(plain.replacing("2026-03-04", with: "04/03/2026").utf8)
    ),
    ("with decimals", Array(plain.replacing(",2,", with: ",2.0,").utf8)),
  ]

  @Test(arguments: savings.indices) func `a table reads the same`(_ index: Int) {
    let read = ReadTable(Self.savings[index].bytes)
    #expect(read.told == "", "\(Self.savings[index].name)")
    #expect(read.review == Self.expected(), "\(Self.savings[index].name)")
  }

  @Test func `columns in another order, and the author's own`() {
    let read = ReadTable(
      """
      x-who,us
      schema,waymark.review/1
      Status,Draft
      framework,small-made-up@1.0.0
      KIND,Peer
      Subject_ID,123456
      help,"Anything, really",at,all
      Point,x-mood,Criterion
      bloom,sunny,soil/digging
      Not applicable,,SOIL/compost
      """)
    #expect(read.told == "")
    #expect(read.review?.kind.value == .peer)
    #expect(read.review?.judgement(of: "soil/digging")?.point?.value == "bloom")
    #expect(read.review?.judgement(of: "soil/compost")?.point?.value == "not-applicable")
  }

  @Test func `places are the cells'`() throws {
    let review = try #require(ReadTable(Self.plain).review)
    let source = SourceFile(path: "", bytes: Array(Self.plain.utf8))
    let point = try #require(review.judgements[0].value.point)
    #expect(source.position(of: Int(point.range.start), lineStarts: source.lineStarts()).line == 12)
    #expect(Self.plain.utf8.dropFirst(Int(point.range.start)).first == UInt8(ascii: "2"))
  }

  @Test func `checks of meaning point at cells`() throws {
    let (framework, digest) = try Fixtures.framework()
    let review = try #require(ReadTable(Self.plain.replacing(",2,", with: ",Twig,")).review)
    var bag = DiagnosticBag()
    ReviewChecks.run(
      review, against: framework, digest: digest, today: Day(year: 2026, month: 11, day: 22)!, into: &bag)
    #expect(bag.items.map(\.code.id) == ["review-unknown-point", "review-agreed-unanswered"])
    #expect(bag.items.first?.range == review.judgements[0].value.point?.range)
  }

  /// `plain` with other separators, quotes and padding.
  private static func retold(separator: Character, allQuoted: Bool = false, padding: Int = 0) -> String {
    var text = ""
    var cell = ""
    var isInQuotes = false
    func endCell() {
      let needs = allQuoted || cell.contains { $0 == separator || $0 == "\"" || $0 == "\n" }
      text += needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      cell = ""
    }
    var characters = Array(plain)[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isInQuotes && characters.first == "\"": cell.append(characters.removeFirst())
      case "\"": isInQuotes.toggle()
      case "," where !isInQuotes:
        endCell()
        text.append(separator)
      case "\n" where !isInQuotes:
        endCell()
        text += String(repeating: separator, count: padding) + "\n"
      default: cell.append(character)
      }
    }
    return text
  }

  private static let shouted = plain.replacing("subject id", with: " SUBJECT ID ").replacing(
    "kind,self", with: "Kind,Self"
  )
  .replacing("criterion,title", with: "Criterion ,TITLE").replacing("not-applicable", with: "Not Applicable")
  .replacing("agreed", with: "Agreed")
}

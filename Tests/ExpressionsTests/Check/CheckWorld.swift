import Expressions
import Testing

/// What the expressions of these tests can name: a made-up framework with two scales.
enum CheckWorld {
  static let points = ["emerging", "developing", "secure"]
  static let point = ValueType.refined(
    Refinement(.string, tag: "impact", name: "point of the scale impact", allowed: points.map { .string($0) })
  )
  static let value = ValueType.refined(
    Refinement(
      .int, tag: "impact", name: "value of the scale impact", allowed: [.int(1), .int(2), .int(3)]))
  static let depth = ValueType.refined(
    Refinement(.string, tag: "depth", name: "point of the scale depth", allowed: [.string("deep")]))
  static let depthValue = ValueType.refined(Refinement(.int, tag: "depth", name: "value of the scale depth"))

  static let answer = RecordType(
    "answer",
    [
      .init("point", point), .init("value", value), .init("text", .string),
      .init("evidence", .list(.string, atMost: 5)),
    ])
  static let deepAnswer = RecordType("answer", [.init("point", depth), .init("value", depthValue)])
  static let criteria = KeyedType(
    keyName: "criterion",
    [
      .init("our-impact", .record(answer)), .init("our-impact/use-of-data", .record(answer)),
      .init("vision", .record(deepAnswer)),
    ], common: .record(answer))
  static let member = RecordType("member", [.init("name", .string), .init("role", .string)])
  static let review = RecordType(
    "review",
    [.init("date", .timestamp), .init("lead", .string), .init("host", .string), .init("length", .duration)])

  static let environment = Environment([
    .init("j", .keyed(criteria)), .init("review", .record(review)),
    .init("team", .list(.record(member), atMost: 4)), .init("counts", .map(.string, .int, atMost: 10)),
    .init("anything", .dyn), .init("whole", .int), .init("natural", .uint), .init("fraction", .double),
    .init("words", .string), .init("isAgreed", .bool), .init("numbers", .list(.int)),
    .init("points", .list(value, atMost: 60)), .init("raw", .bytes),
  ])

  /// The checked expression and what was said about it.
  static func check(
    _ text: String, wanting wanted: ValueType? = nil, options: CheckOptions = CheckOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (checked: CheckedExpression?, issues: [ExpressionIssue]) {
    var issues: [ExpressionIssue] = []
    let parsed = try #require(
      ParsedExpression.parse(text, issues: &issues), "\(issues)", sourceLocation: sourceLocation)
    let checked = CheckedExpression.check(
      parsed, in: environment, wanting: wanted, options: options, issues: &issues)
    return (checked, issues)
  }
}

/// An expression with its one mistake marked, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let help: String?
  var testDescription: String { marked }

  init(_ marked: String, _ message: String, help: String? = nil) {
    (self.marked, self.message, self.help) = (marked, message, help)
  }

  func expect(kind: ExpressionIssue.Kind, wanting wanted: ValueType? = nil) throws {
    let marked = MarkedExpression(marked)
    let (checked, issues) = try CheckWorld.check(marked.text, wanting: wanted)
    #expect(checked == nil)
    #expect(issues.map(\.message) == [message])
    #expect(issues.first?.range == marked.range)
    #expect(issues.first?.kind == kind)
    if let help { #expect(issues.first?.help == help) }
  }
}

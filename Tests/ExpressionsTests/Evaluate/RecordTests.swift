import Expressions
import Testing

@Suite("Records, known keys and what is not there")
struct RecordTests {
  static let judgement = RecordType(
    "judgement", [.init("point", .string), .init("value", .int), .init("evidence", .list(.string))])
  static let criteria = KeyedType(
    keyName: "criterion", [.init("vision", .record(judgement)), .init("culture/staff", .record(judgement))],
    common: .record(judgement))
  static let team = RecordType("team", [.init("lead", .string), .init("host", .string)])

  static func judgement(_ point: Value, _ value: Value) -> Value {
    .record(Record(judgement, [point, value, .list([])]))
  }

  static func evaluation(earlier: Bool = true) -> Evaluation {
    let missing = Value.unavailable(Unavailability(.notReviewed, of: "culture/staff"))
    var evaluation = Evaluation([
      (
        "j", .keyed(criteria),
        .map(ValueMap(criteria, [judgement(.string("strong"), .int(4)), judgement(missing, missing)]))
      ),
      ("team", .record(team), .record(Record(team, [.string("A"), .null]))),
      ("loose", .dyn, .record(Record(team, [.string("B"), .string("C")]))),
      ("path", .string, .string("vision")),
    ])
    if earlier {
      var before = Activation(evaluation.environment)
      before[0] = .map(ValueMap(criteria, [judgement(.string("weak"), .int(2)), missing]))
      before[1] = .record(Record(team, [.string("Z"), .string("Y")]))
      before[3] = .string("vision")
      evaluation.activation.previous = before
    }
    return evaluation
  }

  @Test(
    "fields and keys are found, declared or not",
    arguments: [
      ("j[\"vision\"].point", "\"strong\""), ("j.vision.value + 1", "5"), ("j[path].value", "4"),
      ("team.lead", "\"A\""), ("loose.host", "\"C\""), ("team == team", "true"), ("loose == team", "false"),
      ("j.map(k, k)", "[\"vision\", \"culture/staff\"]"), ("j.filter(k, has(j[k].point))", "[\"vision\"]"),
      ("size(j)", "2"), ("type(team)", "team"), ("'vision' in j", "true"), ("'visoin' in j", "false"),
      ("[team, loose].map(t, t.lead)", "[\"A\", \"B\"]"), ("[j.vision].map(x, x.value)", "[4]"),
      ("sum([j.vision, j.vision].map(x, x.value))", "8"), ("j.`culture/staff`.evidence", "[]"),
    ])
  func reads(text: String, result: String) throws {
    #expect(try Self.evaluation().shown(text) == result)
    let program = try Self.evaluation().program(text)
    #expect(
      program.explain(Self.evaluation().activation, costLimit: 1_000).outcome
        == (try Self.evaluation().outcome(text)))
  }

  @Test("has() is false of what is unavailable, and of a field of a record that is null")
  func has() throws {
    let evaluation = Self.evaluation()
    #expect(try evaluation.value("has(j.vision.point)") == .bool(true))
    #expect(try evaluation.value("has(j[\"culture/staff\"].point)") == .bool(false))
    #expect(try evaluation.value("has(team.host)") == .bool(false))
    #expect(try evaluation.value("has(previous(j[\"culture/staff\"]).point)") == .bool(false))
    #expect(try evaluation.error("has(team.hots)")?.kind == .noSuchField)
  }

  @Test("reading what is unavailable is not evaluable, at the place where it is read")
  func unavailable() throws {
    let missing = try #require(try Self.evaluation().missing("1 + j[\"culture/staff\"].value * 2"))
    #expect(missing.reason == Unavailability(.notReviewed, of: "culture/staff"))
    #expect(missing.part == "j[\"culture/staff\"].value")
    #expect(try Self.evaluation().missing("j[\"culture/staff\"] == j.vision") != nil)
    #expect(
      try Self.evaluation().missing("[j.`culture/staff`] == [j.`culture/staff`].filter(x, true)") == nil)
  }

  @Test("a variable without a value is not evaluable")
  func unset() throws {
    let environment = Environment([Environment.Variable("plan.lead", .string)])
    var issues: [ExpressionIssue] = []
    let parsed = try #require(ParsedExpression.parse("'x' == plan.lead", issues: &issues))
    #expect(
      Program(parsed, in: environment).evaluate(Activation(environment), costLimit: 10)
        == .notEvaluable(Unavailability(.notKnown, of: "plan.lead"), 7..<16))
  }

  @Test("previous() asks the earlier review")
  func previous() throws {
    let evaluation = Self.evaluation()
    #expect(try evaluation.value("j.vision.value - previous(j.vision.value)") == .int(2))
    #expect(try evaluation.value("previous(team.lead) + team.lead") == .string("ZA"))
    #expect(
      try evaluation.value("j.filter(k, k == 'vision').map(k, previous(j[k].point))")
        == .list([.string("weak")]))
    #expect(try evaluation.missing("previous(j[\"culture/staff\"].point)")?.reason.reason == .notReviewed)
    let without = Self.evaluation(earlier: false)
    let missing = try #require(try without.missing("j.vision.value > previous(j.vision.value)"))
    #expect(missing.reason.reason == .noEarlierReview)
    #expect(missing.part == "previous(j.vision.value)")
    #expect(try without.value("has(previous(team).lead) || j.vision.value == 4") == .bool(true))
  }

  @Test("an activation with too few slots is an error, not a crash")
  func otherEnvironment() throws {
    let program = try Self.evaluation().program("team.lead == path")
    guard case .error(let error) = program.evaluate(Activation(Environment([])), costLimit: 100) else {
      Issue.record("no error")
      return
    }
    #expect(error.kind == .undeclaredName)
  }

  @Test("a record of another type than declared is read by name")
  func otherType() throws {
    var evaluation = Self.evaluation()
    let other = RecordType("other", [.init("x", .int), .init("lead", .string)])
    evaluation.activation[1] = .record(Record(other, [.int(1), .string("O")]))
    #expect(try evaluation.value("team.lead") == .string("O"))
    #expect(try evaluation.value("[team].map(t, t.lead)") == .list([.string("O")]))
    #expect(try evaluation.error("team.host")?.kind == .noSuchField)
  }
}

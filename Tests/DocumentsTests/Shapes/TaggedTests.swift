import Diagnostics
import Sealing
import Testing

@testable import Documents

@Suite struct TaggedTests {
  struct Step: Sendable, Equatable {
    var verb = ""
    var what = ""
    var count = 0
    var rest: AnyValue?

    init(_ verb: String) { self.verb = verb }
  }

  private static let shape = Shape<Step>.tagged(
    "a step",
    [
      ("walk", record("walk")), ("jump", record("jump")),
    ], tag: \.verb)

  private static func record(_ verb: String) -> Shape<Step> {
    .record(
      verb, "A step.", blank: Step(verb),
      fields: [
        .required(verb, \.what, .text, "Where."),
        .defaulted("count", \.count, .integer(0...9), default: 0, "How often."),
        .optional("rest", \.rest, .anything("anything"), "What else."),
      ])
  }

  @Test func `the key says which`() throws {
    let reading = ShapeReading("{count: 2, jump: high}", as: Self.shape)
    #expect(reading.codes == [])
    #expect(reading.value?.verb == "jump" && reading.value?.what == "high" && reading.value?.count == 2)
    #expect(Self.shape.write(try #require(reading.value)) == ["jump": "high", "count": 2])
    #expect(ShapeReading("{walk: far, jumps: high}", as: Self.shape).codes == ["unknown-key"])
  }

  @Test func `none, two, the same twice, and no mapping`() {
    #expect(ShapeReading("{count: 2}", as: Self.shape).codes == ["kind-missing"])
    #expect(ShapeReading("{}", as: Self.shape).codes == ["kind-missing"])
    let near = ShapeReading("{count: 2, wakl: far}", as: Self.shape)
    #expect(near.codes == ["kind-missing"])
    #expect(near.bag.items.first?.help == "Did you mean “walk”?")
    #expect(ShapeReading("{walk: far, jump: high}", as: Self.shape).codes == ["kind-twice"])
    #expect(ShapeReading("{walk: far, walk: near}", as: Self.shape).codes == ["duplicate-key"])
    #expect(ShapeReading("walk", as: Self.shape).codes == ["wrong-type"])
    #expect(ShapeReading("[walk]", as: Self.shape).codes == ["wrong-type"])
  }

  @Test func `anything is kept as it stands`() throws {
    let reading = ShapeReading("{walk: far, rest: {a: [1, ~, 'x'], b: true}}", as: Self.shape)
    let rest = try #require(reading.value?.rest)
    #expect(rest.json == ["a": ["1", nil, "x"], "b": "true"])
    #expect(rest.range.start == 18)
    #expect(
      Self.shape.write(try #require(reading.value)) == [
        "walk": "far", "rest": ["a": ["1", nil, "x"], "b": "true"],
      ])
    var elsewhere = rest
    elsewhere.range = .nowhere
    #expect(elsewhere == rest)
  }

  @Test(
    "1.2 the form of addresses",
    arguments: [
      ("a", true), ("our-impact/text", true), ("evidenceRequired", true), ("criteria/a/0", true), ("-", true),
      ("", false), ("/", false), ("/a", false), ("a/", false), ("a//b", false), ("a b", false),
      ("a.b", false),
      ("ü", false), ("a/*", false),
    ])
  func addresses(text: String, isAddress: Bool) {
    var copy = text
    #expect(copy.withUTF8 { SlugRule.isAddress($0) } == isAddress)
    let codes = ShapeReading("\"\(text)\"", as: Shape<Located<String>>.address).codes
    #expect(codes.isEmpty == isAddress)
  }
}

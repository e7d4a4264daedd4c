import Expressions
import TestSupport
import Testing

@Suite("Broken and odd expressions")
struct FuzzTests {
  private static let words = [
    "a", "b.c", "x", "1", "2u", "3.5", "-", "!", "(", ")", "[", "]", "{", "}", ":", "?", ",", ".", "&&", "||",
    "+", "*",
    "/", "%", "==", "!=", "<", "<=", ">", ">=", " in ", "'s'", "\"t\"", "b'u'", "r'\\'", "'''v'''", "true",
    "false",
    "null", "has(", "all(", ".exists(x, ", ".map(x, ", ".filter(x, ", "sum(", "median(", "previous(", "size(",
    "timestamp('2026-07-01T00:00:00Z')", "duration('1h')", ".getDate('Europe/London')", ".matches('a+')",
    "\\", "'",
    "é", "😀", "\u{0}", "//", "\n", "`f`", "9223372036854775807", "0x7F", "1e300", "for", "type(", "dyn(",
    "string(",
  ]

  private static let variables: [(name: String, type: ValueType, value: Value)] = [
    ("a", .list(.int), .list([.int(1), .int(2), .int(3)])),
    ("b", .map(.string, .int), .dyn("c")),
    ("x", .dyn, .unavailable(Unavailability(.notReviewed, of: "x"))),
  ]

  /// Parses, evaluates and explains; what comes of it does not matter, only that something does.
  private func tryOut(_ text: String) {
    var issues: [ExpressionIssue] = []
    guard let parsed = ParsedExpression.parse(text, issues: &issues) else {
      #expect(!issues.isEmpty)
      for issue in issues {
        #expect(issue.range.lowerBound >= 0 && issue.range.upperBound <= text.utf8.count, "\(text)")
      }
      return
    }
    #expect(issues.isEmpty)
    let evaluation = Evaluation(Self.variables)
    let program = Program(parsed, in: evaluation.environment)
    let outcome = program.evaluate(evaluation.activation, costLimit: 10_000)
    let explained = program.explain(evaluation.activation, costLimit: 10_000)
    #expect(Self.same(explained.outcome, outcome), "\(text)")
  }

  /// Not-a-number of a sum of many may differ in nothing that is seen.
  private static func same(_ a: Outcome, _ b: Outcome) -> Bool {
    switch (a, b) {
    case (.value(let x), .value(let y)): x == y
    case (.error(let x), .error(let y)): x == y
    default: a == b
    }
  }

  @Test("random words neither crash nor hang", arguments: 1...8)
  func soup(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1_500 {
      let length = Int.random(in: 1...24, using: &generator)
      let text = (0..<length).compactMap { _ in Self.words.randomElement(using: &generator) }.joined()
      tryOut(text)
    }
  }

  @Test("random bytes neither crash nor hang", arguments: 1...4)
  func bytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) << 32)
    for _ in 0..<1_500 {
      let length = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      tryOut(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("changed conformance cases neither crash nor hang", .enabled(if: ConformanceCase.folder != nil))
  func mutations() throws {
    var generator = SeededGenerator(seed: 2_026)
    for vector in try ConformanceCase.all() {
      for _ in 0..<5 {
        var bytes = Array(vector.text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = UInt8.random(in: 32...126, using: &generator)
          case 2: bytes.insert(bytes[place], at: place)
          default:
            bytes.insert(
              contentsOf: Array((Self.words.randomElement(using: &generator) ?? "").utf8), at: place)
          }
        }
        tryOut(String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}

extension Value {
  /// A map with one key.
  fileprivate static func dyn(_ key: String) -> Value {
    (try? ValueMap([(.string(key), .int(7))])).map { .map($0) } ?? .null
  }
}

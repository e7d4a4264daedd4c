import Diagnostics
import Foundation
import Testing

@testable import LanguageServer

@Suite struct CursorContextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// Keys and `-` joined by `/`, then what may stand there.
    let way: String
    var testDescription: String { text }

    init(_ text: String, _ way: String) { (self.text, self.way) = (text, way) }
  }

  static let cases = [
    Case("a:\n  b: ‸", "a/b value"), Case("a:\n  ‸", "a node"), Case("a:\n  b‸", "a node"),
    Case("a:\n  - b‸", "a/- node"), Case("a:\n  - id: x\n    b‸", "a/- node"),
    Case("a:\n- id: x\n  b: y‸", "a/-/b value"), Case("a:\n- id: x\nb‸", " node"), Case("‸", " node"),
    Case("a:\n  b:\n    c: d\n  ‸", "a node"), Case("a:\n  b:\n    c: d\n‸", " node"),
    Case("a: {b: ‸", "a/b value"), Case("a: {b: c, ‸", "a node"), Case("a: {b: c, d‸}", "a node"),
    Case("a: [b, ‸", "a/- node"), Case("a: [{b: c}, {d: ‸}]", "a/-/d value"),
    Case("a: [{b: c}, d‸", "a/- node"),
    Case("a:\n  - {b: c,\n     d: [e,\n       f‸", "a/-/d/- node"), Case("a: \"b‸", "a value"),
    Case("a: ['b', \"c‸", "a/- node"), Case("a:\n  b: |\n    text‸", "a/b value"),
    Case("a:\n  b: >-\n    one\n      two: three‸", "a/b value"),
    Case("a:\n  b: plain\n    text‸", "a/b value"),
    Case("a:\n  - b: c\n    d: e\n  - f: ‸", "a/-/f value"), Case("a:\n  # x: y\n  b‸", "a node"),
    Case("a: # note\n  b‸", "a node"), Case("a: {b: c} # {\nd‸", " node"), Case("\"a b\":\n  c‸", "a b node"),
    Case("a:\n  - - b‸", "a/-/- node"), Case("a: {b: \"c, d: [\", e: ‸", "a/e value"),
    Case("a:\r\n  b:\r\n    c‸", "a/b node"), Case("a: https://x‸", "a value"), Case("a:‸", "a value"),
    Case("a:\n  b: x: y‸", "a/b value"), Case("---\na:\n  b‸", "a node"),
    Case("a: {b: [c, {d: e}], f: {g‸", "a/f node"),
  ]

  @Test(arguments: cases) func theWayIsFound(example: Case) {
    let context = Self.context(example.text)
    let way = context.steps.map { step in
      switch step {
      case .key(let key): key
      case .item: "-"
      }
    }.joined(separator: "/")
    #expect("\(way) \(context.position == .node ? "node" : "value")" == example.way)
  }

  static func context(_ marked: String) -> CursorContext {
    let parts = marked.components(separatedBy: "‸")
    return CursorContext(
      TextLines(SourceFile(path: "", bytes: Array(parts.joined().utf8))), at: parts[0].utf8.count)
  }

  @Test func whatStandsBesideTheWayIsKnown() {
    let context = Self.context("x: 1\na:\n  - id: one\n    b: {c: d, e: ‸, g: h}\n    z: late\ny: 2")
    #expect(context.fields.first?["x"] == "1")
    #expect(context.fields[2]["id"] == "one")
    #expect(context.fields[3] == ["c": "d", "g": "h"])
    let below = Self.context("a:\n  ‸\n  c: d\n  e:\n    f: g\nh: i")
    #expect(below.fields.last == ["c": "d", "e": ""])
  }

  @Test func aDashIsWantedBesideDashes() {
    #expect(Self.context("a:\n  - id: x\n  ‸").wantsDash)
    #expect(!Self.context("a:\n- id: x\n‸").wantsDash)
  }

  /// At every place of a text and of its pieces, something is answered.
  @Test func everyPlaceHasAnAnswer() {
    let bytes = Array(MadeUp.framework.utf8)
    let lines = TextLines(SourceFile(path: "", bytes: bytes))
    for offset in 0...bytes.count { _ = CursorContext(lines, at: offset) }
    for end in stride(from: 0, to: bytes.count, by: 3) {
      _ = CursorContext(TextLines(SourceFile(path: "", bytes: Array(bytes[..<end]))), at: end)
    }
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

/// Files of texts with anything in them: whatever comes out, they are answered.
@Suite struct TextsFuzzTests {
  private static let parts = [
    "reading", "title", "criteria", "/", "//", "", "1", "99999999999999999999", "..", "é", "😀", " ", ":", "#",
    "\"",
    "'", "x-a", "scales", "steps", "points", "low", "label", "\u{0}", "\n", "{", "]", "&a", "*a", "<<", "~",
    "- ",
  ]

  @Test func `any address is answered`() throws {
    let made = try MadeUpTexts()
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let address = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
      for key in [address, "\"" + address.replacingOccurrences(of: "\"", with: "\\\"") + "\""] {
        let text = MadeUpTexts.file("  \(key): {text: Gair, of: 0a0a0a0a0a0a}")
        let (texts, codes, report) = made.read(text)
        #expect((texts == nil) == report.contains("error["), "\(text)\(codes)")
        _ = try? made.updated(text)
      }
    }
  }

  @Test func `mutated files are answered, and what is made of them can be read`() throws {
    let made = try MadeUpTexts()
    let entries = made.target.texts.map { text in
      "  # a note\n  \(text.address):\n    text: >-\n      cy \(text.text)\n    of: \(text.mark)"
    }
    let original = Array(MadeUpTexts.file(entries.joined(separator: "\n"), head: "# Head\n").utf8)
    let pieces = [
      "\n", "  ", "#", " # x", "#. y", ": ", "\t", "\"", "'", "|", ">-", "x-a: 1\n", "no", "*a", "[", "\r",
    ]
    var random = SeededGenerator(seed: 13)
    for round in 0..<1_000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...30, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: at)
        default:
          bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = made.read(text)
      guard let draft = try? made.updated(text) else { continue }
      let read = made.read(draft.text)
      let isGood = !read.report.contains("error[")
      #expect(isGood, "round \(round)\n\(text)\n---\n\(draft.text)\n\(read.report)")
      #expect(try made.updated(draft.text).text == draft.text, "round \(round)\n\(text)")
      if !isGood { return }
    }
  }
}

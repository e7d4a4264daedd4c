import Foundation
import TestSupport
import Testing

@testable import Expressions

/// Random patterns: the same answers as Foundation's on what both know, and no crash on anything.
@Suite struct PatternPropertyTests {
  private struct Maker {
    var random: SeededGenerator

    mutating func pattern(_ depth: Int = 3) -> String {
      switch Int.random(in: 0..<(depth > 0 ? 12 : 6), using: &random) {
      case 0...2: return pick(["a", "b", "c", "-", "→", "\\.", "\\d", "\\w"])
      case 3: return pick([".", "[ab]", "[^a]", "[a-c]", "[[:alpha:]]", "\\p{L}"])
      case 4: return pick(["^", "$", "\\b", "\\B", ""])
      case 5: return pick(["a", "ab", "(?i:A)", "[-b]"])
      case 6, 7: return pattern(depth - 1) + pattern(depth - 1)
      case 8: return "(?:\(pattern(depth - 1))|\(pattern(depth - 1)))"
      case 9:
        return "(\(pattern(depth - 1)))" + pick(["*", "+", "?", "*?", "{2}", "{1,2}", "{0,1}?", "{2,}"])
      case 10: return pick(["a", "b", "[ab]", "."]) + pick(["*", "+", "?", "+?", "{1,3}"])
      default: return "(?:" + pattern(depth - 1) + ")"
      }
    }

    mutating func text() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(["a", "b", "c", "-", "→", "1", " ", "."]) }
        .joined()
    }

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
  }

  @Test func `agrees with Foundation`() throws {
    var maker = Maker(random: SeededGenerator(seed: 11))
    var found = 0
    var refused: [String] = []
    for _ in 0..<1_500 {
      let text = maker.pattern()
      let ours = try Pattern(text)
      // It has limits of its own, such as on a repeated nothing.
      guard let theirs = try? NSRegularExpression(pattern: text) else {
        refused.append(text)
        continue
      }
      for _ in 0..<6 {
        let sample = maker.text()
        let range = NSRange(location: 0, length: sample.utf16.count)
        let isFound = theirs.firstMatch(in: sample, range: range) != nil
        if isFound { found += 1 }
        #expect(ours.matches(sample) == isFound, "“\(text)” on “\(sample)”")
      }
    }
    #expect(found > 500)
    #expect(refused.count < 100, "\(refused)")
  }

  @Test func `nothing crashes`() {
    var random = SeededGenerator(seed: 12)
    let pieces = [
      "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "\\", "^", "$", ".", "-", ",", "a", "1", "0", ":",
      "(?", "(?P<", ">", "=", "!", "<", "\\p{", "L", "[:", ":]", "alpha", "\\x", "\\Q", "\\E", "é", "😀", "\n",
      "\0", "{2,3}", "{1000}", "i", "\\b", "(?i)",
    ]
    var accepted = 0
    for _ in 0..<8_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do throws(PatternFailure) {
        let pattern = try Pattern(text)
        accepted += 1
        _ = pattern.matches("a1 é😀\n-")
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= max(1, text.utf8.count), "“\(text)”")
        #expect(!error.message.isEmpty && !error.help.isEmpty)
      }
    }
    #expect(accepted > 200)
  }

  @Test(arguments: ["(a*)*b", "(a|aa)+$", "(?:a?){10}a{10}b", "(a+)+c", "(.*)(.*)(.*)(.*)x"])
  func `a long text takes a short while`(text: String) throws {
    let long = String(repeating: "a", count: 100_000) + "!"
    let pattern = try Pattern(text)
    #expect(!pattern.matches(long))
  }
}

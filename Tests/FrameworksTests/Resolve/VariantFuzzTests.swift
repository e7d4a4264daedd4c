import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Frameworks

/// Variants whose words are exchanged for others, and whose bytes are damaged: whatever comes out, there is an answer.
@Suite struct VariantFuzzTests {
  private static let words = [
    "add", "reword", "replace", "remove", "move", "merge", "split", "reorder", "set", "to", "as", "with",
    "into", "takes",
    "after", "before", "map", "why", "extends", "changes", "criteria", "reading", "books", "reading/books",
    "reading/stories/voices", "writing", "writing/diaries", "speaking/plays", "statements", "few", "scales",
    "steps",
    "scales/steps/points", "low", "judging/self", "judging", "overall", "none", "coverage/must", "levels",
    "locked",
    "true", "id", "title", "stems", "[]", "{}", "~", "a", "x-a", "1", "base", "{id: a, title: A}", "*anchor",
    "&anchor",
  ]

  @Test func `damaged variants are answered`() throws {
    let folder = ResolutionFixtureTests.folder
    let base = String(
      decoding: try Repository.bytes(folder.appendingPathComponent("base.yaml")), as: UTF8.self)
    let texts = try ResolutionFixtureTests.names.map {
      String(
        decoding: try Repository.bytes(folder.appendingPathComponent("\($0)/variant.yaml")), as: UTF8.self)
    }
    let bases = TextBases([base])
    var random = SeededGenerator(seed: FuzzTests.seed)
    for round in 0..<FuzzTests.rounds {
      let text = mutated(texts[round % texts.count], texts, &random)
      let (reading, time) = ProcessorTime.of { Reading(text, bases: bases) }
      let taken = reading.framework != nil
      if time > .seconds(1) || taken == reading.bag.hasErrors || (!taken && reading.report.isEmpty) {
        Issue.record("round \(round) of seed \(FuzzTests.seed): \(time)\n\(text)")
        return
      }
    }
  }

  private func mutated(_ text: String, _ others: [String], _ random: inout SeededGenerator) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
      case 1: if lines.count > 2 { lines.remove(at: line) }
      case 2:
        let other = others.randomElement(using: &random)?.split(separator: "\n").filter {
          $0.hasPrefix("  - ")
        }
        if let change = other?.randomElement(using: &random) { lines.append(String(change)) }
      case 3: lines[line] = String(lines[line].prefix(Int.random(in: 0...80, using: &random)))
      default: lines[line] = exchanged(lines[line], &random)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One word of a line for another.
  private func exchanged(_ line: String, _ random: inout SeededGenerator) -> String {
    let stops: Set<Character> = [" ", ",", ":", "{", "}", "[", "]"]
    var words: [Range<String.Index>] = []
    var start = line.startIndex
    for index in line.indices where stops.contains(line[index]) {
      if start < index { words.append(start..<index) }
      start = line.index(after: index)
    }
    guard let word = words.randomElement(using: &random), let new = Self.words.randomElement(using: &random)
    else {
      return line
    }
    return line.replacingCharacters(in: word, with: new)
  }
}

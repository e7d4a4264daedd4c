import Frameworks
import TestSupport
import Testing

@Suite("Texts compared word by word")
struct WordDifferenceTests {
  private func marked(_ before: String, _ after: String) -> String {
    WordDifference.runs(from: before, to: after).map { run in
      run.side == .both ? run.text : run.side == .before ? "-\(run.text)-" : "+\(run.text)+"
    }.joined(separator: " ")
  }

  @Test func `words that went stand before words that came`() {
    #expect(
      marked("How far do leaders know?", "How well do leaders know it?")
        == "How -far- +well+ do leaders -know?- +know it?+")
    #expect(marked("one two", "one two") == "one two")
    #expect(marked("", "new words") == "+new words+")
    #expect(marked("old words", "") == "-old words-")
    #expect(marked("", "") == "")
  }

  @Test func `white space does not count`() { #expect(marked("one  two", "one\ntwo") == "one two") }

  @Test func `both texts can be read off`() {
    var generator = SeededGenerator(seed: 7)
    let words = ["the", "pond", "is", "deep", "and", "cold"]
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      let runs = WordDifference.runs(from: texts[0], to: texts[1])
      #expect(runs.filter { $0.side != .after }.map(\.text).joined(separator: " ") == texts[0])
      #expect(runs.filter { $0.side != .before }.map(\.text).joined(separator: " ") == texts[1])
    }
  }
}

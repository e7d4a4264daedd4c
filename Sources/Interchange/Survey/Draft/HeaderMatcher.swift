import Foundation
import Frameworks
import Reviews

/// Finds the criterion that a survey's question is most likely about.
struct HeaderMatcher {
  /// A criterion, and how much the header says that it is meant: from 0 to 1.
  struct Match {
    let criterion: ResolvedCriterion
    let score: Double
  }

  private struct Candidate {
    let criterion: ResolvedCriterion
    /// All that somebody may have copied into the survey.
    let texts: [[String]]
    let code: String?
  }

  private let candidates: [Candidate]
  /// A word counts the more, the fewer criteria have it.
  private let weights: [String: Double]

  init(_ framework: ResolvedFramework, kind: ReviewKind) {
    let outline = ReviewOutline(framework, kind: kind)
    let codes = outline.entries.compactMap(\.criterion.criterion.code)
    candidates = outline.entries.map { entry in
      let criterion = entry.criterion.criterion
      let texts = [
        criterion.title, criterion.text, entry.wording,
        criterion.id.value.replacing("-", with: " "),
      ]
      let code = criterion.code.flatMap { code in codes.count { $0 == code } == 1 ? code : nil }
      return Candidate(
        criterion: entry.criterion, texts: texts.compactMap(\.self).map(Self.words).filter { !$0.isEmpty },
        code: code)
    }
    var counts: [String: Int] = [:]
    for candidate in candidates {
      for word in Set(candidate.texts.joined()) { counts[word, default: 0] += 1 }
    }
    let all = Double(candidates.count)
    weights = counts.mapValues { 0.2 + log(1 + all / Double($0)) }
  }

  /// The likeliest criteria, the best first.
  func matches(_ header: String) -> [Match] {
    var spellings = [Self.words(header)]
    // Google puts the question of a grid before each row, in brackets.
    if let row = Self.inBrackets(header) { spellings.append(Self.words(row)) }
    spellings = spellings.filter { !$0.isEmpty }
    let number = Self.number(header)
    return candidates.map { candidate in
      var score =
        spellings.flatMap { spelling in candidate.texts.map { self.score(spelling, $0) } }.max() ?? 0
      if let code = candidate.code, code == number { score = max(score, min(1, score + 0.25)) }
      return Match(criterion: candidate.criterion, score: score)
    }.filter { $0.score > 0 }.sorted { $0.score > $1.score }
  }

  /// 1 where the words are the same; less, the more of what matters is only in one of the two.
  private func score(_ header: [String], _ text: [String]) -> Double {
    if header == text { return 1 }
    let (first, second) = (Set(header), Set(text))
    func weight(_ words: Set<String>) -> Double {
      words.reduce(0) { $0 + (weights[$1] ?? 1) }
    }
    let shared = 2 * weight(first.intersection(second)) / (weight(first) + weight(second))
    // A question that holds all of a text is about it, whatever else it says; of one or two words, most likely.
    let contains = " \(header.joined(separator: " ")) ".contains(" \(text.joined(separator: " ")) ")
    return max(contains ? text.count >= 3 ? 0.9 : 0.6 : 0, min(0.99, shared))
  }

  /// Lower-case words without signs; numbering before a question is none of its words.
  static func words(_ text: String) -> [String] {
    let plain = SurveyHeader.normalized(text)
    let words = plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
    let rest = words.drop {
      $0.allSatisfy(\.isNumber) || ($0.first == "q" && $0.dropFirst().allSatisfy(\.isNumber))
    }
    return Array(rest.isEmpty ? words[...] : rest)
  }

  private static func number(_ header: String) -> String {
    let start = SurveyHeader.plain(header).prefix { $0.isNumber || $0 == "." }
    return String(start.last == "." ? start.dropLast() : start)
  }

  private static func inBrackets(_ header: String) -> String? {
    guard header.hasSuffix("]"), let open = header.lastIndex(of: "[") else { return nil }
    return String(header[header.index(after: open)...].dropLast())
  }
}

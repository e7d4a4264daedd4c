import Frameworks
import Rubrics
import Sealing

/// A score as the YAML of a case's `expected.yaml`: short enough to read, complete enough to notice every
/// change. Judged criteria that were left out altogether are only counted, and so are groups of them that
/// would show a distribution.
enum CaseText {
  static func text(of score: ScoredReview) -> String {
    var lines = [
      "# What the review beside this file scores. Recorded with WAYMARK_RECORD=1; read every change of it.",
      "kind: \(score.kind.rawValue)", "coverage: \(quoted(score.coverage.text))",
      "overall: \(overall(score))",
    ]
    if !score.notes.isEmpty { lines += ["notes:"] + score.notes.map { "  - \(quoted($0))" } }
    let criteria = score.criteria.flatMap(self.lines)
    lines += criteria.isEmpty ? [] : ["criteria:"] + criteria
    return lines.joined(separator: "\n") + "\n"
  }

  private static func overall(_ score: ScoredReview) -> String {
    (try? score.overall()).map { quoted($0.text) } ?? "none"
  }

  private static func lines(_ criterion: ScoredCriterion) -> [String] {
    var lines: [String] = []
    if let mark = criterion.mark, let scale = criterion.scale, mark != .missing || criterion.suggestion != nil
    {
      lines.append("mark: \(quoted(mark.text(on: scale)))")
    }
    if let suggestion = criterion.suggestion, let scale = criterion.scale {
      lines.append("suggested: \(quoted(suggestion.point.map { scale.name(of: $0) } ?? "no point"))")
      if let agrees = criterion.agrees { lines.append("agrees: \(agrees)") }
    }
    let isBlank = criterion.counts.missing == criterion.counts.judged
    if let result = criterion.aggregate, !isBlank || result.aggregation != "distribution" {
      lines.append("\(result.aggregation): \(quoted(result.text))")
      lines.append("coverage: \(quoted(criterion.counts.text))")
      if !result.notes.isEmpty { lines += ["notes:"] + result.notes.map { "  - \(quoted($0))" } }
    }
    return lines.isEmpty ? [] : ["  \(criterion.path):"] + lines.map { "    \($0)" }
  }

  /// JSON's strings are YAML's too.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).prettyText() }
}

import Diagnostics
import Frameworks
import Reviews
import Sealing

/// What came of a case as the YAML of its `expected.yaml`: short enough to read, complete enough to notice every change.
/// Judged criteria that were left out altogether are only counted, and so are groups of them that would show a
/// distribution; rules that hold are only counted, too.
enum CaseText {
  /// What came of one document.
  struct Section {
    let part: CaseFolder.Part
    var lines: [String]

    /// - Parameter mistakes: what was found wrong with it, each with its line.
    init(_ part: CaseFolder.Part, mistakes: DiagnosticBag, _ sources: SourceMap) {
      self.part = part
      let found = mistakes.items.map { item -> String in
        let line = item.range.flatMap { range in
          sources[range.file].map {
            "line \($0.position(of: Int(range.start), lineStarts: $0.lineStarts()).line), "
          }
        }
        return "  - \(quoted("\(line ?? "")\(item.code.id): \(item.message)"))"
      }
      lines = found.isEmpty ? [] : ["mistakes:"] + found
    }
  }

  static func text(_ sections: [Section]) -> String {
    var lines = [
      "# What comes of the documents beside this file. Recorded with `waymark framework test --record`; read every change."
    ]
    for section in sections {
      if section.lines.isEmpty {
        lines.append("\(section.part.rawValue): {}")
      } else {
        lines += ["\(section.part.rawValue):"] + section.lines.map { "  \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Scores

  static func lines(of score: ScoredReview) -> [String] {
    var lines = [
      "kind: \(score.kind.rawValue)", "coverage: \(quoted(score.coverage.text))",
      "overall: \((try? score.overall()).map { quoted($0.text) } ?? "none")",
    ]
    if !score.notes.isEmpty { lines += ["notes:"] + score.notes.map { "  - \(quoted($0))" } }
    let criteria = score.criteria.flatMap(self.lines)
    return lines + (criteria.isEmpty ? [] : ["criteria:"] + criteria)
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

  // MARK: - Rules

  static func lines(of findings: RuleFindings) -> [String] {
    var lines = self.lines(of: findings.outcomes.map { ("", $0) })
    func list(_ title: String, _ texts: [String]) {
      if !texts.isEmpty { lines += ["\(title):"] + texts.map { "  \($0)" } }
    }
    list("hidden", findings.hidden.sorted().map { "- \($0)" })
    list("answeredButHidden", findings.answeredHidden.map { "- \($0)" })
    list("trends", findings.trends.map { "\($0.trend.id.value): \(words($0))" })
    list("signals", findings.signals.map { "\($0.signal.id.value): \(words($0.result))" })
    list("triggers", findings.triggers.map { "\($0.trigger.id.value): \(words($0.result))" })
    return lines
  }

  static func lines(of findings: [ScheduleRules.Finding]) -> [String] {
    lines(of: findings.map { ($0.review.map { "review \($0.number.value), " } ?? "", $0.outcome) })
  }

  private static func lines(of outcomes: [(String, RuleOutcome)]) -> [String] {
    var (held, notAsked) = (0, 0)
    var others: [String] = []
    for (place, outcome) in outcomes {
      switch outcome.result {
      case .held: held += 1
      case .notAsked: notAsked += 1
      case .broken:
        others.append(
          "  - \(quoted("\(outcome.rule.strength.rawValue), \(place)\(outcome.rule.id): \(outcome.words)"))")
      case .notEvaluable(let why):
        others.append("  - \(quoted("not evaluable, \(place)\(outcome.rule.id): \(why)"))")
      case .failed(let why): others.append("  - \(quoted("failed, \(place)\(outcome.rule.id): \(why)"))")
      }
    }
    if held + notAsked == 0, others.isEmpty { return [] }
    return ["rulesHeld: \(held)"] + (others.isEmpty ? [] : ["rules:"] + others)
  }

  private static func words(_ finding: TrendFinding) -> String {
    switch finding.result {
    case .moved(let category, _): finding.trend.categories[category].id.value
    case .notEvaluable(let why): quoted("not evaluable: \(why)")
    case .failed(let why): quoted("failed: \(why)")
    }
  }

  private static func words(_ condition: Condition) -> String {
    switch condition {
    case .holds: "holds"
    case .holdsNot: "does not hold"
    case .notEvaluable(let why): quoted("not evaluable: \(why)")
    case .failed(let why): quoted("failed: \(why)")
    }
  }

  /// JSON's strings are YAML's too.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).prettyText() }
}

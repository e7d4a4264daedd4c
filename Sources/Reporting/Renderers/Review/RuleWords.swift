import Frameworks
import Reviews

/// What came of a framework's rules, in groups that a head teacher can act on.
struct RuleWords {
  let groups: [Group]
  /// "12 of 14 rules are met."; empty where none was asked.
  let summary: String

  /// Sentences of one weight.
  struct Group {
    let title: String
    /// `error`, `caution` or `note`, as pages colour them.
    let kind: String
    let texts: [String]
  }

  init(_ report: ReviewReport) {
    let resolved = report.rubric.framework
    let words = MeasureWords(resolved)
    let measured = Group(
      title: "Measured", kind: "note",
      texts: resolved.framework.measures.compactMap { words.found($0, in: report.main.review) })
    let findings = report.main.findings ?? RuleFindings()
    let asked = findings.outcomes.filter { $0.result != .notAsked }
    let held = asked.count { $0.result == .held }
    summary =
      asked.isEmpty ? "" : "\(held) of \(asked.count) \(asked.count == 1 ? "rule is" : "rules are") met."
    func broken(_ strength: Strength) -> [String] {
      asked.filter { $0.isBroken && $0.rule.strength == strength }.map(\.words)
    }
    let untold = asked.filter { if case .notEvaluable = $0.result { true } else { false } }.map(\.words)
    let failed = asked.filter { if case .failed = $0.result { true } else { false } }.map(\.words)
    let all: [Group] = [
      measured,
      Group(title: "Must be put right", kind: "error", texts: broken(.must)),
      Group(title: "Should be looked at", kind: "caution", texts: broken(.should)),
      Group(title: "Beyond what the framework allows for", kind: "note", texts: broken(.may)),
      Group(
        title: "Triggers", kind: "caution",
        texts: findings.triggers.filter { $0.result == .holds }.map { finding in
          [finding.trigger.title.sentence, finding.trigger.text].compactMap(\.self).joined(separator: " ")
        }),
      Group(
        title: "Signals", kind: "note",
        texts: findings.signals.filter { $0.result == .holds }.map { $0.signal.title.sentence }),
      Group(title: "Directions", kind: "note", texts: findings.trends.map(Self.direction)),
      Group(title: "Cannot be told", kind: "note", texts: untold + Self.untold(findings)),
      Group(title: "Rules that failed", kind: "caution", texts: failed),
      Group(
        title: "Not asked here", kind: "note",
        texts: findings.answeredHidden.map { "\(report.name($0)): the answer is kept and not counted." }),
    ]
    groups = all.filter { !$0.texts.isEmpty }
  }

  private static func direction(_ finding: TrendFinding) -> String {
    switch finding.result {
    case .moved(let category, let change):
      let title = finding.trend.categories[category].title.lowercased()
      return "\(finding.trend.title): \(title) (\(Figures.signed(change)) since the review before)."
    case .notEvaluable(let why), .failed(let why): return "\(finding.trend.title): cannot be told; \(why)."
    }
  }

  private static func untold(_ findings: RuleFindings) -> [String] {
    findings.triggers.compactMap { finding in
      switch finding.result {
      case .notEvaluable(let why), .failed(let why):
        "\(finding.trigger.title.sentence) This cannot be told: \(why)."
      case .holds, .holdsNot: nil
      }
    }
  }

  private enum Figures {
    static func signed(_ number: Double) -> String {
      let rounded = (number * 100).rounded() / 100
      let isWhole = rounded == rounded.rounded() && abs(rounded) < 1e15
      let text = isWhole ? String(Int(rounded)) : String(rounded)
      return rounded > 0 ? "+\(text)" : rounded < 0 ? "−\(text.dropFirst())" : "0"
    }
  }
}

extension String {
  /// With a full stop at the end.
  fileprivate var sentence: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}

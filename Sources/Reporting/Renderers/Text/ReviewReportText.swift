import Diagnostics
import Frameworks
import Rubrics

/// A review's report for the terminal.
public enum ReviewReportText {
  public static func text(_ report: ReviewReport) -> String {
    let words = ReviewWords(report)
    var lines = header(report, words)
    for criterion in report.main.top { lines += ReviewListing(words).lines(criterion) }
    let whys = ReviewListing(words).explanations()
    if !whys.isEmpty {
      lines += [""] + TerminalText.underlined("Where the statements point elsewhere") + whys
    }
    let gaps = unanswered(words)
    if !gaps.isEmpty { lines += [""] + gaps }
    if let trendBreak = TrendBreak(report) {
      lines += [""] + TerminalText.underlined(trendBreak.title)
      lines += trendBreak.texts.flatMap { TerminalText.hanging("- ", $0) }
    }
    let rules = RuleWords(report)
    if !rules.groups.isEmpty || !rules.summary.isEmpty {
      lines += [""] + TerminalText.underlined("What the framework asks")
      if !rules.summary.isEmpty { lines += TerminalText.wrap(rules.summary) }
      for group in rules.groups {
        lines.append("\(group.title):")
        lines += group.texts.flatMap { TerminalText.hanging("  - ", $0) }
      }
    }
    let cautions = words.cautions
    if !cautions.isEmpty { lines += [""] + cautions.flatMap { TerminalText.hanging("Note: ", $0) } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The overall figure in a line, with what it stands on.
  ///
  /// - Throws: `refused` where the framework has none.
  public static func overall(_ score: ScoredReview) throws(Failure) -> String {
    let result = try score.overall()
    let figure = ReviewWords.overall(result)
    guard result.value != nil else { return TerminalText.clean("Overall: \(figure)") }
    let by = result.through.map { " of \($0.words)" } ?? ""
    return TerminalText.clean(
      "Overall: \(figure) (\(English.heading(slug: result.aggregation).lowercased())\(by); \(score.coverage.text))"
    )
  }

  private static func header(_ report: ReviewReport, _ words: ReviewWords) -> [String] {
    let main = report.main
    let occasion = [
      ReviewWords.occasion(main), main.review.date.map(ReviewWords.date), ReviewWords.status(main),
    ].compactMap(\.self).joined(separator: ", ")
    var lines = TerminalText.wrap(report.subject)
    lines += TerminalText.wrap("\(report.rubric.framework.framework.title) (\(report.rubric.reference))")
    lines += TerminalText.wrap(occasion)
    if let translation = report.rubric.framework.translation {
      lines += TerminalText.wrap(translation.note)
    }
    lines.append("")
    lines.append("Coverage: \(main.coverage.text)")
    if let movement = words.movement, let earlier = report.shift?.earlier {
      lines.append(
        "Since the \(FrameworkWords.kind(earlier.kind)) of \(earlier.period?.description ?? "before"): \(movement)"
      )
    }
    if let agreement = words.agreement { lines.append("Self and peers: \(agreement)") }
    // A framework without an overall figure gets a sentence that says so.
    let overall = (try? Self.overall(main)) ?? FrameworkWords.noOverall
    lines += TerminalText.wrap(overall)
    if main.allowsOverall, case .aggregate(let rule) = report.rubric.framework.framework.overall,
      let assumed = rule.assumed
    {
      lines += TerminalText.hanging("  Assumed: ", assumed)
    }
    return lines
  }

  private static func unanswered(_ words: ReviewWords) -> [String] {
    words.unanswered.flatMap { TerminalText.hanging("\($0.title): ", $0.names.joined(separator: "; ")) }
  }
}

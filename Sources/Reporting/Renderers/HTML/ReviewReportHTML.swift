import Diagnostics
import Frameworks
import Rubrics

/// A review's report as a page: shape, bars, judgements with their reasons, gaps.
public enum ReviewReportHTML {
  /// One self-contained HTML page: no script, nothing loaded from elsewhere.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ report: ReviewReport) throws(Failure) -> String {
    let words = ReviewWords(report)
    let main = report.main
    let axes = ReviewAxes(words)
    let parts = ReviewParts(words, scale: axes?.scale)
    let rules = RuleWords(report)
    let body = ReviewPage(
      facts: facts(report), cards: cards(report, words), callouts: callouts(report, words),
      pictured: axes.flatMap { pictured($0, report) }, pictures: axes.map { pictures($0, words) } ?? [],
      glance: PageMarkup(ReviewGlance(words, axes).table), partsTitle: PageText(partsTitle(report)),
      parts: main.top.map { parts.part($0, heading: 3) },
      gaps: words.unanswered.map { gap in
        .init(title: PageText(gap.title), names: gap.names.map { PageText($0) })
      },
      rulesSummary: rules.summary.isEmpty ? nil : PageText(rules.summary),
      rules: rules.groups.map { group in
        .init(
          kind: group.kind == "note" ? "note" : "caution", title: PageText(group.title),
          texts: group.texts.map { PageText($0) })
      },
      note: main.review.note.map { PageText($0) }, reference: PageText(report.rubric.reference),
      digest: PageText(report.rubric.digest.description))
    var page = Page(title: PageText(report.subject), styles: [.report, .review], body: body)
    page.setLanguage(of: report.rubric.framework)
    page.eyebrow = PageText(
      ([main, report.beside?.peer].compactMap(\.self).map(ReviewWords.occasion)).joined(separator: " · "))
    page.summary = PageText(report.rubric.framework.framework.title)
    page.isPrivate = true
    let subject = FrameworkWords.subject(report.rubric.framework.framework.subject)
    page.privacy =
      "This page shows what was judged of one \(subject). It is for those who were reviewed and for their reviewers."
    return try Templates.page("review", page)
  }

  // MARK: - At the head

  private static func facts(_ report: ReviewReport) -> [PageFact] {
    var facts: [PageFact] = []
    for score in [report.main, report.beside?.peer].compactMap(\.self) {
      let day = score.review.date.map(ReviewWords.date)
      let when = [
        day, score.period.map { day == nil ? "\($0)" : "school year \($0)" }, ReviewWords.status(score),
      ]
      .compactMap(\.self).joined(separator: ", ")
      facts.append(
        PageFact(term: PageText(score.kind == .own ? "Self-review" : "Peer review"), text: PageText(when)))
      let team = ReviewWords.team(score)
      if !team.isEmpty { facts.append(PageFact(term: "Team", text: PageText(team))) }
    }
    if let earlier = report.shift?.earlier {
      let when = [ReviewWords.occasion(earlier), earlier.review.date.map(ReviewWords.date)].compactMap(\.self)
      facts.append(PageFact(term: "Set against", text: PageText(when.joined(separator: ", "))))
    }
    facts.append(PageFact(term: "Framework", text: PageText(report.rubric.reference)))
    return facts
  }

  private static func cards(_ report: ReviewReport, _ words: ReviewWords) -> [PageCard] {
    let coverage = report.main.coverage
    var cards: [PageCard] = []
    if coverage.judged > 0 {
      cards.append(PageCard(figure: "\(coverage.answered) of \(coverage.judged)", label: "answered"))
    }
    if let overall = try? report.main.overall() {
      let label =
        overall.value == nil
        ? "overall" : "overall (\(English.heading(slug: overall.aggregation).lowercased()))"
      let figure = ReviewWords.overall(overall)
      cards.append(
        PageCard(
          figure: PageText(overall.value == nil ? "–" : figure.prefix(1).uppercased() + figure.dropFirst()),
          label: PageText(label)))
    }
    if let movement = report.shift?.summary, let earlier = report.shift?.earlier {
      let since = earlier.period?.description ?? "the earlier review"
      let apart = report.shift?.broken.count ?? 0
      let label =
        apart > 0
        ? "since \(since); \(movement.unchanged) unchanged, \(apart) not comparable"
        : "since \(since); \(movement.unchanged) unchanged"
      cards.append(
        report.shift?.isBroken == true
          ? PageCard(figure: "–", label: PageText("since \(since): not comparable"))
          : PageCard(figure: "\(movement.up) up, \(movement.down) down", label: PageText(label)))
    }
    if let beside = report.beside, beside.bothMarked > 0 {
      cards.append(
        PageCard(
          figure: "\(beside.entries.count { $0.gap == 0 }) of \(beside.bothMarked)",
          label: "judged the same by the peers"))
    }
    return cards
  }

  private static func callouts(_ report: ReviewReport, _ words: ReviewWords) -> [ReviewPage.Callout] {
    var callouts: [ReviewPage.Callout] = []
    let cautions = words.cautions
    if !cautions.isEmpty {
      callouts.append(
        .init(kind: "caution", title: "Before you read on", texts: cautions.map { PageText($0) }))
    }
    if let trendBreak = TrendBreak(report) {
      callouts.append(
        .init(
          kind: "caution", title: PageText(trendBreak.title), texts: trendBreak.texts.map { PageText($0) }))
    }
    switch report.rubric.framework.framework.overall {
    case .none:
      callouts.append(
        .init(kind: "note", title: "No overall figure", texts: [PageText(FrameworkWords.noOverall)]))
    case .aggregate(let rule):
      var texts = [PageText(FrameworkWords.overall(rule))]
      if let result = try? report.main.overall(), result.value == nil {
        texts.insert(PageText(result.text), at: 0)
      }
      if let assumed = rule.assumed { texts.append(PageText("Assumed: \(assumed)")) }
      callouts.append(.init(kind: "note", title: "How the overall figure is made", texts: texts))
    }
    return callouts
  }

  // MARK: - Pictures

  private static func pictures(_ axes: ReviewAxes, _ words: ReviewWords) -> [PageMarkup] {
    let figures = axes.figures(words)
    let what = axes.isJudged ? "" : ", medians of each \(axes.level)"
    let bars = BarChart(caption: .init(id: "bars", title: "As bars\(what)"), figures: figures)
    guard axes.isShape else { return [PageMarkup(bars, table: .folded)] }
    // A series of gaps has no shape; the bars name each of its breaks.
    let radar = RadarChart(
      caption: .init(id: "shape", title: "The shape of this review\(what)"),
      figures: figures.withoutBrokenSeries)
    return [PageMarkup(radar, table: .folded), PageMarkup(bars, table: .folded)]
  }

  /// Clockwise, what the axes belong to.
  private static func pictured(_ axes: ReviewAxes, _ report: ReviewReport) -> PageText? {
    let criteria = axes.criteria.map { report.main.criteria[$0].criterion }
    guard axes.isShape, !axes.isJudged || criteria.contains(where: { $0.parent != nil }) else { return nil }
    var groups: [(name: String, count: Int)] = []
    for criterion in criteria {
      let name = criterion.parent.map { report.rubric.framework.criteria[$0].name } ?? criterion.name
      if groups.last?.name == name { groups[groups.count - 1].count += 1 } else { groups.append((name, 1)) }
    }
    let parts = groups.map { "\($0.name) (\($0.count))" }
    return PageText("Clockwise from the top: \(English.list(parts)).")
  }

  private static func partsTitle(_ report: ReviewReport) -> String {
    guard let level = report.rubric.framework.framework.levels.first?.title else { return "One by one" }
    return "\(level) by \(English.inSentence(level))"
  }
}

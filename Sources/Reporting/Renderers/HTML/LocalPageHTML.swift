import Diagnostics
import Profiles
import Rubrics

/// A partnership's exact figures beside its region's as a page, marked “Not for publication” on the screen and on
/// every printed sheet.
public enum LocalPageHTML {
  /// One self-contained HTML page.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ profile: LocalProfile) throws(Failure) -> String {
    let words = LocalWords(profile)
    let units = [Sheet.Unit.section, .criterion]
    let body = LocalPage(
      cards: cards(profile, words),
      besideTitle: PageText(words.besideTitle), beside: units.flatMap { beside($0, words) },
      clear: (words.clear.isEmpty ? [words.noneClear] : words.clear).filter { !$0.isEmpty }
        .map { PageText($0) },
      spreads: profile.subjects == 0 ? [] : units.flatMap { spreads($0, words) },
      reading: words.reading.map { PageText($0) },
      reference: PageText(profile.rubric.reference), digest: PageText(profile.rubric.digest.description))
    var page = Page(title: PageText(words.title), styles: [.report, .sheet], body: body)
    page.isPrivate = true
    page.privacy = PageText(LocalWords.privacy)
    page.eyebrow = PageText(words.eyebrow)
    page.summary = PageText(words.summary)
    return try Templates.page("local", page)
  }

  private static func cards(_ profile: LocalProfile, _ words: LocalWords) -> [PageCard] {
    let pairs = profile.compared.flatMap { figure in figure.beside.map { figure.verdict(beside: $0) } }
    func count(_ verdict: Verdict) -> String { "\(pairs.count { $0 == verdict })" }
    return [
      PageCard(figure: "\(profile.subjects)", label: PageText("agreed reviews, counted exactly")),
      PageCard(figure: PageText(count(.above)), label: "above the region"),
      PageCard(figure: PageText(count(.below)), label: "below the region"),
      PageCard(figure: PageText(count(.noClearDifference)), label: "no clear difference"),
    ]
  }

  private static func beside(_ unit: Sheet.Unit, _ words: LocalWords) -> [LocalPage.Figure] {
    guard let table = words.comparisonTable(unit, id: "beside-\(unit.rawValue)") else { return [] }
    var charts = ""
    let figures = words.profile.compared.filter { $0.unit == unit && $0.mean != nil }
    var scales: [CompiledScale] = []
    for figure in figures where !scales.contains(figure.scale) { scales.append(figure.scale) }
    for (index, scale) in scales.enumerated() {
      let chart = IntervalChart(
        caption: .init(
          id: "beside-\(unit.rawValue)-\(index + 1)", title: "Your mean (diamond) beside the region’s"),
        scale: ChartScale(
          zip(scale.values, scale.scale.points).map { ChartScale.Point(Double($0), $1.label) }),
        rows: figures.filter { $0.scale == scale }.flatMap { rows($0, words) },
        rowTitle: words.unitTitle(unit))
      charts += chart.parts.map { #"<div class="chart-frame">"# + $0.svg + "</div>" }.joined()
    }
    return [
      .init(
        caption: PageText(unit == .section ? "Section by section" : "One \(words.unit) after the other"),
        chart: PageMarkup(charts), table: PageMarkup(table))
    ]
  }

  private static func rows(_ figure: LocalFigure, _ words: LocalWords) -> [IntervalChart.Row] {
    [.init("\(figure.title): yours", value: figure.mean, note: words.nouns(figure.n), isHighlighted: true)]
      + figure.beside.map { region in
        .init(
          region.place, value: region.shown(region.mean), low: region.shown(region.interval.lowerBound),
          high: region.shown(region.interval.upperBound),
          note: "\(region.source == .pool ? "pool" : "sheets"); you: \(words.verdict(figure, region))")
      }
  }

  private static func spreads(_ unit: Sheet.Unit, _ words: LocalWords) -> [LocalPage.Figure] {
    let figures = unit == .section ? words.profile.sections : words.profile.criteria
    return words.spreads(figures).enumerated().map { index, spread in
      let id = "spread-\(unit.rawValue)-\(index + 1)"
      let title =
        (unit == .section ? "Answers by section" : "Judgements by \(words.unit)")
        + (index > 0 ? ", \(spread.scale.name)" : "")
      return .init(
        caption: PageText(title),
        chart: spread.scale.isOrdered ? WorkspaceFigures.chart(spread, id: id, title: title) : nil,
        table: PageMarkup(
          spread.table(
            id: id + "-table", caption: "\(title): the counts (\(LocalProfile.mark))",
            rowTitle: words.unitTitle(unit))))
    }
  }
}

/// What the page shows, in the names that its template asks for.
struct LocalPage: Sendable {
  var cards: [PageCard]
  var besideTitle: PageText
  var beside: [Figure]
  var clear: [PageText]
  var spreads: [Figure]
  var reading: [PageText]
  var reference: PageText
  var digest: PageText

  typealias Figure = WorkspacePage.Figure
}

import Diagnostics
import Profiles
import Rubrics

/// A sheet as a page: what it says figure by figure, what it leaves out, and its exact bytes.
public enum SheetPageHTML {
  /// One self-contained HTML page.
  ///
  /// - Parameters:
  ///   - payload: the bytes that are published; `sheet` was read from them.
  ///   - regions: names for regions; without them their codes are shown.
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(
    _ sheet: Sheet, rubric: Rubric, payload: [UInt8], regions: RegionList = RegionList()
  ) throws(Failure) -> String {
    let words = SheetWords(sheet, rubric, payload, regions)
    let body = SheetPage(
      cards: cards(words), facts: words.facts.map { .init(term: PageText($0.term), text: PageText($0.text)) },
      figures: words.byScale.enumerated().map { SheetFigures(words, $1, number: $0 + 1).block },
      clamped: words.clamped.map { PageText($0) }, exact: PageMarkup(SheetFigures.exact(words)),
      protectionTitle: PageText(words.protectionTitle), reach: PageMarkup(SheetFigures.noise(words)),
      noise: words.protection.map { PageText($0) },
      unit: PageText(words.unit),
      omitted: sheet.omitted.map {
        .init(term: PageText(words.name($0.id)), text: PageText(words.reason($0.reason)))
      },
      never: PageText(words.never), notices: SheetNotices.of(sheet).map { PageText($0) },
      size: PageText(words.size), digest: PageText(words.digest),
      bytesMeaning: PageText(SheetWords.bytesMeaning),
      bytes: PageText(words.pretty),
      frameworkDigest: PageText("\(sheet.framework.reference), \(sheet.framework.digest)"),
      policyDigest: PageText("\(sheet.policy.id), \(sheet.policy.digest)"))
    var page = Page(title: PageText(words.title), styles: [.report, .sheet], body: body)
    page.eyebrow = PageText(words.eyebrow)
    page.summary = PageText(words.summary)
    return try Templates.page("sheet", page)
  }

  private static func cards(_ words: SheetWords) -> [PageCard] {
    let (figures, omitted) = (words.sheet.figures.count, words.sheet.omitted.count)
    return [
      PageCard(figure: "\(words.sheet.subjects)", label: PageText(words.tookPart)),
      PageCard(figure: "\(figures)", label: PageText(figures == 1 ? "figure is given" : "figures are given")),
      PageCard(
        figure: "\(omitted)",
        label: PageText("\(omitted == 1 ? words.unit : English.plural(words.unit)) left out")),
      PageCard(figure: "\(words.payload.count)", label: "bytes, all shown below"),
    ]
  }
}

/// What the page of a sheet shows, in the names that its template asks for.
struct SheetPage: Sendable {
  var cards: [PageCard]
  var facts: [PageFact]
  var figures: [Figures]
  var clamped: [PageText]
  var exact: PageMarkup
  var protectionTitle: PageText
  var reach: PageMarkup
  var noise: [PageText]
  var unit: PageText
  var omitted: [PageFact]
  var never: PageText
  var notices: [PageText]
  var size: PageText
  var digest: PageText
  var bytesMeaning: PageText
  var bytes: PageText
  var frameworkDigest: PageText
  var policyDigest: PageText

  /// Figures on one scale.
  struct Figures: Sendable {
    var caption: PageText
    /// Whether there are means to draw.
    var isDrawn: Bool
    var chart: PageMarkup
    var table: PageMarkup
  }
}

import Diagnostics
import Documents
import Registries

/// A comparison as a page: dots with intervals, tables, and plain words on what differs.
public enum ComparisonPageHTML {
  /// One self-contained HTML page.
  ///
  /// - Parameter own: the code of the place whose row stands out: the reader's own region or partnership.
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ answer: ComparisonAnswer, own: String? = nil) throws(Failure) -> String {
    let words = ComparisonWords(answer)
    let body = ComparisonPage(
      cards: cards(answer, words), notes: answer.notes.map { PageText($0) }, chance: PageText(words.chance),
      clear: words.clear.map { PageText($0) },
      figures: answer.figures.enumerated().map {
        ComparisonFigure(words, $1, number: $0 + 1, own: own).block
      },
      cautions: words.cautions.map { .init(term: PageText($0.letter), text: PageText($0.caution.words)) },
      versions: answer.framework.versions.map {
        PageText("\(answer.framework.id)@\($0.version), \($0.digest)")
      },
      policies: answer.policies.map { PageText("\($0.id), \($0.digest)") },
      log: PageText("\(answer.log.origin), size \(answer.log.size), root \(answer.log.root)"))
    var page = Page(title: PageText(words.title), styles: [.report], body: body)
    page.eyebrow = PageText(
      "\(words.years) · \(words.judgements) · by \(English.inSentence(words.placeTitle))")
    page.summary = PageText(words.basis)
    page.citation = PageText(answer.citation)
    return try Templates.page("comparison", page)
  }

  private static func behind(_ answer: ComparisonAnswer) -> String {
    let sheets = "published \(answer.sheets == 1 ? "sheet" : "sheets")"
    if answer.pools == 0 { return "\(sheets) behind them" }
    let pools = "opened \(answer.pools == 1 ? "pool" : "pools")"
    return answer.sheets == 0 ? "\(pools) behind them" : "\(sheets) and \(pools) behind them"
  }

  private static func cards(_ answer: ComparisonAnswer, _ words: ComparisonWords) -> [PageCard] {
    let places = Set(answer.figures.flatMap { ($0.rows + $0.pools).map(\.place.code) }).count
    let figures = answer.figures.count
    let noun = answer.figures.first?.key.unit == .section ? "section" : "criterion"
    return [
      PageCard(
        figure: "\(places)",
        label: PageText("\(places == 1 ? English.inSentence(words.placeTitle) : words.places) side by side")),
      PageCard(figure: "\(answer.sheets + answer.pools)", label: PageText(behind(answer))),
      PageCard(
        figure: "\(figures)", label: PageText("\(figures == 1 ? noun : English.plural(noun)) compared")),
      PageCard(
        figure: "\(words.clearCount)",
        label: PageText(
          "clear \(words.clearCount == 1 ? "difference" : "differences") in \(answer.periods.last?.description ?? "")"
        )),
    ]
  }
}

/// What the page of a comparison shows, in the names that its template asks for.
struct ComparisonPage: Sendable {
  var cards: [PageCard]
  var notes: [PageText]
  var chance: PageText
  var clear: [PageText]
  var figures: [FigureBlock]
  var cautions: [PageFact]
  var versions: [PageText]
  var policies: [PageText]
  var log: PageText

  struct FigureBlock: Sendable {
    var anchor: PageText
    var title: PageText
    var scale: PageText
    var chart: PageMarkup
    var standings: [Standing]
    var table: PageMarkup
  }

  struct Standing: Sendable {
    var title: PageText
    var places: [PageText]
  }
}

/// A large figure with a few words.
struct PageCard: Sendable {
  var figure: PageText
  var label: PageText
}

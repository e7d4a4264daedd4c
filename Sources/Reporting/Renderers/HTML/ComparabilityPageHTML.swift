import Diagnostics
import Frameworks

/// What may be compared between two frameworks, as a page to read and to print.
public enum ComparabilityPageHTML {
  /// One self-contained HTML page.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ found: Comparability) throws(Failure) -> String {
    let words = ComparabilityWords(found)
    let body = ComparabilityPage(
      cards: found.counts.map {
        PageCard(
          figure: "\($0.count)",
          label: PageText("\($0.count == 1 ? "pair" : "pairs") \($0.relation.rawValue)"))
      },
      route: words.route.map { PageText($0) }, judged: words.judged.map { PageText($0) },
      fromTitle: PageText(words.from), toTitle: PageText(words.to),
      pairs: found.pairs.map { pair in
        .init(
          from: criteria(pair.from, in: found.from), to: criteria(pair.to, in: found.to),
          relation: PageText(pair.relation.rawValue),
          kind: pair.relation == .same ? "agrees" : pair.relation.allowsFigures ? "peers" : "differs",
          notes: ([words.alone(pair)].compactMap(\.self) + words.notes(pair)).map { PageText($0) })
      },
      relations: found.counts.map {
        PageFact(term: PageText($0.relation.rawValue), text: PageText(English.sentence($0.relation.meaning)))
      })
    var page = Page(title: PageText(words.title), styles: [.report, .review], body: body)
    page.eyebrow = "Side by side"
    page.summary = PageText("\(found.from.framework.title) · \(found.to.framework.title)")
    return try Templates.page("comparability", page)
  }

  private static func criteria(_ paths: [String], in framework: ResolvedFramework) -> [PageFact] {
    paths.map { path in
      PageFact(term: PageText(framework.criterion(path)?.name ?? path), text: PageText(path))
    }
  }
}

/// What the page shows, in the names that its template asks for.
struct ComparabilityPage: Sendable {
  var cards: [PageCard]
  var route: [PageText]
  var judged: [PageText]
  var fromTitle: PageText
  var toTitle: PageText
  var pairs: [Pair]
  /// What the relations that occur mean.
  var relations: [PageFact]

  struct Pair: Sendable {
    /// Names and paths.
    var from: [PageFact]
    var to: [PageFact]
    var relation: PageText
    /// agrees, peers or differs, as badges are coloured
    var kind: PageText
    var notes: [PageText]
  }
}

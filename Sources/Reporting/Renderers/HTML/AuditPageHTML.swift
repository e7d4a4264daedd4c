import Diagnostics
import Profiles

/// An audit as a page for a governors' meeting, marked “Not for publication” on the screen and on every printed
/// sheet.
public enum AuditPageHTML {
  /// One self-contained HTML page.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ audit: AuditedPage) throws(Failure) -> String {
    let words = AuditWords(audit)
    let body = AuditPage(
      isSupposed: audit.report.basis == .supposed, basis: PageText(words.basis),
      cards: cards(audit.report, words),
      findings: audit.report.findings.map {
        .init(
          name: PageText(words.name($0.attacker)), meaning: PageText(words.meaning($0)),
          sentence: PageText(words.sentence($0)))
      },
      figures: PageMarkup(table(words)), hidden: hidden(audit),
      earlier: words.earlier.map { PageText($0) }, assumptions: words.assumptions.map { PageText($0) },
      notices: audit.notices.map { PageText($0) },
      reference: PageText("\(audit.rubric.reference), \(audit.rubric.digest)"),
      digest: PageText(audit.digest?.description ?? "nothing is fixed"))
    var page = Page(title: PageText(words.title), styles: [.report, .sheet], body: body)
    page.isPrivate = true
    page.privacy = PageText(AuditWords.privacy)
    page.eyebrow = PageText(words.eyebrow)
    page.summary = PageText(words.summary)
    return try Templates.page("audit", page)
  }

  private static func cards(_ report: AuditReport, _ words: AuditWords) -> [PageCard] {
    guard let full = report[.allButOne], let outside = report[.outsider] else { return [] }
    return [
      PageCard(figure: "\(report.judgements)", label: PageText("\(English.plural(words.secret)) behind it")),
      PageCard(
        figure: PageText("\(AuditWords.percent(outside.pinned)) of 100"),
        label: PageText("\(English.plural(words.secret)) that somebody outside could be certain of")),
      PageCard(
        figure: PageText("\(AuditWords.percent(full.pinned)) of 100"),
        label: PageText(
          "\(English.plural(words.secret)) that somebody who knows all the others could be certain of")),
      PageCard(
        figure: PageText(AuditWords.gain(full.outcome)),
        label: "of 100 that this person would guess right, thanks to the release"),
    ]
  }

  private static func table(_ words: AuditWords) -> AccessibleTable {
    AccessibleTable(
      id: "attackers-table",
      caption: "Of 100 \(English.plural(words.secret)) (\(AuditReport.mark))", rowTitle: "Who",
      columns: AuditWords.columns.enumerated().map {
        .init($1, isNumeric: $0 + 1 < AuditWords.columns.count)
      },
      rows: words.report.findings.map { finding in
        let row = words.row(finding)
        return .init(
          words.name(finding.attacker),
          row.dropLast().map { $0 == "–" ? .missing($0) : .figure($0) } + row.suffix(1).map { .text($0) })
      })
  }

  private static func hidden(_ audit: AuditedPage) -> AuditPage.Hidden? {
    if audit.report.hidden.isEmpty { return nil }
    let words = HiddenWords(audit: audit)
    return AuditPage.Hidden(
      title: PageText(HiddenWords.title), sentences: words.sentences.map { PageText($0) },
      tables: words.tables.enumerated().map { index, one in
        PageMarkup(
          AccessibleTable(
            id: "fits-\(index + 1)", caption: "\(HiddenWords.title) (\(AuditReport.mark))", rowTitle: "Of",
            columns: one.points.map { .init($0) },
            rows: one.rows.map { .init($0.title, $0.cells.map { .figure($0) }) }))
      })
  }
}

/// What the page shows, in the names that its template asks for.
struct AuditPage: Sendable {
  var isSupposed: Bool
  var basis: PageText
  var cards: [PageCard]
  var findings: [Finding]
  var figures: PageMarkup
  var hidden: Hidden?
  var earlier: [PageText]
  var assumptions: [PageText]
  var notices: [PageText]
  var reference: PageText
  var digest: PageText

  /// What can be worked out of counts.
  struct Hidden: Sendable {
    var title: PageText
    var sentences: [PageText]
    var tables: [PageMarkup]
  }

  struct Finding: Sendable {
    var name: PageText
    var meaning: PageText
    var sentence: PageText
  }
}

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
      isSupposed: audit.report.basis == .supposed, basis: PageText(words.basis), cards: cards(audit.report, words),
      findings: audit.report.findings.map {
        .init(
          name: PageText(AuditWords.name($0.attacker)), meaning: PageText(words.meaning($0)),
          sentence: PageText(words.sentence($0)))
      },
      figures: PageMarkup(table(words)), hidden: hidden(words),
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
        figure: PageText("\(AuditWords.percent(outside.pinned)) %"),
        label: "certain for somebody outside"),
      PageCard(
        figure: PageText("\(AuditWords.percent(full.pinned)) %"),
        label: "certain for somebody who knows all but one"),
      PageCard(
        figure: PageText(
          "\(AuditWords.percent(full.outcome.rightBefore)) → \(AuditWords.percent(full.outcome.rightAfter)) %"),
        label: "of that person’s best guesses right"),
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
          AuditWords.name(finding.attacker),
          row.dropLast().map { $0 == "–" ? .missing($0) : .figure($0) } + row.suffix(1).map { .text($0) })
      })
  }

  private static func hidden(_ words: AuditWords) -> [PageFact] {
    words.report.hidden.map { hidden in
      PageFact(
        term: PageText(hidden.title),
        text: PageText(
          zip(hidden.values, words.bounds(hidden)).map { "at \($0): \($1)" }.joined(separator: "; ")))
    }
  }
}

/// What the page shows, in the names that its template asks for.
struct AuditPage: Sendable {
  var isSupposed: Bool
  var basis: PageText
  var cards: [PageCard]
  var findings: [Finding]
  var figures: PageMarkup
  var hidden: [PageFact]
  var earlier: [PageText]
  var assumptions: [PageText]
  var notices: [PageText]
  var reference: PageText
  var digest: PageText

  struct Finding: Sendable {
    var name: PageText
    var meaning: PageText
    var sentence: PageText
  }
}

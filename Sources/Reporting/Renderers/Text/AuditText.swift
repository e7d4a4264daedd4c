import Profiles

/// An audit for the terminal. The first and the last line say that it is not for publication.
public enum AuditText {
  public static func text(_ audit: AuditedPage) -> String {
    let words = AuditWords(audit)
    let report = audit.report
    var lines = TerminalText.wrap(AuditWords.mark) + [""] + TerminalText.underlined(words.title)
    lines += TerminalText.wrap(words.eyebrow) + TerminalText.wrap(words.basis)
    lines += [""] + TerminalText.wrap(words.summary)
    if !report.findings.isEmpty {
      lines += ["", "Who might try, and what they would learn"]
      for finding in report.findings {
        let name = words.name(finding.attacker)
        lines += TerminalText.hanging("- ", "\(name). \(words.meaning(finding)) \(words.sentence(finding))")
      }
      lines += [""] + TerminalText.wrap(words.shortMeaning) + table(words).lines()
      if !words.worstRows.isEmpty {
        lines += [""] + TerminalText.wrap(words.worstMeaning) + worstTable(words).lines()
      }
    }
    if !report.hidden.isEmpty {
      let hidden = HiddenWords(audit: audit)
      lines += ["", HiddenWords.title] + hidden.sentences.flatMap { TerminalText.wrap($0) }
      for one in hidden.tables {
        lines += TextTable(
          [.init("")] + one.points.map { .init($0) }, rows: one.rows.map { [$0.title] + $0.cells }
        ).lines()
      }
    }
    if !words.earlier.isEmpty {
      lines += ["", "Earlier releases that they hold as well"]
      for one in words.earlier { lines += TerminalText.hanging("- ", one) }
    }
    lines += ["", "How to read it"]
    for sentence in words.assumptions { lines += TerminalText.hanging("- ", sentence) }
    lines += ["", "What everybody must know who sees the sheet"]
    for notice in audit.notices { lines += TerminalText.hanging("- ", notice) }
    if let digest = audit.digest { lines += ["", "Audited bytes: \(digest)"] }
    return (lines + [""] + TerminalText.wrap(AuditWords.mark)).joined(separator: "\n") + "\n"
  }

  private static func table(_ words: AuditWords) -> TextTable {
    TextTable(
      [.init("Who")] + AuditWords.shortColumns.map { .init($0, isNumeric: true) },
      rows: words.report.findings.map { [words.name($0.attacker)] + words.row($0).dropLast() })
  }

  private static func worstTable(_ words: AuditWords) -> TextTable {
    TextTable(
      [.init("Who"), .init(words.worstColumns[0])]
        + words.worstColumns.dropFirst().map { .init($0, isNumeric: true) },
      rows: words.worstRows)
  }
}

import Profiles

/// An audit for the terminal. The first and the last line say that it is not for publication.
public enum AuditText {
  public static func text(_ audit: AuditedPage) -> String {
    let words = AuditWords(audit)
    let report = audit.report
    var lines = [AuditWords.mark, ""] + TerminalText.underlined(words.title)
    lines += TerminalText.wrap(words.eyebrow) + TerminalText.wrap(words.basis)
    lines += [""] + TerminalText.wrap(words.summary)
    if !report.findings.isEmpty {
      lines += ["", "What each attacker comes to"]
      for finding in report.findings {
        let name = AuditWords.name(finding.attacker)
        lines += TerminalText.hanging("- ", "\(name). \(words.meaning(finding)) \(words.sentence(finding))")
      }
      lines += ["", "In figures, of 100 \(English.plural(words.secret))"] + table(words).lines()
    }
    if !report.hidden.isEmpty {
      lines += ["", "How many schools fit at each point"]
      for hidden in report.hidden {
        let cells = zip(hidden.values, words.bounds(hidden)).map { "\($0): \($1)" }
        lines += TerminalText.hanging("- ", "\(hidden.title). \(cells.joined(separator: ", ")).")
      }
    }
    if !words.earlier.isEmpty {
      lines += ["", "Earlier releases that attackers hold as well"]
      for one in words.earlier { lines += TerminalText.hanging("- ", one) }
    }
    lines += ["", "How to read it"]
    for sentence in words.assumptions { lines += TerminalText.hanging("- ", sentence) }
    lines += ["", "What everybody must know who sees the sheet"]
    for notice in audit.notices { lines += TerminalText.hanging("- ", notice) }
    if let digest = audit.digest { lines += ["", "Audited bytes: \(digest)"] }
    return (lines + ["", AuditWords.mark]).joined(separator: "\n") + "\n"
  }

  private static func table(_ words: AuditWords) -> TextTable {
    TextTable(
      [.init("Who")]
        + AuditWords.columns.enumerated().map { .init($1, isNumeric: $0 + 1 < AuditWords.columns.count) },
      rows: words.report.findings.map { [AuditWords.name($0.attacker)] + words.row($0) })
  }
}

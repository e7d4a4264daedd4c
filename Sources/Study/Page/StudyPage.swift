import Foundation

/// The page `docs/reference/disclosure-study.md`.
public struct StudyPage: Sendable {
  public let tables: [StudyTable]
  public let effort: StudyEffort
  public let design: DesignStudy

  public init(_ tables: [StudyTable], effort: StudyEffort, design: DesignStudy = .shipped) {
    (self.tables, self.effort, self.design) = (tables, effort, design)
  }

  public func markdown() -> String {
    var lines = [
      "# The study on disclosure, run again", "",
      "Made by `make study` from Waymark's own code; not written by hand. The policy that Waymark ships rests on a",
      "study that was done before there was a program: the *design study* here. Its figures stand in brackets beside",
      "those found now: found (design). All judgements are made up, by the design study's model, with fixed seeds; noise",
      "comes from Waymark's sampler and attackers use its exact probabilities. Rounded counts, coarse means and noisy",
      "means are Waymark's techniques; the other families are here for comparison only and cannot be chosen in a policy.",
      "",
      "A figure agrees where it is within a fifth of the design study's, or within 3 points of a percentage, or 0.03 of",
      "an error or a share: either is enough. An ordering differs where the design study puts one row clearly above",
      "another and ours puts it clearly below.", "",
      "`make study` writes this page and then runs the study's six gates as tests with all the draws that it asks for:",
      "10,000 pairs below each gate, 200,000 draws of noise and a million beside OpenDP's, 20,000 attacks a criterion,",
      "5,000 random lives of a ledger, 1,000 repeated requests, 100,000 shares, 500 kills of a pool. `make study-tables`",
      "and `make study-gates` do one half each. `make test` runs the same tests with fewer draws.", "",
      "| Table | compared | differ | orderings turned | verdict |", "|---|---|---|---|---|",
    ]
    let compared = tables.map { ($0, Verdict($0, design)) }
    for (table, verdict) in compared where verdict.compared > 0 {
      lines.append(
        "| \(table.id) \(table.title) | \(verdict.compared) | \(verdict.different.count) | "
          + "\(verdict.turned.count) | \(verdict.agrees ? "agrees" : "see there") |")
    }
    for (table, verdict) in compared { lines += section(table, verdict) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ table: StudyTable, _ verdict: Verdict) -> [String] {
    var lines = ["", "## \(table.id). \(table.title)", "", table.about, ""]
    lines.append("| |" + table.columns.map { " \($0.name) |" }.joined())
    lines.append("|---|" + table.columns.map { _ in "---|" }.joined())
    for row in table.rows {
      lines.append(
        "| \(row) |"
          + table.columns.map { column in
            let found = table[row, column.name].map { text($0, column.kind) }
            let designed = design.figure(table, row, column)?.text
            switch (found, designed) {
            case (let found?, let designed?): return " \(found) (\(designed)) |"
            case (let found?, nil): return " \(found) |"
            default: return " |"
            }
          }.joined())
    }
    guard verdict.compared > 0 else { return lines }
    lines.append("")
    if verdict.agrees {
      lines.append("**Agrees** in all \(verdict.compared) figures that both have, and in every ordering.")
    } else {
      lines.append(
        "**\(verdict.compared - verdict.different.count) of \(verdict.compared) figures agree.** The others:")
      lines.append("")
      for one in verdict.different {
        let kind = table.columns.first { $0.name == one.column }?.kind ?? .percent
        lines.append(
          "- \(one.row), \(one.column): \(text(one.found, kind)), design \(text(one.design, kind))")
      }
      if !verdict.turned.isEmpty {
        lines.append("- Orderings turned: " + verdict.turned.joined(separator: "; "))
      }
    }
    if let words = StudyNotes.words[table.id] { lines += ["", words] }
    return lines
  }

  private func text(_ value: Double, _ kind: StudyTable.Kind) -> String {
    switch kind {
    case .percent: String(format: "%.1f", value)
    case .error, .share: String(format: "%.2f", value)
    }
  }
}

/// How much of both frameworks a crosswalk accounts for, as a table of text.
enum CoverageText {
  private static let columns = ["criteria", "linked", "below", "above", "without", "nothing said"]

  static func lines(_ crosswalk: ResolvedCrosswalk) -> [String] {
    let sides = CrosswalkSide.allCases.map { (crosswalk.framework($0).framework, crosswalk.coverage(of: $0)) }
    var rows: [(name: String, count: CrosswalkCoverage.Count)] = []
    for (framework, coverage) in sides {
      rows.append(("\(framework.id.value)@\(framework.version.value)", coverage.all))
      rows.append(("  of these, judged", coverage.judged))
      rows += coverage.areas.map { ("  \($0.name)", $0.all) }
    }
    let width = min(48, rows.map(\.name.count).max() ?? 0)
    var lines = [line("", columns, width)]
    for row in rows {
      let count = row.count
      let figures = [
        count.total, count.linked, count.within, count.gathered, count.unrelated, count.open,
      ]
      lines.append(line(row.name, figures.map { $0 == 0 ? "-" : "\($0)" }, width))
    }
    lines.append("")
    lines += CrosswalkWords.wrapped(
      "Below: under a criterion that is linked. Above: over criteria that are all accounted for. Without: without a counterpart.",
      indent: 2)
    for (framework, coverage) in sides where coverage.all.linked > 0 {
      lines += CrosswalkWords.wrapped(
        "Linked in \(framework.id.value), by the closest link: \(words(coverage)).", indent: 2)
    }
    return lines
  }

  private static func words(_ coverage: CrosswalkCoverage) -> String {
    let relations = CrosswalkLink.Relation.allCases.compactMap { relation in
      coverage.byRelation[relation].map { "\($0) \(relation.rawValue)" }
    }
    let confidences = CrosswalkLink.Confidence.allCases.compactMap { confidence in
      coverage.byConfidence[confidence].map { "\($0) with \(confidence.rawValue) confidence" }
    }
    return relations.joined(separator: ", ") + "; " + confidences.joined(separator: ", ")
  }

  private static func line(_ name: String, _ cells: [String], _ width: Int) -> String {
    let shown = name.count > width ? name.prefix(width - 1) + "…" : name
    var text = "  " + shown + String(repeating: " ", count: width - shown.count)
    for (cell, column) in zip(cells, columns) {
      text += "  " + String(repeating: " ", count: max(0, column.count - cell.count)) + cell
    }
    return text
  }
}

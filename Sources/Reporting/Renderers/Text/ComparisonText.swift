import Documents
import Registries

/// A comparison as tables for the terminal, at most 100 columns wide.
public enum ComparisonText {
  public static func text(_ answer: ComparisonAnswer) -> String {
    let words = ComparisonWords(answer)
    var lines = TerminalText.wrap(words.title)
    lines.append(TerminalText.clean(words.versions))
    lines += TerminalText.wrap(words.basis)
    for figure in answer.figures {
      lines.append("")
      lines += TerminalText.wrap("\(figure.title) (\(ComparisonWords.scale(figure)))")
      lines += table(figure, words).lines()
    }
    lines.append("")
    for (letter, caution) in words.cautions { lines += TerminalText.hanging("\(letter)  ", caution.words) }
    if !words.cautions.isEmpty { lines.append("") }
    lines += TerminalText.wrap(words.chance)
    for sentence in words.clear { lines += TerminalText.hanging("- ", sentence) }
    lines.append("")
    for note in answer.notes { lines += TerminalText.hanging("- ", note) }
    lines.append("- n: how many were reviewed; SE: the standard error that the noise gives the mean.")
    lines += ["", "Cite as: \(TerminalText.clean(answer.citation))"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ figure: FigureComparison, _ words: ComparisonWords) -> TextTable {
    let byRegion = words.answer.by == .region
    let rows = words.rows(of: figure)
    let hasCautions = rows.contains { !$0.cautions.isEmpty }
    var columns: [TextTable.Column] = [.init(words.placeTitle)]
    if words.isTrend { columns.append(.init("Period")) }
    columns += [byRegion ? .init("Partnerships", isNumeric: true) : .init("Region")]
    columns += [
      .init("n", isNumeric: true), .init("Mean", isNumeric: true), .init("SE", isNumeric: true),
      .init("95 % interval"), .init("Against the others"),
    ]
    if words.isTrend { columns.append(.init("Against the year before")) }
    if hasCautions { columns.append(.init("")) }
    return TextTable(
      columns,
      rows: rows.map { row in
        var cells = [ComparisonWords.name(row)]
        if words.isTrend { cells.append(row.period.description) }
        cells += [byRegion ? "\(row.partnerships)" : row.place.regionName]
        cells += [
          "\(row.n)", ComparisonWords.mean(row, figure), ComparisonWords.number(row.standardError),
          ComparisonWords.interval(row, figure), ComparisonWords.verdict(row),
        ]
        if words.isTrend { cells.append(words.change(row)) }
        if hasCautions { cells.append(words.letters(row)) }
        return cells
      })
  }
}

import Profiles
import Rubrics

/// A sheet for the terminal, at most 100 columns wide: everything that it says, and its exact bytes.
public enum SheetText {
  /// - Parameters:
  ///   - payload: the bytes that are published; `sheet` was read from them.
  ///   - regions: names for regions; without them their codes are shown.
  public static func text(
    _ sheet: Sheet, rubric: Rubric, payload: [UInt8], regions: RegionList = RegionList()
  ) -> String {
    let words = SheetWords(sheet, rubric, payload, regions)
    var lines = TerminalText.underlined(words.title) + TerminalText.wrap(words.summary) + [""]
    for (term, text) in words.facts {
      lines += TerminalText.hanging((term + ":").padding(to: 18), text)
    }
    for figures in words.byScale {
      lines += ["", "Figures, on a scale from \(TerminalText.clean(words.ends(figures[0])))"]
      lines += table(figures, words).lines()
    }
    if !words.clamped.isEmpty { lines.append("") }
    for note in words.clamped { lines += TerminalText.hanging("- ", note) }
    lines += ["", "The same, exactly as the sheet says it"]
    for table in words.exactTables { lines += Self.table(table).lines() }
    lines.append("")
    for paragraph in words.protection { lines += TerminalText.wrap(paragraph) }
    lines += ["", "Left out"]
    if sheet.omitted.isEmpty { lines.append("- Nothing: there is a figure for every \(words.unit).") }
    for omission in sheet.omitted {
      lines += TerminalText.hanging("- ", "\(words.name(omission.id)): \(words.reason(omission.reason))")
    }
    lines += TerminalText.hanging("- ", words.never)
    lines += ["", "What everybody must know who sees it"]
    for notice in SheetNotices.of(sheet) { lines += TerminalText.hanging("- ", notice) }
    lines +=
      ["", "The bytes: \(words.size), \(words.digest)"] + TerminalText.wrap(SheetWords.bytesMeaning) + [""]
    lines += words.pretty.split(separator: "\n", omittingEmptySubsequences: false).map {
      TerminalText.clean(String($0))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ figures: [SheetFigure], _ words: SheetWords) -> TextTable {
    if figures[0].noisy == nil { return table(words.plainTable(figures)) }
    return TextTable(
      [
        .init(words.unitTitle), .init("n", isNumeric: true), .init("Mean", isNumeric: true),
        .init("Where that is"), .init("SE", isNumeric: true), .init("95 % interval"),
        .init("Epsilon", isNumeric: true), .init("Noise on mean", isNumeric: true),
      ],
      rows: figures.compactMap { figure in
        figure.noisy.map { noisy in
          let noise = words.noise(figure, noisy)
          return [
            figure.title, "\(figure.n)", words.mean(figure), words.place(figure),
            SheetWords.number(noisy.standardError), words.interval(figure), noise[0], noise[2],
          ]
        }
      })
  }

  private static func table(_ table: SheetTable) -> TextTable {
    TextTable(table.titles.map { .init($0.title, isNumeric: $0.isNumeric) }, rows: table.rows)
  }
}

extension String {
  /// With spaces up to a length.
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: Swift.max(length - count, 1))
  }
}

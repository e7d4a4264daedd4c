import Profiles

/// A table of some of a sheet's figures; the first column is the figure's title or id.
struct SheetTable {
  let titles: [(title: String, isNumeric: Bool)]
  let rows: [[String]]
}

extension SheetWords {
  /// What a table of figures that were made alike is about: "on a scale from 1 to 4".
  func caption(_ figures: [SheetFigure]) -> String {
    let scale = "on a scale from \(ends(figures[0]))"
    if figures[0].rounded != nil { return "How many stand at each point, rounded, \(scale)" }
    return figures[0].noisy == nil
      ? "Rounded means with the range that the true mean lies in, \(scale)"
      : "Means with their 95 % intervals, \(scale)"
  }

  /// Figures without noise that were made alike, as a table.
  func plainTable(_ figures: [SheetFigure]) -> SheetTable {
    let points = figures[0].rounded?.cells.map { pointName($0.value, figures[0]) }
    let titles =
      points.map { $0.map { ($0, true) } }
      ?? [("Mean", true), ("Where that is", false), ("The true mean lies", false), ("Rounded to", true)]
    return SheetTable(
      titles: [(unitTitle, false), ("n", true)] + titles,
      rows: figures.map { figure in
        [figure.title, "\(figure.n)"]
          + (figure.rounded.map { $0.cells.map { $0.count.map(String.init) ?? "withheld" } }
            ?? [mean(figure), place(figure), interval(figure), figure.coarse?.step.description ?? ""])
      })
  }

  private func pointName(_ value: Int, _ figure: SheetFigure) -> String {
    scale(figure)?.scale.points.first { $0.value == value }.map(FrameworkWords.point) ?? "\(value)"
  }

  /// Every figure as the bytes have it, a table a technique.
  var exactTables: [SheetTable] {
    [noisyTable, coarseTable, roundedTable].filter { !$0.rows.isEmpty }
  }

  private var noisyTable: SheetTable {
    SheetTable(
      titles: Self.numeric(["n", "Criteria", "Sum", "Scale", "Epsilon", "Mean", "SE", "Low", "High"]),
      rows: noisy.map { figure, noise in
        [
          figure.id, "\(figure.n)", "\(figure.criteria)", "\(noise.sum)", "\(noise.scale)",
          "\(noise.epsilon)", Self.exact(noise.mean), Self.exact(noise.standardError),
          Self.exact(noise.interval.lowerBound), Self.exact(noise.interval.upperBound),
        ]
      })
  }

  private var coarseTable: SheetTable {
    SheetTable(
      titles: Self.numeric(["n", "Criteria", "Step", "Mean"]),
      rows: sheet.figures.compactMap { figure in
        figure.coarse.map {
          [figure.id, "\(figure.n)", "\(figure.criteria)", "\($0.step)", Self.exact($0.mean)]
        }
      })
  }

  private var roundedTable: SheetTable {
    SheetTable(
      titles: Self.numeric(["n", "Below", "Nearest", "Complementary", "Counts by point"]),
      rows: sheet.figures.compactMap { figure in
        figure.rounded.map { rounded in
          let cells = rounded.cells.map { "\($0.value): \($0.count.map(String.init) ?? "null")" }
          return [
            figure.id, "\(figure.n)", "\(rounded.below)", "\(rounded.nearest)", "\(rounded.complementary)",
            cells.joined(separator: ", "),
          ]
        }
      })
  }

  private static func numeric(_ titles: [String]) -> [(title: String, isNumeric: Bool)] {
    [("Id", false)] + titles.map { ($0, true) }
  }
}

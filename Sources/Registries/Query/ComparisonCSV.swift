extension ComparisonAnswer {
  /// Tidy rows, the names of the columns first: one row a figure, place and period, codes beside labels,
  /// and in every row what it takes to cite it. Several values in a cell are parted by spaces; an empty
  /// cell says that there is none.
  public var csvRows: [[String]] {
    var rows = [Self.csvColumns]
    for figure in figures {
      for row in figure.rows + figure.pools + figure.together { rows.append(csvCells(figure, row)) }
    }
    return rows
  }

  /// The names of the columns.
  public static var csvColumns: [String] { columns.map(\.name) }

  private func csvCells(_ figure: FigureComparison, _ row: PlaceRow) -> [String] {
    let rest = row.fromRest
    let change = row.change?.difference
    var cells = [
      framework.id, framework.versions.map(\.version.description).joined(separator: " "),
      framework.versions.map(\.digest.description).joined(separator: " "), kind.rawValue,
      row.period.description,
      figure.key.unit.rawValue, figure.key.id, figure.title, String(figure.key.lowest),
      String(figure.key.highest),
      by.rawValue, row.place.code, row.place.name, row.place.regionCode, row.place.regionName,
      String(row.partnerships), String(row.n),
    ]
    cells += [row.mean, row.standardError, row.interval.lowerBound, row.interval.upperBound].map(Self.number)
    cells += [rest?.value, rest?.standardError, rest?.interval.lowerBound, rest?.interval.upperBound].map(
      Self.number)
    cells += [rest?.verdict.rawValue ?? "", row.change?.since.description ?? ""]
    cells += [change?.value, change?.interval.lowerBound, change?.interval.upperBound].map(Self.number)
    cells += [
      change?.verdict.rawValue ?? "", row.trendBreak?.label ?? "",
      row.cautions.map(\.rawValue).joined(separator: " "),
    ]
    cells += [
      policies.map(\.id).joined(separator: " "), policies.map(\.digest.description).joined(separator: " "),
      log.origin,
      String(log.size), log.root.description, String(leftOut), row.source.rawValue,
    ]
    return cells
  }

  /// To six decimals, with a point and without an exponent.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let whole = Int((value * 1e6 + 0.5).rounded(.down))
    let digits = String(whole.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return (whole < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
  }
}

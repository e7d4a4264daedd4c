import Profiles

/// A partnership's exact figures beside its region's as CSV (RFC 4180): one row a figure and region, the mark in
/// every row.
public enum LocalCSV {
  static let columns = [
    "mark", "partnership", "framework", "version", "period", "kind", "unit", "id", "title", "n", "mean",
    "median", "counts", "place", "source", "partnerships", "subjects", "region_mean", "region_low",
    "region_high", "region_counts", "verdict",
  ]

  public static func text(_ profile: LocalProfile) -> String {
    ComparisonCSV.text(rows: [columns] + profile.figures.flatMap { rows($0, profile) })
  }

  private static func rows(_ figure: LocalFigure, _ profile: LocalProfile) -> [[String]] {
    let points = figure.scale.scale.points.indices
    let own = [
      LocalProfile.mark, profile.partnership, profile.rubric.id, profile.rubric.version.description,
      profile.period.description, profile.kind.rawValue, figure.unit.rawValue, figure.id, figure.title,
      "\(figure.n)", figure.mean.map(number) ?? "",
      figure.spread.value == nil ? "" : PictureWords.median(figure.spread),
      points.map { "\(figure.scale.values[$0]):\(figure.spread.tally[$0])" }.joined(separator: " "),
    ]
    guard !figure.beside.isEmpty else {
      return [own + Array(repeating: "", count: columns.count - own.count)]
    }
    return figure.beside.map { region in
      own + [
        region.place, region.source.rawValue, "\(region.partnerships)", "\(region.subjects)",
        number(region.mean), number(region.interval.lowerBound), number(region.interval.upperBound),
        region.counts.map { $0.map(String.init).joined(separator: " ") } ?? "",
        figure.verdict(beside: region)?.rawValue ?? "",
      ]
    }
  }

  private static func number(_ value: Double) -> String { ChartNumber.fixed(value, decimals: 6) }
}

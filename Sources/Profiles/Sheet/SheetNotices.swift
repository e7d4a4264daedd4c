import Foundation

/// What everyone who sees a sheet or a pool must be told (DISCLOSURE section 5 (iv)), in plain words.
public enum SheetNotices {
  /// Of a sheet whose figures are all noisy means.
  public static let all = NoisyFigure.notices + always

  /// Of this sheet: what each technique in it gives away, how far its own noise reaches, and what holds for all of
  /// them.
  public static func of(_ sheet: Sheet) -> [String] {
    let techniques = Set(sheet.figures.map(\.technique))
    return Technique.allCases.filter(techniques.contains).flatMap { $0.method.figures?.notices ?? [] }
      + [reach(sheet)].compactMap(\.self)
      + (techniques.contains(.noisyMean) ? always : withoutPromise)
  }

  /// Of a region's pool.
  public static let pool =
    [
      "Every figure carries random noise, drawn twice: by each of two registries. Where two figures differ by less than "
        + "their intervals, read nothing into it. A mean of 40 schools is good to about 0.3 points on a four-point "
        + "scale, one of 80 to about 0.2; a share of schools at a point to about 10 in 100."
    ] + together + withoutPromise

  /// The widest interval, which is that of the fewest schools; `nil` where no figure has noise.
  private static func reach(_ sheet: Sheet) -> String? {
    let widths = sheet.figures.compactMap { figure in
      figure.noisy.map { (figure, ($0.interval.upperBound - $0.interval.lowerBound) / 2) }
    }
    guard let (figure, half) = widths.max(by: { $0.1 < $1.1 }) else { return nil }
    let points = figure.points.count == 4 ? "four points" : "\(figure.points.count) points"
    return
      "In this very sheet the widest interval reaches \(String(format: "%.1f", half)) points either way: "
      + "\(figure.n) judged on \(points)."
  }

  private static let always =
    together + withoutPromise + [
      "The promise is made for each judgement. A school's whole pattern over several criteria and years is kept less "
        + "well: to somebody who knew all the others, after three years without any change, at least one of five "
        + "criteria was sure for 1 school in 10."
    ]

  /// Of sheets and pools side by side, and of the two registries behind a pool.
  private static let together = [
    "Sheets and pools add up. Whoever knew all schools of a region but one, through five years without any change and "
      + "with both kinds of figures, was that sure in 8 cases of 100.",
    "A pool is guarded by two registries, each with noise of its own. Should one of them give its part away, the "
      + "other's noise is still there. Should both work together, they could read what partnerships contributed.",
  ]

  private static let withoutPromise = [
    "Which schools belong, that they took part and how many were judged is not hidden.",
    "No rule on publishing stops members from telling others what they know of each other.",
    "What a partnership sees at home is exact. Its pages and files say “not for publication”: keep them there.",
  ]
}

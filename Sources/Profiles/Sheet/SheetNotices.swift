import Foundation

/// What everyone who sees a sheet or a pool must be told (DISCLOSURE section 5 (iv)), in plain words.
public enum SheetNotices {
  /// Of sheets whose figures are all noisy means, with the study's figures.
  public static let all =
    [noise(example: usual)] + NoisyFigure.notices + region + everybody + [promise, local]

  /// Of this sheet: what each technique in it gives away, how far its own noise reaches, and what holds for all.
  public static func of(_ sheet: Sheet) -> [String] {
    of(Set(sheet.figures.map(\.technique)), example: example(sheet))
  }

  /// Of a sheet that is not made yet, by the techniques that its policy would use.
  public static func of(_ techniques: Set<Technique>) -> [String] { of(techniques, example: nil) }

  private static func of(_ techniques: Set<Technique>, example: String?) -> [String] {
    let own = Technique.allCases.filter(techniques.contains).flatMap { $0.method.figures?.notices ?? [] }
    guard techniques.contains(.noisyMean) else { return own + everybody + [local] }
    return [noise(example: example ?? usual)] + own + region + everybody + [promise, local]
  }

  /// Of a region's pool.
  public static let pool = [noise(example: pooled)] + region + everybody + [promise]

  private static func noise(example: String) -> String {
    "Every figure carries random noise, put there on purpose. Where two figures differ by less than their intervals, "
      + "read nothing into it. \(example)"
  }

  private static let usual =
    "With 8 schools on a four-point scale the interval is about half a point either way."

  private static let pooled =
    "A pool of 40 schools carries about 0.3 points either way on a four-point scale, one of 80 with its spread about "
    + "0.2; a share of schools at a point is good to about 10 in 100."

  /// The widest interval, which is that of the fewest schools.
  private static func example(_ sheet: Sheet) -> String? {
    let widths = sheet.figures.compactMap { figure in
      figure.noisy.map { (figure, ($0.interval.upperBound - $0.interval.lowerBound) / 2) }
    }
    guard let (figure, half) = widths.max(by: { $0.1 < $1.1 }) else { return nil }
    let points = figure.points.count == 4 ? "four points" : "\(figure.points.count) points"
    return "In this sheet the widest interval reaches \(String(format: "%.1f", half)) points either way: "
      + "\(figure.n) schools on \(points)."
  }

  private static let region = [
    "Sheets and pools add up. Whoever knew all schools of a region but one, through five years without any change and "
      + "with both kinds of figures, was that sure in 8 cases of 100.",
    "A pool is guarded by two registries, each with noise of its own. Should one of them give its part away, the "
      + "other's noise is still there. Should both work together, they could read what partnerships contributed.",
  ]

  private static let everybody = [
    "Which schools belong, that they took part and how many were judged is not hidden.",
    "Each partnership decides whether its schools see each other's judgements. No rule on publishing stops those who "
      + "know from telling others.",
  ]

  private static let promise =
    "The promise is made for each judgement. A school's whole pattern is kept less well: to somebody who knew all the "
    + "others, after three years without change, at least one of five criteria was sure for 1 school in 10."

  private static let local =
    "What a partnership sees at home is exact. Its pages and files say “not for publication”: keep them there."
}

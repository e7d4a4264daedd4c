/// What everyone who sees a sheet must be told (DISCLOSURE section 5 (iv)), in plain words.
public enum SheetNotices {
  /// Of a sheet whose figures are all noisy means.
  public static let all = NoisyFigure.notices + always

  /// Of this sheet: what each technique in it gives away, and what holds for all of them.
  public static func of(_ sheet: Sheet) -> [String] {
    let techniques = Set(sheet.figures.map(\.technique))
    return Technique.allCases.filter(techniques.contains).flatMap { $0.method.figures?.notices ?? [] }
      + (techniques.contains(.noisyMean) ? always : withoutPromise)
  }

  private static let always =
    withoutPromise + [
      "The promise is made for each judgement. A school's whole pattern over several criteria and years is kept less well."
    ]

  private static let withoutPromise = [
    "Which schools belong, that they took part and how many were judged is not hidden.",
    "No rule on publishing stops members from telling others what they know of each other.",
  ]
}

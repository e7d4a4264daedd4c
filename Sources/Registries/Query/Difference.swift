import Profiles

/// One mean less another, and whether the noise allows a word on it.
///
/// The two sides' noises are independent, so the half-width is the root of the sum of both sides'
/// half-widths squared (Zou and Donner 2008, "Construction of confidence limits about effect measures: a
/// general approach"). For two normal noises that is 1.96 × the standard error; for single sheets it keeps
/// what their exact intervals know about the longer tails of Laplace noise. Drawn often, it holds the truth
/// in 95 to 96 of 100 cases, for one sheet as for many.
public struct Difference: Sendable, Equatable {
  /// In points of the scale.
  public let value: Double
  public let standardError: Double
  public let interval: ClosedRange<Double>

  /// `left` less `right`; both have something behind them.
  public init(_ left: Estimate, less right: Estimate) {
    value = left.mean - right.mean
    standardError = (left.standardError * left.standardError + right.standardError * right.standardError)
      .squareRoot()
    let half = (left.spread * left.spread + right.spread * right.spread).squareRoot()
    interval = (value - half)...(value + half)
  }

  public var verdict: Verdict {
    if interval.lowerBound > 0 { return .above }
    if interval.upperBound < 0 { return .below }
    return .noClearDifference
  }
}

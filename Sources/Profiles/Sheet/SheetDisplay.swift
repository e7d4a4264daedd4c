import Foundation
import Rubrics

/// A figure's mean as it is shown: kept within its scale, which says nothing new. What is worked out further starts
/// from the figure itself, which is not clamped.
public struct SheetDisplay: Sendable {
  /// The figure's mean as it is, which may lie outside the scale.
  public let exactMean: Double
  private let exactInterval: ClosedRange<Double>
  private let points: ClosedRange<Int>

  /// `nil` where the figure's technique gives no mean.
  public init?(_ figure: SheetFigure) {
    guard let span = figure.content.span else { return nil }
    (exactMean, exactInterval, points) = (span.mean, span.interval, figure.points)
  }

  public var mean: Double { kept(exactMean) }
  /// Of noise, what holds the true mean in 95 of 100 releases; of rounding, what always does.
  public var interval: ClosedRange<Double> {
    kept(exactInterval.lowerBound)...kept(exactInterval.upperBound)
  }

  /// Whether noise or rounding pushed the mean out of the scale.
  public var isClamped: Bool { mean != exactMean }

  /// Such as "2.4 (2.0 to 2.9)".
  public var text: String {
    "\(Self.decimal(mean)) (\(Self.decimal(interval.lowerBound)) to \(Self.decimal(interval.upperBound)))"
  }

  /// Where the mean lies among a scale's points, in words: "about Secure", "between Expanding and Secure".
  ///
  /// - Returns: `nil` where the scale is not the figure's.
  public func words(on scale: CompiledScale) -> String? {
    guard scale.isOrdered, scale.lowest == points.lowerBound, scale.highest == points.upperBound
    else { return nil }
    let named = zip(scale.values, scale.scale.points).sorted { $0.0 < $1.0 }
    guard let above = named.firstIndex(where: { Double($0.0) >= mean }) else { return nil }
    guard above > 0 else { return "about \(named[above].1.name)" }
    let (low, high) = (named[above - 1], named[above])
    let share = (mean - Double(low.0)) / Double(high.0 - low.0)
    switch share {
    case ..<0.25: return "about \(low.1.name)"
    case 0.75...: return "about \(high.1.name)"
    default: return "between \(low.1.name) and \(high.1.name)"
    }
  }

  private func kept(_ value: Double) -> Double {
    min(max(value, Double(points.lowerBound)), Double(points.upperBound))
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}

import Foundation
import Rubrics

/// A figure as it is shown: kept within its scale, which says nothing new. What is worked out further starts
/// from the figure itself, which is not clamped.
public struct SheetDisplay: Sendable {
  private let figure: SheetFigure

  public init(_ figure: SheetFigure) { self.figure = figure }

  public var mean: Double { kept(figure.mean) }
  public var interval: ClosedRange<Double> {
    kept(figure.interval.lowerBound)...kept(figure.interval.upperBound)
  }

  /// Whether the noise pushed the mean out of the scale.
  public var isClamped: Bool { mean != figure.mean }

  /// Such as "2.4 (2.0 to 2.9)".
  public var text: String {
    "\(Self.decimal(mean)) (\(Self.decimal(interval.lowerBound)) to \(Self.decimal(interval.upperBound)))"
  }

  /// Where the mean lies among a scale's points, in words: "about Secure", "between Expanding and Secure".
  ///
  /// - Returns: `nil` where the scale is not the figure's.
  public func words(on scale: CompiledScale) -> String? {
    guard scale.isOrdered, scale.lowest == figure.points.lowerBound, scale.highest == figure.points.upperBound
    else { return nil }
    let points = zip(scale.values, scale.scale.points).sorted { $0.0 < $1.0 }
    guard let above = points.firstIndex(where: { Double($0.0) >= mean }) else { return nil }
    guard above > 0 else { return "about \(points[above].1.name)" }
    let (low, high) = (points[above - 1], points[above])
    let share = (mean - Double(low.0)) / Double(high.0 - low.0)
    switch share {
    case ..<0.25: return "about \(low.1.name)"
    case 0.75...: return "about \(high.1.name)"
    default: return "between \(low.1.name) and \(high.1.name)"
    }
  }

  private func kept(_ value: Double) -> Double {
    min(max(value, Double(figure.points.lowerBound)), Double(figure.points.upperBound))
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}

/// How a judgement on one framework's scale is read on another's.
public enum PointConversion: Sendable, Equatable {
  /// The same points.
  case same
  /// For each point its point of the other scale.
  case mapped([String: String])
  /// Not at all.
  case apart

  /// - Parameter points: point ids; `nil` where judgements cannot be carried over.
  init(points: [String: String]?) {
    self = points.map { $0.isEmpty ? .apart : .mapped($0) } ?? .apart
  }

  /// A point's id on the other scale; `nil` where it has none.
  public func converted(_ point: String) -> String? {
    switch self {
    case .same: point
    case .mapped(let points): points[point]
    case .apart: nil
    }
  }

  /// First this, then another.
  public func then(_ next: PointConversion) -> PointConversion {
    switch (self, next) {
    case (.apart, _), (_, .apart): .apart
    case (.same, let other), (let other, .same): other
    case (.mapped(let first), .mapped): PointConversion(points: first.compactMapValues(next.converted))
    }
  }

  /// The way back: two points that became one cannot be told apart again, and then there is none.
  public var inverse: PointConversion {
    guard case .mapped(let points) = self else { return self }
    guard Set(points.values).count == points.count else { return .apart }
    return .mapped(Dictionary(uniqueKeysWithValues: points.map { ($1, $0) }))
  }

  /// Whether a higher point never becomes a lower one, so that a median of what was carried over is the median
  /// carried over.
  ///
  /// - Parameters:
  ///   - from: the points' ids on the one scale, the lowest first.
  ///   - to: those on the other.
  public func keepsOrder(from: [String], to: [String]) -> Bool {
    switch self {
    case .same: return true
    case .apart: return false
    case .mapped(let points):
      let places = from.compactMap { points[$0] }.compactMap { to.firstIndex(of: $0) }
      return places.count == from.count && zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }
}

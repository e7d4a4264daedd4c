import Documents

extension Descent.ScaleMap {
  /// A crossed scale, read the author's way or the other. Two points that become one cannot be told apart again: then
  /// there is no way back.
  init(_ scale: CrosswalkScale, isInverted: Bool) {
    let pairs = scale.points?.compactMap { entry in entry.value.map { (entry.key.value, $0.value) } }
    if isInverted {
      self.init(
        from: scale.to.value, to: scale.from.value, points: pairs.flatMap(Self.inverse), why: scale.why)
    } else {
      self.init(
        from: scale.from.value, to: scale.to.value,
        points: pairs.map { Dictionary($0, uniquingKeysWith: { first, _ in first }) }, why: scale.why)
    }
  }

  private static func inverse(_ pairs: [(from: String, to: String)]) -> [String: String]? {
    var points: [String: String] = [:]
    for (from, to) in pairs where points.updateValue(from, forKey: to) != nil { return nil }
    return points
  }
}

extension Scale {
  /// Whether a mark on one is a mark on the other as it stands: the same kind and points, whatever their labels.
  func hasPoints(of other: Scale) -> Bool {
    kind == other.kind && points.count == other.points.count
      && zip(points, other.points).allSatisfy { $0.id == $1.id && $0.value == $1.value }
  }
}

/// The ordered points that figures are drawn against.
public struct ChartScale: Sendable, Hashable {
  /// One point of a scale: its value and, where the framework names it, its label.
  public struct Point: Sendable, Hashable {
    public var value: Double
    public var label: String?

    public init(_ value: Double, _ label: String? = nil) {
      self.value = value
      self.label = label
    }

    /// The value with its label: "3 Secure", or "3".
    var text: String {
      let number = ChartNumber.figure(value)
      guard let label, !label.isEmpty, label != number else { return number }
      return number + " " + label
    }
  }

  /// The points from the lowest to the highest; values that are not finite or come twice are left out.
  public let points: [Point]

  public init(_ points: [Point]) {
    var kept: [Point] = []
    for point in points.sorted(by: { $0.value < $1.value }) where point.value.isFinite {
      if kept.last?.value != point.value { kept.append(point) }
    }
    self.points = kept
  }

  /// The lowest value, or 0 where there are no points.
  var lowest: Double { points.first?.value ?? 0 }
  /// The highest value, or 1 where there are no points.
  var highest: Double { points.last?.value ?? 1 }

  /// The smallest distance between two neighbours, and 1 for a single point.
  var step: Double {
    zip(points.dropFirst(), points).map { $0.value - $1.value }.min() ?? 1
  }

  /// Where a value stands between 0 (one step below the lowest point) and 1 (the highest point).
  ///
  /// The lowest point is thus drawn with a length of its own and cannot be taken for "nothing".
  func share(of value: Double) -> Double {
    let floor = lowest - step
    guard highest > floor else { return 1 }
    return min(max((value - floor) / (highest - floor), 0), 1)
  }

  /// A value in words: "3 Secure" where it is a labelled point, else the number.
  func text(for value: Double) -> String {
    points.first { $0.value == value }?.text ?? ChartNumber.figure(value)
  }

  /// The points that have labels, for a key line under a chart; a no-break space keeps each together.
  var key: [String] {
    points.filter { $0.text != ChartNumber.figure($0.value) }.map { point in
      point.text.split(separator: " ").joined(separator: "\u{A0}")
    }
  }
}

import Foundation

/// Where everything in a radar chart stands: found by trying the friendliest arrangement first.
///
/// Full names around the shape; else short names; else numbers around a larger shape with a key below.
struct RadarLayout {
  let figures: ChartFigures
  let width: Double
  private(set) var centre: ChartPoint
  private(set) var radius: Double
  private(set) var labels: [RadarLabels.Label] = []
  /// True where axes carry numbers and a key below carries the names.
  private(set) var isNumbered = false
  /// The lowest edge of shape and labels.
  private(set) var bottom = 0.0

  /// The radius of the discs that hold an axis's number.
  static let badge = 13.0

  /// Radii to try around full and short names, as shares of the width.
  private static let shares = [0.37, 0.35, 0.33, 0.31, 0.29, 0.27, 0.26]

  init(figures: ChartFigures, width: Double, top: Double) {
    self.figures = figures
    self.width = width
    centre = ChartPoint(x: width / 2, y: 0)
    radius = width / 2 - 2 * Self.badge - RadarLabels.gap - 4
    let gaps = figures.criteria.indices.map { figures.gaps(at: $0) }
    let shortened = figures.criteria.map { $0.shortLabel ?? $0.label }
    for names in [figures.criteria.map(\.label), shortened] {
      let wrappings = zip(names, gaps).map { RadarLabels.Wrapping.all(name: $0, gaps: $1) }
      for share in Self.shares {
        let attempt = RadarLabels(wrappings: wrappings, width: width, radius: width * share, centre: centre)
        guard let labels = attempt.placed() else { continue }
        self.labels = labels
        radius = attempt.radius
        settle(top: top)
        return
      }
    }
    isNumbered = true
    labels = figures.criteria.indices.map { index in
      let spot = spoke(index, at: radius + RadarLabels.gap + Self.badge)
      let box = ChartBox(
        x: spot.x - Self.badge, y: spot.y - Self.badge, width: 2 * Self.badge, height: 2 * Self.badge)
      return RadarLabels.Label(lines: ["\(index + 1)"], notes: [], anchor: .middle, box: box)
    }
    settle(top: top)
  }

  /// A point on an axis, `distance` from the centre; the first axis points up, the others follow clockwise.
  func spoke(_ index: Int, at distance: Double) -> ChartPoint {
    let angle = 2 * Double.pi * Double(index) / Double(max(figures.criteria.count, 1))
    return ChartPoint(x: centre.x + distance * sin(angle), y: centre.y - distance * cos(angle))
  }

  /// The place of a value on an axis. The lowest point lies off the centre: it must not look like nothing.
  func point(_ index: Int, value: Double) -> ChartPoint {
    spoke(index, at: radius * figures.scale.share(of: value))
  }

  /// Where the number of a ring stands: on the ring, left of the first axis, where no marker can be.
  func ringNumber(_ value: Double) -> ChartPoint {
    let count = figures.criteria.count
    let corner = point(0, value: value)
    let next = point(count - 1, value: value)
    // The edges of a triangle or a square fall away fast: there the numbers keep near the first axis.
    let share = count < 5 ? 0.2 : 0.5
    return ChartPoint(x: corner.x + share * (next.x - corner.x), y: corner.y + share * (next.y - corner.y))
  }

  /// Moves everything down so that the highest edge lies at `top`.
  private mutating func settle(top: Double) {
    let highest = min(labels.map(\.box.y).min() ?? 0, -radius - 10)
    let shift = top - highest
    centre.y += shift
    for index in labels.indices { labels[index].box.y += shift }
    let lowestTip = figures.criteria.indices.map { spoke($0, at: radius).y }.max() ?? centre.y
    bottom = max(labels.map { $0.box.y + $0.box.height }.max() ?? 0, lowestTip + 10)
  }
}

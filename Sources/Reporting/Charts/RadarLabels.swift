import Foundation

/// Finds room for the names around a radar shape.
///
/// A name stands straight out from its axis where it can. Where it would leave the drawing, it moves in from
/// the edge and then up or down along the shape, as long as it stays close to the tip of its axis.
struct RadarLabels {
  struct Label {
    var lines: [String]
    /// Gaps at this criterion, in words.
    var notes: [String]
    var anchor: ChartDrawing.Anchor
    var box: ChartBox

    /// Where the text starts, is centred or ends, as its anchor says.
    var x: Double {
      switch anchor {
      case .start: box.x
      case .middle: box.x + box.width / 2
      case .end: box.x + box.width
      }
    }
  }

  /// The ways in which each name, with its gaps in words, can be wrapped.
  let wrappings: [[Wrapping]]
  let width: Double
  let radius: Double
  /// The middle of the shape; the labels are placed around it.
  let centre: ChartPoint
  /// The unit vectors of the axes, with y downwards.
  private let directions: [ChartPoint]
  /// The unit vectors halfway between axes, at right angles to the sides of the shape.
  private let normals: [ChartPoint]

  init(wrappings: [[Wrapping]], width: Double, radius: Double, centre: ChartPoint) {
    self.wrappings = wrappings
    self.width = width
    self.radius = radius
    self.centre = centre
    func unit(_ turn: Double) -> ChartPoint {
      let angle = 2 * Double.pi * turn / Double(max(wrappings.count, 1))
      return ChartPoint(x: sin(angle), y: -cos(angle))
    }
    directions = wrappings.indices.map { unit(Double($0)) }
    normals = wrappings.indices.map { unit(Double($0) + 0.5) }
  }

  /// From the tip of an axis to its label: clear of the largest marker.
  static let gap = 13.0
  /// The farthest that a label may stand from the tip of its axis before nobody could tell whose it is.
  private static let reach = 42.0
  /// One label a name, or nil where a word would have to be cut or labels would touch.
  func placed() -> [Label]? {
    var labels = [Label?](repeating: nil, count: wrappings.count)
    // The sides have the least room and choose first; top and bottom have many ways to wrap.
    let order = wrappings.indices.sorted { abs(directions[$0].x) > abs(directions[$1].x) }
    for index in order {
      let taken = labels.compactMap { $0?.box }
      let best = candidates(index)
        .filter { candidate in taken.allSatisfy { !$0.overlaps(candidate.label.box, margin: 6) } }
        .min { $0.cost < $1.cost }
      guard let best else { return nil }
      labels[index] = best.label
    }
    return labels.compactMap(\.self)
  }

  private func candidates(_ index: Int) -> [(label: Label, cost: Double)] {
    wrappings[index].flatMap { wrapping in
      // Near the top a label can only move up, near the bottom only down; at the sides it may do either.
      let senses = directions[index].y < -0.5 ? [-1.0] : directions[index].y > 0.5 ? [1.0] : [-1.0, 1.0]
      return senses.compactMap { place(index, wrapping, sense: $0) }
    }
  }

  /// A label of a given width, moved up (`sense` -1) or down (+1) until it is clear of the shape.
  private func place(_ index: Int, _ wrapping: Wrapping, sense: Double) -> (label: Label, cost: Double)? {
    let lines = wrapping.lines
    let notes = wrapping.notes
    let widest = wrapping.width
    let out = directions[index]
    let tip = ChartPoint(x: centre.x + radius * out.x, y: centre.y + radius * out.y)
    let spot = ChartPoint(x: tip.x + Self.gap * out.x, y: tip.y + Self.gap * out.y)
    let height = Double(lines.count + notes.count) * ChartMeasure.lineHeight
    let anchor: ChartDrawing.Anchor = abs(out.x) < 0.1 ? .middle : out.x > 0 ? .start : .end
    let left = anchor == .start ? spot.x : anchor == .end ? spot.x - widest : spot.x - widest / 2
    // The block leans away from the centre: above at the top, level at the sides, below at the bottom.
    var box = ChartBox(
      x: max(min(left, width - widest), 0), y: spot.y - height / 2 + out.y * height / 2, width: widest,
      height: height)
    guard box.x + box.width <= width else { return nil }
    while touchesShape(box) {
      box.y += 3 * sense
      if distance(from: tip, to: box) > Self.reach { return nil }
    }
    let away = distance(from: tip, to: box)
    guard away <= Self.reach else { return nil }
    // Tall blocks and sideways moves are both worse than standing a little farther out.
    let tallness = 2 * Double(lines.count * lines.count) + 4 * Double(notes.count)
    let cost = away + tallness + 0.25 * abs(box.x - left)
    return (Label(lines: lines, notes: notes, anchor: anchor, box: box), cost)
  }

  private func distance(from point: ChartPoint, to box: ChartBox) -> Double {
    let x = max(box.x - point.x, 0, point.x - box.x - box.width)
    let y = max(box.y - point.y, 0, point.y - box.y - box.height)
    return (x * x + y * y).squareRoot()
  }

  /// Whether a box comes nearer than a marker to the outermost ring, by the separating-axis test: along the
  /// normals of the shape's sides and, since a box beside a sharp tip passes those, along x.
  private func touchesShape(_ box: ChartBox) -> Bool {
    let clearance = 10.0
    let half = Double.pi / Double(max(wrappings.count, 3))
    let inner = radius * cos(half) + clearance
    let outer = inner / cos(half)
    let middle = ChartPoint(x: box.x + box.width / 2 - centre.x, y: box.y + box.height / 2 - centre.y)
    if abs(middle.x) - box.width / 2 >= outer || abs(middle.y) - box.height / 2 >= outer { return false }
    for normal in normals {
      let reach = (abs(normal.x) * box.width + abs(normal.y) * box.height) / 2
      if middle.x * normal.x + middle.y * normal.y - reach >= inner { return false }
    }
    return true
  }
}

extension RadarLabels {
  /// One way of wrapping a name.
  struct Wrapping: Equatable {
    var lines: [String]
    var notes: [String]
    var width: Double

    private static let rooms: [Double] = [80, 96, 112, 128, 144, 160, 184, 208, 232, 256]

    /// Every distinct way that cuts no word and takes at most four lines.
    static func all(name: String, gaps: [String]) -> [Wrapping] {
      let size = ChartMeasure.textSize
      let name = MeasuredText(name, size: size)
      let gaps = gaps.map { MeasuredText($0, size: size) }
      let longest = ([name] + gaps).map(\.longestWord).max() ?? 0
      var wrappings: [Wrapping] = []
      for room in rooms where room >= longest {
        let lines = name.balancedLines(width: room)
        let notes = gaps.flatMap { $0.lines(width: room) }
        guard lines.count <= 4 else { continue }
        let width = (lines + notes).map { TextMeasure.width($0, size: size) }.max() ?? 0
        let wrapping = Wrapping(lines: lines, notes: notes, width: width)
        if wrapping != wrappings.last { wrappings.append(wrapping) }
      }
      return wrappings
    }
  }
}

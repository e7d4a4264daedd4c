/// The points of a scale along the top of a chart, with a fine line down from each.
struct ScaleAxis {
  struct Tick {
    var x: Double
    var number: String
    /// The point's label, without its number.
    var label: String?
  }

  var ticks: [Tick]
  var width: Double

  init(points: [ChartScale.Point], width: Double, position: (Double) -> Double) {
    self.width = width
    ticks = points.map { point in
      Tick(x: position(point.value), number: ChartNumber.figure(point.value), label: point.label)
    }
  }

  /// The labels stand under the numbers where all have room; otherwise a key line below the chart has them.
  var hasRoomForLabels: Bool {
    let boxes = ticks.compactMap { tick in
      tick.label.map { span(of: $0, at: tick.x) }
    }
    return zip(boxes, boxes.dropFirst()).allSatisfy { $0.end + 8 <= $1.start }
      && boxes.allSatisfy { $0.start >= 0 && $0.end <= width }
  }

  /// The height of the numbers and labels.
  var height: Double {
    let hasLabels = hasRoomForLabels && ticks.contains { $0.label != nil }
    return ChartMeasure.lineHeight * (hasLabels ? 2 : 1) + 4
  }

  func drawn(top: Double, gridTo bottom: Double) -> [Markup] {
    var markup = ticks.map { tick in
      ChartDrawing.line(
        ChartPoint(x: tick.x, y: top + height), ChartPoint(x: tick.x, y: bottom),
        ChartPaint(stroke: .grid, width: 1))
    }
    var last = -Double.infinity
    for tick in ticks {
      let number = span(of: tick.number, at: tick.x)
      // Numbers of a long scale that would touch are left out; their lines stay.
      guard number.start >= last + 6 else { continue }
      last = number.end
      markup.append(
        ChartDrawing.text(
          [tick.number], x: (number.start + number.end) / 2, top: top, anchor: .middle, .init(ink: .muted)))
    }
    if hasRoomForLabels {
      for tick in ticks {
        guard let label = tick.label else { continue }
        let box = span(of: label, at: tick.x)
        markup.append(
          ChartDrawing.text(
            [label], x: (box.start + box.end) / 2, top: top + ChartMeasure.lineHeight, anchor: .middle,
            .init(ink: .muted)))
      }
    }
    return markup
  }

  /// Where a text centred on `x` stands, moved inwards where it would leave the drawing.
  private func span(of text: String, at x: Double) -> (start: Double, end: Double) {
    let half = TextMeasure.width(text, size: ChartMeasure.textSize) / 2
    let centre = max(min(x, width - half), half)
    return (centre - half, centre + half)
  }
}

/// Draws an interval chart: labels on the left, whiskers in the middle, figures on the right.
struct IntervalRows {
  private let chart: IntervalChart
  private let labelWidth: Double
  private let left: Double
  private let right: Double
  private let range: ClosedRange<Double>

  private static let inset = 14.0

  init(_ chart: IntervalChart) {
    self.chart = chart
    labelWidth = (chart.width * 0.36).rounded()
    let widest =
      chart.rows.compactMap {
        $0.value.map { TextMeasure.width(chart.text($0), size: ChartMeasure.textSize, bold: true) }
      }
      .max() ?? 0
    left = labelWidth + 10 + Self.inset
    right = chart.width - widest - 8 - Self.inset
    let whole = chart.scale.lowest...max(chart.scale.highest, chart.scale.lowest)
    let asked = chart.shown ?? whole
    let isUsable = asked.upperBound > asked.lowerBound && (asked.upperBound - asked.lowerBound).isFinite
    range = isUsable ? asked : whole.lowerBound...(whole.lowerBound + 1)
  }

  /// The height of a row with its label, note and margin.
  func height(of row: IntervalChart.Row) -> Double {
    Double(max(labels(row).count + notes(row).count, 1)) * ChartMeasure.lineHeight + 16
  }

  func drawn() -> (markup: [Markup], height: Double) {
    var markup: [Markup] = []
    var top = 0.0
    if let reference = chart.reference {
      let legend = ChartLegend(entries: [
        .init(name: "\(reference.label) \(chart.text(reference.value))") { box in
          ChartDrawing.line(
            ChartPoint(x: box.x, y: box.y + box.height / 2),
            ChartPoint(x: box.x + box.width, y: box.y + box.height / 2), Self.referencePaint)
        }
      ]).drawn(width: chart.width, top: 0)
      markup += legend.markup
      top = legend.height + 12
    }
    let axis = ScaleAxis(points: tickPoints, width: chart.width, position: position)
    let rowsTop = top + axis.height
    let bottom = rowsTop + chart.rows.map(height(of:)).reduce(0, +)
    var y = rowsTop
    for (index, row) in chart.rows.enumerated() {
      let height = height(of: row)
      if index % 2 == 0 {
        markup.append(
          ChartDrawing.rect(
            ChartBox(x: 0, y: y, width: chart.width, height: height), ChartPaint(fill: .tint)))
      }
      y += height
    }
    markup += axis.drawn(top: top, gridTo: bottom)
    if let reference = chart.reference, range.contains(reference.value) {
      let x = position(reference.value)
      markup.append(
        ChartDrawing.line(ChartPoint(x: x, y: rowsTop - 4), ChartPoint(x: x, y: bottom), Self.referencePaint))
    }
    y = rowsTop
    for row in chart.rows {
      markup += drawn(row, top: y)
      y += height(of: row)
    }
    let foot = footnotes(axis, top: bottom + 10)
    return (markup + foot.markup, bottom + 10 + foot.height)
  }

  private static let referencePaint = ChartPaint(stroke: .text, width: 1.5, dash: "7 4")

  /// Points of the scale inside the shown range; its ends where fewer than two points lie inside.
  private var tickPoints: [ChartScale.Point] {
    let inside = chart.scale.points.filter { range.contains($0.value) }
    return inside.count > 1 ? inside : [.init(range.lowerBound), .init(range.upperBound)]
  }

  private func position(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return left + min(max(share, 0), 1) * (right - left)
  }

  private func labels(_ row: IntervalChart.Row) -> [String] {
    TextMeasure.wrap(
      row.label, width: labelWidth - 8, size: ChartMeasure.textSize, bold: row.isHighlighted, maximumLines: 4)
  }

  private func notes(_ row: IntervalChart.Row) -> [String] {
    guard row.value != nil else { return [] }
    return TextMeasure.wrap(
      row.note ?? "", width: labelWidth - 8, size: ChartMeasure.textSize, maximumLines: 3)
  }

  // MARK: - One row

  private func drawn(_ row: IntervalChart.Row, top: Double) -> [Markup] {
    let labels = labels(row)
    let notes = notes(row)
    let middle = top + height(of: row) / 2
    let notesTop = top + 8 + Double(labels.count) * ChartMeasure.lineHeight
    var markup = [ChartDrawing.text(labels, x: 8, top: top + 8, .init(isBold: row.isHighlighted))]
    if !notes.isEmpty { markup.append(ChartDrawing.text(notes, x: 8, top: notesTop, .init(ink: .muted))) }
    guard let value = row.value else {
      let words = row.note.map { ChartWords.notPublished + ": " + $0 } ?? ChartWords.notPublished
      let lines = TextMeasure.wrap(
        words, width: chart.width - labelWidth - 12, size: ChartMeasure.textSize,
        maximumLines: max(labels.count, 1))
      let linesTop = middle - Double(lines.count) * ChartMeasure.lineHeight / 2
      markup.append(
        ChartDrawing.text(
          lines, x: labelWidth + 10, top: linesTop, .init(ink: .muted, isItalic: true, hasHalo: true)))
      return markup
    }
    markup += whisker(row, value: value, y: middle)
    markup.append(
      ChartDrawing.text(
        [chart.text(value)], x: chart.width - 4, top: middle - 10, anchor: .end,
        .init(isBold: row.isHighlighted)))
    return markup
  }

  private func whisker(_ row: IntervalChart.Row, value: Double, y: Double) -> [Markup] {
    let ink: ChartInk = row.isHighlighted ? .peerReview : .selfReview
    var markup: [Markup] = []
    if let low = row.low, let high = row.high {
      let ends = [min(low, value), max(high, value)]
      // An interval wholly outside the shown range is an arrow only.
      if ends[1] >= range.lowerBound && ends[0] <= range.upperBound {
        markup.append(
          ChartDrawing.line(
            ChartPoint(x: position(ends[0]), y: y), ChartPoint(x: position(ends[1]), y: y),
            ChartPaint(stroke: ink, width: 2.5)))
      }
      for (end, edge) in [(ends[0], range.lowerBound), (ends[1], range.upperBound)] {
        let isLeft = edge == range.lowerBound
        if isLeft ? end < edge : end > edge {
          markup.append(arrow(isLeft: isLeft, y: y, ink))
        } else if range.contains(end) {
          let x = position(end)
          markup.append(
            ChartDrawing.line(
              ChartPoint(x: x, y: y - 7), ChartPoint(x: x, y: y + 7), ChartPaint(stroke: ink, width: 2.5)))
        }
      }
    }
    let dot = ChartPoint(x: position(value), y: y)
    let paint = ChartPaint(fill: ink, stroke: .surface, width: 1.5)
    if !range.contains(value) {
      markup.append(arrow(isLeft: value < range.lowerBound, y: y, ink))
    } else if row.isHighlighted {
      markup.append(ChartDrawing.diamond(dot, radius: 9, paint))
    } else {
      markup.append(ChartDrawing.circle(dot, radius: 6.5, paint))
    }
    return markup
  }

  /// A triangle past the edge of the plot: the interval runs on.
  private func arrow(isLeft: Bool, y: Double, _ ink: ChartInk) -> Markup {
    let base = isLeft ? left : right
    let tip = isLeft ? left - 11 : right + 11
    return ChartDrawing.path(
      [ChartPoint(x: base, y: y - 7), ChartPoint(x: tip, y: y), ChartPoint(x: base, y: y + 7)],
      isClosed: true, ChartPaint(fill: ink))
  }

  private func footnotes(_ axis: ScaleAxis, top: Double) -> (markup: [Markup], height: Double) {
    var texts: [String] = []
    if !axis.hasRoomForLabels { texts.append(chart.scale.key.joined(separator: "  · ")) }
    let runsOn = chart.rows.contains { row in
      guard let value = row.value else { return false }
      return ([value, row.low, row.high].compactMap(\.self)).contains { !range.contains($0) }
    }
    if runsOn { texts.append(ChartWords.arrowMeaning) }
    var markup: [Markup] = []
    var height = 0.0
    for text in texts where !text.isEmpty {
      let note = ChartLegend.footnote(text, width: chart.width, top: top + height)
      markup += note.markup
      height += note.height + 4
    }
    return (markup, height)
  }
}

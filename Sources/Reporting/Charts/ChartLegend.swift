/// A key: samples with their names, side by side as far as there is room.
struct ChartLegend {
  struct Entry {
    var name: String
    var sample: (ChartBox) -> Markup
  }

  var entries: [Entry]
  var sampleWidth = 34.0

  /// The key from `top` down, and its height.
  func drawn(width: Double, top: Double) -> (markup: [Markup], height: Double) {
    var markup: [Markup] = []
    var x = 0.0
    var y = top
    var lowest = top
    for entry in entries {
      let textX = sampleWidth + 8
      let lines = TextMeasure.wrap(entry.name, width: width - textX, size: ChartMeasure.textSize)
      let longest = lines.map { TextMeasure.width($0, size: ChartMeasure.textSize) }.max() ?? 0
      if x > 0 && x + textX + longest > width {
        x = 0
        y = lowest + 4
      }
      markup.append(entry.sample(ChartBox(x: x, y: y, width: sampleWidth, height: ChartMeasure.lineHeight)))
      markup.append(ChartDrawing.text(lines, x: x + textX, top: y))
      lowest = max(lowest, y + Double(max(lines.count, 1)) * ChartMeasure.lineHeight)
      x += textX + longest + 16
    }
    return (markup, lowest - top)
  }

  /// Centred or flush-left lines of small print, and their height.
  static func footnote(
    _ text: String, width: Double, top: Double, anchor: ChartDrawing.Anchor = .start
  ) -> (markup: [Markup], height: Double) {
    let lines = TextMeasure.wrap(text, width: width, size: ChartMeasure.textSize)
    guard !lines.isEmpty else { return ([], 0) }
    let x = anchor == .start ? 0 : width / 2
    return (
      [ChartDrawing.text(lines, x: x, top: top, anchor: anchor, .init(ink: .muted))],
      Double(lines.count) * ChartMeasure.lineHeight
    )
  }
}

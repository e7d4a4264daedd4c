/// Horizontal bars, one group a criterion, against the points of an ordinal scale.
///
/// A bar starts one step below the lowest point, so that even the lowest judgement has a length; a missing
/// one is a dotted line with the words "not reviewed".
public struct BarChart: Chart, Hashable {
  public var caption: ChartCaption
  public var figures: ChartFigures
  /// The width of the drawing in its own units; text is 16 units.
  public var width: Double

  private static let pitch = 22.0
  private static let thickness = 14.0
  private static let rowGap = 14.0

  public init(caption: ChartCaption, figures: ChartFigures, width: Double = 440) {
    self.caption = caption
    self.figures = figures
    self.width = max(width, 320)
  }

  public var table: AccessibleTable {
    figures.table(id: caption.id + "-table", caption: caption.title + ": the figures")
  }

  public var parts: [BarChart] {
    let ranges = ChartPages.ranges(heights: figures.criteria.indices.map(rowHeight))
    guard ranges.count > 1 else { return [self] }
    return ranges.enumerated().map { index, range in
      BarChart(
        caption: caption.part(index + 1, of: ranges.count), figures: figures.slice(range), width: width)
    }
  }

  public var svg: String {
    let marks = figures.series.map { SeriesMarks(style: $0.style, id: caption.id) }
    var content: [Markup] = [.element("defs", [], RadarChart.distinct(marks).flatMap(\.patterns))]
    var top = 0.0
    if figures.series.count > 1 {
      let legend = ChartLegend(
        entries: zip(figures.series, marks).map { series, marks in
          .init(name: series.name, sample: marks.barSample)
        }
      ).drawn(width: width, top: 0)
      content += legend.markup
      top = legend.height + 12
    }
    let plotEnd = plotEnd
    let axis = ScaleAxis(points: figures.scale.points, width: width) {
      figures.scale.share(of: $0) * plotEnd
    }
    let rowsTop = top + axis.height
    let rowsHeight = figures.criteria.indices.map(rowHeight).reduce(0, +)
    content += axis.drawn(top: top, gridTo: rowsTop + rowsHeight)

    var y = rowsTop
    for index in figures.criteria.indices {
      content += row(index, marks, plotEnd: plotEnd, top: y)
      y += rowHeight(index)
    }
    content.append(
      ChartDrawing.line(
        ChartPoint(x: 0.75, y: rowsTop), ChartPoint(x: 0.75, y: y), ChartPaint(stroke: .edge, width: 1.5)))
    y += 8
    if !axis.hasRoomForLabels {
      let key = ChartLegend.footnote(figures.scale.key.joined(separator: "  · "), width: width, top: y)
      content += key.markup
      y += key.height + 4
    }
    return ChartDrawing.document(
      caption, description: caption.description ?? "Bar chart of " + figures.summary,
      width: width, height: y, content)
  }

  /// Where the longest bar ends: there is room for its number after it.
  private var plotEnd: Double {
    let values = figures.series.flatMap { $0.readings.compactMap(\.number) }
    let widths = values.map { TextMeasure.width(ChartNumber.figure($0), size: ChartMeasure.textSize) }
    return width - min(max(44, (widths.max() ?? 0) + 12), width / 2)
  }

  private func labelLines(_ index: Int) -> [String] {
    TextMeasure.wrap(
      figures.criteria[index].label, width: width - 12, size: ChartMeasure.textSize, bold: true,
      maximumLines: 5)
  }

  private func rowHeight(_ index: Int) -> Double {
    Double(labelLines(index).count) * ChartMeasure.lineHeight
      + Double(figures.series.count) * Self.pitch + Self.rowGap
  }

  private func row(_ index: Int, _ marks: [SeriesMarks], plotEnd: Double, top: Double) -> [Markup] {
    let lines = labelLines(index)
    var markup = [
      ChartDrawing.text(lines, x: 8, top: top + 4, .init(isBold: true, hasHalo: true))
    ]
    var y = top + Double(lines.count) * ChartMeasure.lineHeight + 6
    for (series, marks) in zip(figures.series, marks) {
      markup += bar(series, series.readings[index], marks, plotEnd: plotEnd, top: y)
      y += Self.pitch
    }
    return markup
  }

  private func bar(
    _ series: ChartSeries, _ reading: ChartReading, _ marks: SeriesMarks, plotEnd: Double, top: Double
  ) -> [Markup] {
    guard let value = reading.number else {
      return gap(
        (figures.series.count > 1 ? series.name + ": " : "") + (reading.gap ?? ""), plotEnd: plotEnd, top: top
      )
    }
    let end = figures.scale.share(of: value) * plotEnd
    let box = ChartBox(
      x: 1, y: top + (Self.pitch - Self.thickness) / 2, width: max(end - 1, 2), height: Self.thickness)
    return [
      ChartDrawing.rect(box, radius: 2, marks.barPaint),
      ChartDrawing.text([ChartNumber.figure(value)], x: end + 7, top: top + 1, .init(hasHalo: true)),
    ]
  }

  /// The words where a bar would be, and a dotted line across the rest of the row.
  private func gap(_ words: String, plotEnd: Double, top: Double) -> [Markup] {
    let size = ChartMeasure.textSize
    let line =
      TextMeasure.wrap(words, width: width - 12, size: size, maximumLines: 1).first ?? words
    let start = 8 + TextMeasure.width(line, size: size) + 8
    let middle = top + Self.pitch / 2
    var markup = [
      ChartDrawing.text([line], x: 8, top: top + 1, .init(ink: .muted, isItalic: true, hasHalo: true))
    ]
    if start < plotEnd {
      markup.append(
        ChartDrawing.line(
          ChartPoint(x: start, y: middle), ChartPoint(x: plotEnd, y: middle),
          ChartPaint(stroke: .edge, width: 1.5, dash: "2 4")))
    }
    return markup
  }
}

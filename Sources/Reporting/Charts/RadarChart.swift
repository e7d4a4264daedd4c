/// The shape of a review: one axis a criterion, one ring a point of the scale, up to three series overlaid.
///
/// A criterion without a judgement breaks the line and is named "not reviewed"; it is never drawn as zero.
/// With fewer than three criteria there is no shape, and bars are drawn instead.
public struct RadarChart: Chart, Hashable {
  public var caption: ChartCaption
  public var figures: ChartFigures
  /// The width of the drawing in its own units; text is 16 units.
  public var width: Double

  public init(caption: ChartCaption, figures: ChartFigures, width: Double = 440) {
    self.caption = caption
    self.figures = figures
    self.width = max(width, 320)
  }

  public var table: AccessibleTable {
    figures.table(id: caption.id + "-table", caption: caption.title + ": the figures")
  }

  public var svg: String {
    guard figures.criteria.count >= 3 else {
      return BarChart(caption: caption, figures: figures, width: width).svg
    }
    let marks = figures.series.map { SeriesMarks(style: $0.style, id: caption.id) }
    let legend = ChartLegend(
      entries: zip(figures.series, marks).map { series, marks in
        .init(name: series.name, sample: marks.lineSample)
      }
    ).drawn(width: width, top: 0)
    let layout = RadarLayout(figures: figures, width: width, top: legend.height + 18)

    var content: [Markup] = [.element("defs", [], Self.distinct(marks).flatMap(\.patterns))]
    content += legend.markup
    content += grid(layout)
    let order = figures.series.indices.sorted {
      figures.series[$0].style.depth < figures.series[$1].style.depth
    }
    content += order.compactMap { index in
      marks[index].areaPaint.map { shape(figures.series[index], layout, filled: $0) }
    }
    // Solid lines first and broken ones over them: where two coincide, both show.
    content += order.reversed().map { shape(figures.series[$0], layout, outlined: marks[$0].linePaint) }
    content += order.flatMap { markers(figures.series[$0], marks[$0], layout) }
    content += ringNumbers(layout) + labels(layout)

    var bottom = layout.bottom + 14
    for foot in footnotes(layout, top: bottom) {
      content += foot.markup
      bottom += foot.height
    }
    return ChartDrawing.document(
      caption, description: caption.description ?? "Radar chart of " + figures.summary,
      width: width, height: bottom, content)
  }

  /// One of each style, so that no pattern is defined twice.
  static func distinct(_ marks: [SeriesMarks]) -> [SeriesMarks] {
    ChartSeries.Style.allCases.compactMap { style in marks.first { $0.style == style } }
  }

  // MARK: - Grid

  private func grid(_ layout: RadarLayout) -> [Markup] {
    let axes = figures.criteria.indices
    let rings = figures.scale.points.enumerated().map { index, point in
      let isOutermost = index == figures.scale.points.count - 1
      return ChartDrawing.path(
        axes.map { layout.point($0, value: point.value) }, isClosed: true,
        ChartPaint(
          fill: isOutermost ? .tint : nil, stroke: isOutermost ? .edge : .grid, width: isOutermost ? 1.5 : 1))
    }
    let spokes = axes.map { axis in
      // An axis on which nobody judged anything is itself only dotted.
      let isEmpty = figures.series.allSatisfy { $0.readings[axis].number == nil }
      return ChartDrawing.line(
        layout.centre, layout.spoke(axis, at: layout.radius),
        ChartPaint(stroke: isEmpty ? .edge : .grid, width: 1, dash: isEmpty ? "2 4" : nil))
    }
    return rings.reversed() + spokes
  }

  /// The value of each ring. Numbers that would touch are left out, from the middle outwards.
  private func ringNumbers(_ layout: RadarLayout) -> [Markup] {
    var last = layout.centre.y - 6
    return figures.scale.points.compactMap { point in
      let spot = layout.ringNumber(point.value)
      guard last - spot.y >= 15 else { return nil }
      last = spot.y
      return ChartDrawing.text(
        [ChartNumber.figure(point.value)], x: spot.x, top: spot.y - 10, anchor: .middle,
        .init(ink: .muted, hasHalo: true))
    }
  }

  private func labels(_ layout: RadarLayout) -> [Markup] {
    layout.labels.flatMap { label -> [Markup] in
      let middle = ChartPoint(x: label.x, y: label.box.y + label.box.height / 2)
      if layout.isNumbered {
        return [
          ChartDrawing.circle(
            middle, radius: RadarLayout.badge, ChartPaint(fill: .surface, stroke: .edge, width: 1)),
          ChartDrawing.text(label.lines, x: label.x, top: middle.y - 10, anchor: .middle),
        ]
      }
      let names = ChartDrawing.text(label.lines, x: label.x, top: label.box.y, anchor: label.anchor)
      guard !label.notes.isEmpty else { return [names] }
      let top = label.box.y + Double(label.lines.count) * ChartMeasure.lineHeight
      return [
        names,
        ChartDrawing.text(
          label.notes, x: label.x, top: top, anchor: label.anchor, .init(ink: .muted, isItalic: true)),
      ]
    }
  }

  // MARK: - Series

  /// The runs of neighbouring criteria that have values; a full circle is one run.
  private func runs(_ series: ChartSeries, _ layout: RadarLayout) -> (runs: [[ChartPoint]], isClosed: Bool) {
    let points = series.readings.enumerated().map { index, reading in
      reading.number.map { layout.point(index, value: $0) }
    }
    guard let firstGap = points.firstIndex(where: { $0 == nil }) else {
      return ([points.compactMap(\.self)], true)
    }
    // Starting at a gap, a run that passes the first axis stays in one piece.
    let turned = points[firstGap...] + points[..<firstGap]
    return (turned.split(separator: nil).map { $0.compactMap(\.self) }, false)
  }

  private func shape(_ series: ChartSeries, _ layout: RadarLayout, filled paint: ChartPaint) -> Markup {
    let (runs, isClosed) = runs(series, layout)
    let areas = isClosed ? runs : runs.filter { $0.count > 1 }.map { [layout.centre] + $0 }
    return ChartDrawing.path(areas, isClosed: true, paint)
  }

  private func shape(_ series: ChartSeries, _ layout: RadarLayout, outlined paint: ChartPaint) -> Markup {
    let (runs, isClosed) = runs(series, layout)
    return ChartDrawing.path(isClosed ? runs : runs.filter { $0.count > 1 }, isClosed: isClosed, paint)
  }

  private func markers(_ series: ChartSeries, _ marks: SeriesMarks, _ layout: RadarLayout) -> [Markup] {
    series.readings.enumerated().compactMap { index, reading in
      reading.number.map { marks.marker(at: layout.point(index, value: $0)) }
    }
  }

  // MARK: - Below the shape

  private func footnotes(_ layout: RadarLayout, top: Double) -> [(markup: [Markup], height: Double)] {
    var notes: [(markup: [Markup], height: Double)] = []
    var next = top
    func add(_ note: (markup: [Markup], height: Double), space: Double) {
      notes.append((note.markup, note.height + space))
      next += note.height + space
    }
    if layout.isNumbered { add(key(top: next), space: 12) }
    let scaleKey = figures.scale.key.joined(separator: "  · ")
    add(ChartLegend.footnote(scaleKey, width: width, top: next, anchor: .middle), space: 6)
    if figures.series.contains(where: { $0.readings.contains { $0.number == nil } }) {
      add(ChartLegend.footnote(ChartWords.gapMeaning, width: width, top: next, anchor: .middle), space: 4)
    }
    if figures.series.contains(where: { $0.readings.contains(where: \.isBroken) }) {
      add(ChartLegend.footnote(ChartWords.breakMeaning, width: width, top: next, anchor: .middle), space: 4)
    }
    return notes
  }

  /// The names behind the numbers, in two columns where they are short.
  private func key(top: Double) -> (markup: [Markup], height: Double) {
    let entries = figures.criteria.indices.map { index in
      ([figures.criteria[index].label] + figures.gaps(at: index)).joined(separator: " – ")
    }
    let indent = 34.0
    let half = width / 2 - 8
    let isNarrow = entries.allSatisfy {
      TextMeasure.width($0, size: ChartMeasure.textSize) <= half - indent
    }
    let columns = isNarrow ? 2 : 1
    let perColumn = (entries.count + columns - 1) / columns
    var markup: [Markup] = []
    var tallest = 0.0
    for column in 0..<columns {
      let x = Double(column) * (width / 2 + 8)
      var y = top
      for index in (column * perColumn)..<min((column + 1) * perColumn, entries.count) {
        let lines = TextMeasure.wrap(
          entries[index], width: (isNarrow ? half : width) - indent, size: ChartMeasure.textSize)
        markup.append(
          ChartDrawing.text(["\(index + 1)"], x: x + 24, top: y, anchor: .end, .init(isBold: true)))
        markup.append(ChartDrawing.text(lines, x: x + indent, top: y))
        y += Double(max(lines.count, 1)) * ChartMeasure.lineHeight + 3
      }
      tallest = max(tallest, y - top)
    }
    return (markup, tallest)
  }
}

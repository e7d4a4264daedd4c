/// Stacked bars of equal length: how the judgements of each criterion spread over the points of the scale.
///
/// Counts and shares of small groups give single schools away, so the picture says that it is not for
/// publication unless its maker says that it may be shown.
public struct DistributionChart: Chart, Hashable {
  /// The judgements of one criterion.
  public struct Row: Sendable, Hashable {
    public var label: String
    /// How many were judged at each point, from the lowest point to the highest.
    public var counts: [Int]
    public var notReviewed: Int
    public var notApplicable: Int

    public init(_ label: String, counts: [Int], notReviewed: Int = 0, notApplicable: Int = 0) {
      self.label = label
      self.counts = counts.map { max($0, 0) }
      self.notReviewed = max(notReviewed, 0)
      self.notApplicable = max(notApplicable, 0)
    }

    var judged: Int { counts.reduce(0, +) }

    /// "12 judged, 2 not reviewed"
    var tally: String {
      var parts = ["\(judged) judged"]
      if notReviewed > 0 { parts.append("\(notReviewed) \(ChartWords.notReviewed)") }
      if notApplicable > 0 { parts.append("\(notApplicable) \(ChartWords.notApplicable)") }
      return parts.joined(separator: ", ")
    }
  }

  public var caption: ChartCaption
  public var scale: ChartScale
  public var rows: [Row]
  /// Marks the picture "Not for publication".
  public var isPrivate: Bool
  /// The width of the drawing in its own units; text is 16 units.
  public var width: Double

  private static let thickness = 28.0

  public init(
    caption: ChartCaption, scale: ChartScale, rows: [Row], isPrivate: Bool = true, width: Double = 440
  ) {
    self.caption = caption
    self.scale = scale
    self.rows = rows.map { row in
      // One count a point, whatever came in.
      var row = row
      let lacking = max(scale.points.count - row.counts.count, 0)
      row.counts = Array(row.counts.prefix(scale.points.count)) + Array(repeating: 0, count: lacking)
      return row
    }
    self.isPrivate = isPrivate
    self.width = max(width, 320)
  }

  public var parts: [DistributionChart] {
    let ranges = ChartPages.ranges(heights: rows.map(height(of:)))
    guard ranges.count > 1 else { return [self] }
    return ranges.enumerated().map { index, range in
      var part = self
      part.caption = caption.part(index + 1, of: ranges.count)
      part.rows = Array(rows[range])
      return part
    }
  }

  public var table: AccessibleTable {
    // The columns of what was left out are there only where something was.
    let left: [(title: String, count: (Row) -> Int)] = [
      (ChartWords.notReviewed, { $0.notReviewed }), (ChartWords.notApplicable, { $0.notApplicable }),
    ].filter { column in rows.contains { column.1($0) > 0 } }
    let titles = scale.points.map(\.text) + [ChartWords.judged] + left.map(\.title)
    return AccessibleTable(
      id: caption.id + "-table",
      caption: caption.title + ": the counts" + (isPrivate ? " (\(ChartWords.notForPublication))" : ""),
      rowTitle: ChartWords.criterion,
      columns: titles.map { .init($0.prefix(1).uppercased() + $0.dropFirst(), isNumeric: true) },
      rows: rows.map { row in
        .init(row.label, (row.counts + [row.judged] + left.map { $0.count(row) }).map { .figure("\($0)") })
      })
  }

  public var svg: String {
    let ramp = PointRamp(count: scale.points.count, id: caption.id)
    var content: [Markup] = [.element("defs", [], ramp.patterns)]
    var y = 0.0
    if isPrivate {
      content.append(
        ChartDrawing.text([ChartWords.notForPublication], x: 0, top: 0, .init(ink: .peerReview, isBold: true))
      )
      y += ChartMeasure.lineHeight + 10
    }
    let legend = ChartLegend(
      entries: scale.points.enumerated().map { index, point in
        .init(name: point.text) { box in
          .element("g", [], ramp.segment(index, in: box))
        }
      }, sampleWidth: 24
    ).drawn(width: width, top: y)
    content += legend.markup
    y += legend.height + 14
    for row in rows {
      content += drawn(row, ramp, top: y)
      y += height(of: row)
    }
    return ChartDrawing.document(
      caption, description: caption.description ?? summary, width: width, height: y, content)
  }

  private var summary: String {
    let sentences = rows.map { row in
      let parts = zip(scale.points, row.counts).filter { $1 > 0 }.map { "\($1) at \($0.text)" }
      return "\(row.label): \(([row.tally] + parts).joined(separator: "; "))."
    }
    let mark = isPrivate ? ChartWords.notForPublication + ". " : ""
    return mark + "Stacked bars, each the judgements of one criterion. " + sentences.joined(separator: " ")
  }

  private func labelLines(_ row: Row) -> [String] {
    TextMeasure.wrap(row.label, width: width, size: ChartMeasure.textSize, bold: true, maximumLines: 5)
  }

  private func tallyLines(_ row: Row) -> [String] {
    TextMeasure.wrap(row.tally, width: width, size: ChartMeasure.textSize)
  }

  private func height(of row: Row) -> Double {
    Double(labelLines(row).count + tallyLines(row).count) * ChartMeasure.lineHeight + Self.thickness + 20
  }

  private func drawn(_ row: Row, _ ramp: PointRamp, top: Double) -> [Markup] {
    let labels = labelLines(row)
    let tallies = tallyLines(row)
    let tallyTop = top + Double(labels.count) * ChartMeasure.lineHeight
    let barTop = tallyTop + Double(tallies.count) * ChartMeasure.lineHeight + 4
    var markup = [
      ChartDrawing.text(labels, x: 0, top: top, .init(isBold: true)),
      ChartDrawing.text(tallies, x: 0, top: tallyTop, .init(ink: .muted)),
    ]
    let bar = ChartBox(x: 1, y: barTop, width: width - 2, height: Self.thickness)
    guard row.judged > 0 else {
      markup.append(ChartDrawing.rect(bar, radius: 2, ChartPaint(stroke: .edge, width: 1.5, dash: "2 4")))
      markup.append(
        ChartDrawing.text(
          [ChartWords.noJudgements], x: 10, top: barTop + 4, .init(ink: .muted, isItalic: true)))
      return markup
    }
    var x = bar.x
    for (index, count) in row.counts.enumerated() where count > 0 {
      let share = Double(count) / Double(row.judged) * bar.width
      markup += ramp.segment(
        index, in: ChartBox(x: x, y: bar.y, width: share, height: bar.height), text: "\(count)")
      x += share
    }
    return markup
  }
}

/// What tells one series from another: marker, line and fill, each different without colour.
struct SeriesMarks {
  let style: ChartSeries.Style
  /// The chart's id, with which pattern ids start.
  let id: String

  var ink: ChartInk {
    switch style {
    case .selfReview: .selfReview
    case .peerReview: .peerReview
    case .earlier: .earlier
    }
  }

  var linePaint: ChartPaint {
    switch style {
    case .selfReview: ChartPaint(stroke: ink, width: 3)
    case .peerReview: ChartPaint(stroke: ink, width: 2.5, dash: "12 4 2 4")
    case .earlier: ChartPaint(stroke: ink, width: 2, dash: "5 4")
    }
  }

  /// The inside of a radar shape; an earlier one stays hollow.
  var areaPaint: ChartPaint? {
    switch style {
    case .selfReview: ChartPaint(fill: ink, opacity: 0.14)
    case .peerReview: ChartPaint(pattern: id + "-peer-area")
    case .earlier: nil
    }
  }

  var barPaint: ChartPaint {
    switch style {
    case .selfReview: ChartPaint(fill: ink, stroke: ink, width: 1.5)
    case .peerReview: ChartPaint(stroke: ink, width: 1.5, pattern: id + "-peer-bar")
    case .earlier: ChartPaint(fill: .surface, stroke: ink, width: 1.5, dash: "4 3")
    }
  }

  /// The patterns that the paints above refer to.
  var patterns: [Markup] {
    guard style == .peerReview else { return [] }
    return [
      ChartDrawing.hatch(id: id + "-peer-area", ink: ink, spacing: 10, weight: 1.5, opacity: 0.3),
      ChartDrawing.hatch(id: id + "-peer-bar", ink: ink, spacing: 6, weight: 2.6),
    ]
  }

  /// The sizes differ so that three markers on one spot can all be seen.
  func marker(at point: ChartPoint) -> Markup {
    switch style {
    case .selfReview:
      ChartDrawing.circle(point, radius: 5.5, ChartPaint(fill: ink, stroke: .surface, width: 1.5))
    case .peerReview:
      ChartDrawing.diamond(point, radius: 9, ChartPaint(fill: ink, stroke: .surface, width: 1.5))
    case .earlier:
      ChartDrawing.circle(point, radius: 8.5, ChartPaint(fill: .surface, stroke: ink, width: 2))
    }
  }

  func lineSample(in box: ChartBox) -> Markup {
    let middle = box.y + box.height / 2
    return .element(
      "g", [],
      [
        ChartDrawing.line(
          ChartPoint(x: box.x, y: middle), ChartPoint(x: box.x + box.width, y: middle), linePaint),
        marker(at: ChartPoint(x: box.x + box.width / 2, y: middle)),
      ])
  }

  func barSample(in box: ChartBox) -> Markup {
    ChartDrawing.rect(
      ChartBox(x: box.x + 1, y: box.y + 3, width: box.width - 2, height: box.height - 6), radius: 2, barPaint)
  }
}

/// The order in which series are drawn, so that none hides another: the earlier below, one's own view on top.
extension ChartSeries.Style {
  var depth: Int {
    switch self {
    case .earlier: 0
    case .peerReview: 1
    case .selfReview: 2
    }
  }
}

/// The colours of charts, by what they are for.
///
/// Each is written twice: as a presentation attribute, so that a chart looks right on its own on white paper,
/// and as a class, so that the page's style sheet can set it for dark screens (`page.css`, "Charts").
enum ChartInk: String, CaseIterable {
  case text, muted, grid, edge, surface, tint
  case selfReview = "self"
  case peerReview = "peer"
  case earlier
  case accent

  var onPaper: String {
    switch self {
    case .text: "#1d2a33"
    case .muted: "#52616c"
    case .grid: "#d3dadf"
    case .edge: "#84919b"
    case .surface: "#ffffff"
    case .tint: "#f2f5f7"
    case .selfReview: "#0f5c7a"
    case .peerReview: "#b04a16"
    case .earlier: "#5a6670"
    case .accent: "#0f5c7a"
    }
  }
}

/// The typography and measures that all charts share, in units of the drawing.
///
/// At 440 units for the width of a phone's column (336 px of 360), 16 units are 12 px: the smallest text used.
enum ChartMeasure {
  static let width = 440.0
  static let textSize = 16.0
  static let lineHeight = 20.0
  /// From the top of a line to its baseline.
  static let ascent = 15.5
}

struct ChartPoint: Sendable, Hashable {
  var x: Double
  var y: Double
}

struct ChartBox: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func overlaps(_ other: ChartBox, margin: Double = 0) -> Bool {
    x < other.x + other.width + margin && other.x < x + width + margin
      && y < other.y + other.height + margin && other.y < y + height + margin
  }
}

/// How a shape is filled and outlined.
struct ChartPaint {
  var fill: ChartInk?
  var stroke: ChartInk?
  var width = 1.0
  var dash: String?
  var opacity = 1.0
  /// The id of a pattern, which then fills the shape.
  var pattern: String?

  var attributes: [(name: String, value: String)] {
    var classes: [String] = []
    var attributes: [(name: String, value: String)] = []
    if let pattern {
      attributes.append(("fill", "url(#\(pattern))"))
    } else if let fill {
      classes.append("f-" + fill.rawValue)
      attributes.append(("fill", fill.onPaper))
      if opacity < 1 { attributes.append(("fill-opacity", ChartNumber.coordinate(opacity))) }
    } else {
      attributes.append(("fill", "none"))
    }
    if let stroke {
      classes.append("s-" + stroke.rawValue)
      attributes.append(("stroke", stroke.onPaper))
      attributes.append(("stroke-width", ChartNumber.coordinate(width)))
      if let dash { attributes.append(("stroke-dasharray", dash)) }
    }
    return classes.isEmpty ? attributes : [("class", classes.joined(separator: " "))] + attributes
  }
}

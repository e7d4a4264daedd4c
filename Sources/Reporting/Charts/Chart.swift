/// What a chart is called, for eyes and for screen readers.
public struct ChartCaption: Sendable, Hashable {
  /// Unique within the page; the ids inside the drawing start with it.
  public var id: String
  public var title: String
  /// What the picture shows. Where nil, the figures themselves are read out.
  public var description: String?

  public init(id: String, title: String, description: String? = nil) {
    let kept = id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "-" }
    self.id = kept.first?.isLetter == true ? String(kept) : "chart-" + String(kept)
    self.title = title
    self.description = description
  }

  /// The caption of one part of a chart that was divided.
  func part(_ number: Int, of total: Int) -> ChartCaption {
    var caption = self
    caption.id += "-part\(number)"
    caption.title += " (part \(number) of \(total))"
    return caption
  }
}

/// A picture of figures, with the same figures as a table.
public protocol Chart: Sendable {
  var caption: ChartCaption { get }
  /// One inline `<svg>` element: no script, no outside reference, every text escaped.
  var svg: String { get }
  /// The figures of the picture, row by row.
  var table: AccessibleTable { get }
  /// The chart in parts that each fit on a sheet of A4; most charts are one part.
  var parts: [Self] { get }
}

/// Where a figure's table stands.
public enum TablePlacement: Sendable, Hashable {
  /// Beside the picture, or below it on a narrow screen.
  case shown
  /// Folded away under the picture; unfolded on paper.
  case folded
}

extension Chart {
  public var parts: [Self] { [self] }

  /// The picture with its caption and its table, as an HTML `<figure>`.
  public func figure(table placement: TablePlacement = .shown) -> String {
    let parts = parts
    let frames = parts.map { #"<div class="chart-frame">"# + $0.svg + "</div>" }.joined()
    let pictures = #"<div class="chart-frames">"# + frames + "</div>"
    // A picture in parts is wide already: its table goes below.
    let layout = parts.count > 1 ? "parts" : placement == .shown ? "beside" : "stacked"
    let twin: String
    switch placement {
    case .shown:
      twin = #"<div class="chart-table">"# + table.html + "</div>"
    case .folded:
      let summary = Markup.element("summary", [], [.text(ChartWords.showTable)]).rendered
      twin = #"<details class="chart-table">"# + summary + table.html + "</details>"
    }
    let title = Markup.element("figcaption", [], [.text(caption.title)]).rendered
    return #"<figure class="chart-figure \#(layout)">"# + title + #"<div class="chart-body">"# + pictures
      + twin + "</div></figure>"
  }
}

/// How tall rows are divided over sheets.
enum ChartPages {
  /// The tallest part, in units of the drawing: what an A4 sheet holds at full column width.
  static let tallest = 900.0

  /// Ranges of rows whose heights add up to at most `limit`; a single taller row stands alone.
  static func ranges(heights: [Double], limit: Double = tallest) -> [Range<Int>] {
    guard heights.reduce(0, +) > limit else { return [heights.indices] }
    // Even parts look better than full ones with a remainder.
    let even = heights.reduce(0, +) / (heights.reduce(0, +) / limit).rounded(.up)
    var ranges: [Range<Int>] = []
    var start = 0
    var height = 0.0
    for (index, row) in heights.enumerated() {
      if index > start && (height + row > limit || height + row / 2 > even) {
        ranges.append(start..<index)
        start = index
        height = 0
      }
      height += row
    }
    ranges.append(start..<heights.count)
    return ranges
  }
}

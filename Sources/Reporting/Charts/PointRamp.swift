import Foundation

/// One shade for each point of a scale, from light to dark, every second one hatched: readable in grey.
///
/// The shades are the same on light and dark screens, since each carries its own text and an edge.
struct PointRamp {
  let count: Int
  /// The chart's id, with which pattern ids start.
  let id: String

  private static let lightest = (red: 225.0, green: 238.0, blue: 243.0)
  private static let darkest = (red: 10.0, green: 62.0, blue: 86.0)

  /// How dark a point is, from 0 to 1.
  private func depth(_ index: Int) -> Double {
    count > 1 ? Double(min(max(index, 0), count - 1)) / Double(count - 1) : 0.75
  }

  private func channels(_ index: Int) -> [Double] {
    let depth = depth(index)
    return [
      (Self.lightest.red, Self.darkest.red), (Self.lightest.green, Self.darkest.green),
      (Self.lightest.blue, Self.darkest.blue),
    ].map { ($0 + ($1 - $0) * depth).rounded() }
  }

  func shade(_ index: Int) -> String {
    "rgb(" + channels(index).map { String(Int($0)) }.joined(separator: ",") + ")"
  }

  /// The colour of text on a shade, and of its hatching: black or white, whichever stands out more.
  func ink(on index: Int) -> String {
    // Relative luminance as WCAG 2.2 defines it; at 0.179 black and white stand out alike, at 4.58:1.
    let linear = channels(index).map { channel in
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : pow((channel / 255 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179 ? "#000000" : "#ffffff"
  }

  var patterns: [Markup] {
    (0..<max(count, 0)).filter { $0 % 2 == 1 }.map { index in
      .element(
        "pattern",
        [
          ("id", "\(id)-point-\(index)"), ("width", "8"), ("height", "8"),
          ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"),
        ],
        [
          .element(
            "rect", [("width", "1.6"), ("height", "8"), ("fill", ink(on: index)), ("fill-opacity", "0.45")],
            [])
        ])
    }
  }

  /// A piece of a bar, with its count where there is room for it.
  func segment(_ index: Int, in box: ChartBox, text: String? = nil) -> [Markup] {
    let shape: [(name: String, value: String)] = [
      ("x", ChartNumber.coordinate(box.x)), ("y", ChartNumber.coordinate(box.y)),
      ("width", ChartNumber.coordinate(box.width)), ("height", ChartNumber.coordinate(box.height)),
    ]
    var markup: [Markup] = [
      .element(
        "rect",
        shape + [
          ("class", "s-muted"), ("fill", shade(index)), ("stroke", ChartInk.muted.onPaper),
          ("stroke-width", "1"),
        ], [])
    ]
    if index % 2 == 1 {
      markup.append(.element("rect", shape + [("fill", "url(#\(id)-point-\(index))")], []))
    }
    guard let text, TextMeasure.width(text, size: ChartMeasure.textSize, bold: true) + 6 <= box.width else {
      return markup
    }
    let top = box.y + (box.height - ChartMeasure.lineHeight) / 2
    markup.append(
      .element(
        "text",
        [
          ("x", ChartNumber.coordinate(box.x + box.width / 2)),
          ("y", ChartNumber.coordinate(top + ChartMeasure.ascent)), ("text-anchor", "middle"),
          ("font-weight", "600"), ("fill", ink(on: index)), ("stroke", shade(index)), ("stroke-width", "5"),
          ("stroke-linejoin", "round"), ("paint-order", "stroke"),
        ], [.text(text)]))
    return markup
  }
}

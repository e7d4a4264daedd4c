/// The strokes that charts are made of.
enum ChartDrawing {
  enum Anchor: String { case start, middle, end }

  /// How lines of text look.
  struct Lettering {
    var ink = ChartInk.text
    var isBold = false
    var isItalic = false
    /// An edge in the background's colour, for text that stands on lines.
    var hasHalo = false
  }

  /// Lines of text under each other; `top` is the top of the first.
  static func text(
    _ lines: [String], x: Double, top: Double, anchor: Anchor = .start, _ style: Lettering = Lettering()
  ) -> Markup {
    var attributes: [(name: String, value: String)] = [
      ("class", "f-\(style.ink.rawValue)" + (style.hasHalo ? " s-surface" : "")),
      ("fill", style.ink.onPaper),
      ("text-anchor", anchor.rawValue),
    ]
    if style.isBold { attributes.append(("font-weight", "600")) }
    if style.isItalic { attributes.append(("font-style", "italic")) }
    if style.hasHalo {
      attributes += [
        ("stroke", ChartInk.surface.onPaper), ("stroke-width", "4"), ("stroke-linejoin", "round"),
        ("paint-order", "stroke"),
      ]
    }
    let spans = lines.enumerated().map { index, line in
      Markup.element(
        "tspan",
        [
          ("x", ChartNumber.coordinate(x)),
          (
            "y",
            ChartNumber.coordinate(top + ChartMeasure.ascent + Double(index) * ChartMeasure.lineHeight)
          ),
        ], [.text(line)])
    }
    return .element("text", attributes, spans)
  }

  static func line(_ from: ChartPoint, _ to: ChartPoint, _ paint: ChartPaint) -> Markup {
    path([from, to], isClosed: false, paint)
  }

  /// A line through points, with absolute coordinates only.
  static func path(_ points: [ChartPoint], isClosed: Bool, _ paint: ChartPaint) -> Markup {
    path([points], isClosed: isClosed, paint)
  }

  static func path(_ runs: [[ChartPoint]], isClosed: Bool, _ paint: ChartPaint) -> Markup {
    let commands = runs.filter { !$0.isEmpty }.map { run in
      "M"
        + run.map { ChartNumber.coordinate($0.x) + " " + ChartNumber.coordinate($0.y) }
        .joined(separator: "L") + (isClosed ? "Z" : "")
    }
    return .element(
      "path", [("d", commands.joined())] + paint.attributes + [("stroke-linejoin", "round")], [])
  }

  static func rect(_ box: ChartBox, radius: Double = 0, _ paint: ChartPaint) -> Markup {
    var attributes: [(name: String, value: String)] = [
      ("x", ChartNumber.coordinate(box.x)), ("y", ChartNumber.coordinate(box.y)),
      ("width", ChartNumber.coordinate(max(box.width, 0))),
      ("height", ChartNumber.coordinate(max(box.height, 0))),
    ]
    if radius > 0 { attributes.append(("rx", ChartNumber.coordinate(radius))) }
    return .element("rect", attributes + paint.attributes, [])
  }

  static func circle(_ centre: ChartPoint, radius: Double, _ paint: ChartPaint) -> Markup {
    .element(
      "circle",
      [
        ("cx", ChartNumber.coordinate(centre.x)), ("cy", ChartNumber.coordinate(centre.y)),
        ("r", ChartNumber.coordinate(radius)),
      ] + paint.attributes, [])
  }

  static func diamond(_ centre: ChartPoint, radius: Double, _ paint: ChartPaint) -> Markup {
    path(
      [
        ChartPoint(x: centre.x, y: centre.y - radius), ChartPoint(x: centre.x + radius, y: centre.y),
        ChartPoint(x: centre.x, y: centre.y + radius), ChartPoint(x: centre.x - radius, y: centre.y),
      ], isClosed: true, paint)
  }

  /// Slanting lines in one ink on the background, as a pattern to fill shapes with.
  static func hatch(id: String, ink: ChartInk, spacing: Double, weight: Double, opacity: Double = 1) -> Markup
  {
    let size = ChartNumber.coordinate(spacing)
    return .element(
      "pattern",
      [
        ("id", id), ("width", size), ("height", size), ("patternUnits", "userSpaceOnUse"),
        ("patternTransform", "rotate(45)"),
      ],
      [
        .element(
          "rect",
          [
            ("class", "f-" + ink.rawValue), ("width", ChartNumber.coordinate(weight)), ("height", size),
            ("fill", ink.onPaper), ("fill-opacity", ChartNumber.coordinate(opacity)),
          ], [])
      ])
  }

  /// The whole drawing, with the title and description that name it.
  static func document(
    _ caption: ChartCaption, description: String, width: Double, height: Double, _ content: [Markup]
  ) -> String {
    let titleID = caption.id + "-title"
    let descriptionID = caption.id + "-desc"
    return Markup.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", caption.id), ("class", "chart"),
        ("role", "img"), ("aria-labelledby", titleID + " " + descriptionID),
        ("viewBox", "0 0 \(ChartNumber.coordinate(width)) \(ChartNumber.coordinate(height.rounded(.up)))"),
        ("width", "100%"), ("font-family", "system-ui, sans-serif"),
        ("font-size", ChartNumber.coordinate(ChartMeasure.textSize)),
      ],
      [
        .element("title", [("id", titleID)], [.text(caption.title)]),
        .element("desc", [("id", descriptionID)], [.text(description)]),
      ] + content
    ).rendered
  }
}

import Testing

@testable import Reporting

@Suite("Everything drawn lies inside the drawing")
struct ChartGeometryTests {
  /// All points of shapes, and the estimated ends of all lines of text, must lie inside the view box.
  func expectInside(_ svg: String, _ label: String) throws {
    let elements = try #require(ParsedXML.elements(of: svg))
    let box = try #require(elements[0].attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
    try #require(box.count == 4)
    func inside(_ x: Double, _ y: Double, _ what: String) {
      let isInside = x >= -0.5 && x <= box[2] + 0.5 && y >= -0.5 && y <= box[3] + 0.5
      #expect(isInside, "\(label): \(what) at \(x), \(y) of \(box[2]) x \(box[3])")
    }
    var anchor = "start"
    var isBold = false
    for element in elements where !element.path.contains("pattern") {
      func number(_ name: String) -> Double { element.attributes[name].flatMap { Double($0) } ?? 0 }
      switch element.name {
      case "circle":
        inside(number("cx") - number("r"), number("cy") - number("r"), "circle")
        inside(number("cx") + number("r"), number("cy") + number("r"), "circle")
      case "rect":
        inside(number("x"), number("y"), "rect")
        inside(number("x") + number("width"), number("y") + number("height"), "rect")
      case "path":
        let numbers = (element.attributes["d"] ?? "").split { "MLZ ".contains($0) }.compactMap { Double($0) }
        #expect(numbers.count % 2 == 0)
        for index in stride(from: 0, to: numbers.count, by: 2) {
          inside(numbers[index], numbers[index + 1], "path")
        }
      case "text":
        anchor = element.attributes["text-anchor"] ?? "start"
        isBold = element.attributes["font-weight"] != nil
      case "tspan":
        let width = TextMeasure.width(element.text, size: ChartMeasure.textSize, bold: isBold)
        let left = number("x") - (anchor == "start" ? 0 : anchor == "end" ? width : width / 2)
        inside(left, number("y") - ChartMeasure.ascent, "text “\(element.text)”")
        inside(left + width, number("y") + 4, "text “\(element.text)”")
      default: break
      }
    }
  }

  @Test("Radar, 3 to 16 criteria", arguments: 3...16)
  func radar(count: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      let scale = seed % 2 == 0 ? ChartSamples.maturity : ChartSamples.zeroToFive
      let figures = ChartSamples.figures(count, seed: seed, series: Int(seed % 3) + 1, scale: scale)
      let chart = RadarChart(
        caption: .init(id: "r", title: "Shape"), figures: figures, width: seed == 3 ? 640 : 440)
      try expectInside(chart.svg, "radar of \(count), seed \(seed)")
    }
  }

  @Test("Names around a radar touch neither each other nor the shape", arguments: 3...16)
  func labels(count: Int) {
    for seed in 0..<8 as Range<UInt64> {
      let layout = RadarLayout(figures: ChartSamples.figures(count, seed: seed, words: 3), width: 440, top: 0)
      for (index, label) in layout.labels.enumerated() {
        #expect(layout.labels[..<index].allSatisfy { !$0.box.overlaps(label.box) || layout.isNumbered })
        let corners = [label.box.x, label.box.x + label.box.width].flatMap { x in
          [label.box.y, label.box.y + label.box.height].map { ChartPoint(x: x, y: $0) }
        }
        let apothem = layout.radius * 0.5
        #expect(
          corners.allSatisfy { corner in
            let x = corner.x - layout.centre.x
            let y = corner.y - layout.centre.y
            return (x * x + y * y).squareRoot() > apothem
          })
      }
    }
  }

  @Test("The five areas of a short framework have their names around the shape, not in a key")
  func namesNotNumbers() {
    let names = [
      "Leadership", "Infrastructure", "Initial teacher training", "Continuing professional development",
      "Improvement through school-to-school support",
    ]
    let figures = ChartFigures(
      criteria: names.map { .init($0) }, scale: ChartSamples.maturity,
      series: [.init(name: "Self", style: .selfReview, values: [1, 2, 3, 4, 1])])
    #expect(!RadarLayout(figures: figures, width: 440, top: 0).isNumbered)
  }

  @Test("Bars, 1 to 80 rows", arguments: [1, 2, 7, 30, 80])
  func bars(count: Int) throws {
    for seed in 0..<3 as Range<UInt64> {
      let figures = ChartSamples.figures(count, seed: seed, series: Int(seed % 3) + 1, words: 14)
      let chart = BarChart(caption: .init(id: "b", title: "Bars"), figures: figures)
      try expectInside(chart.svg, "bars of \(count), seed \(seed)")
      #expect(chart.parts.map(\.figures.criteria.count).reduce(0, +) == count)
      #expect(chart.parts.flatMap(\.figures.criteria) == figures.criteria)
      for part in chart.parts { try expectInside(part.svg, part.caption.title) }
      #expect(Set(chart.parts.map(\.caption.id)).count == chart.parts.count)
    }
  }

  @Test("Distributions add up to the whole bar", arguments: [1, 6, 40])
  func distributions(count: Int) throws {
    let rows = ChartSamples.distributionRows(count, seed: 3)
    let chart = DistributionChart(
      caption: .init(id: "d", title: "Spread"), scale: ChartSamples.maturity, rows: rows)
    try expectInside(chart.svg, "distribution of \(count)")
    let elements = try #require(ParsedXML.elements(of: chart.svg))
    let widths = elements.filter {
      $0.name == "rect" && $0.attributes["class"] == "s-muted" && $0.path.last == "svg"
    }
    .compactMap { Double($0.attributes["width"] ?? "") }
    let judgedRows = rows.filter { $0.judged > 0 }.count
    #expect(abs(widths.reduce(0, +) - Double(judgedRows) * 438) < 1)
  }

  @Test("Intervals past the edge are cut off with an arrow", arguments: [1, 9, 40])
  func intervals(count: Int) throws {
    for (seed, shown) in [(1, nil), (2, 2.0...3.0), (3, 9.0...9.0)] as [(UInt64, ClosedRange<Double>?)] {
      let chart = IntervalChart(
        caption: .init(id: "i", title: "Regions"), scale: ChartSamples.maturity,
        rows: ChartSamples.intervalRows(count, seed: seed), reference: .init(2.9, "All regions"), shown: shown
      )
      try expectInside(chart.svg, "intervals of \(count)")
    }
    let clipped = IntervalChart(
      caption: .init(id: "i", title: "Regions"), scale: ChartSamples.maturity,
      rows: [.init("A", value: 3.5, low: 3, high: 5)])
    #expect(clipped.svg.contains("An arrow: "))
    let whole = IntervalChart(
      caption: .init(id: "i", title: "Regions"), scale: ChartSamples.maturity,
      rows: [.init("A", value: 3.5, low: 3, high: 4)])
    #expect(!whole.svg.contains("An arrow: "))
  }

  @Test("Odd scales and empty figures draw something rather than fail")
  func odd() throws {
    let scales = [
      ChartScale([]), ChartScale([.init(3)]), ChartScale([.init(-2, "Low"), .init(1e9, "High")]),
    ]
    for scale in scales {
      for count in [0, 1, 4] {
        let figures = ChartSamples.figures(count, seed: 1, scale: scale)
        try expectInside(RadarChart(caption: .init(id: "r", title: "t"), figures: figures).svg, "radar")
        try expectInside(BarChart(caption: .init(id: "b", title: "t"), figures: figures).svg, "bars")
      }
      let rows = ChartSamples.intervalRows(2, seed: 1)
      try expectInside(
        IntervalChart(caption: .init(id: "i", title: "t"), scale: scale, rows: rows).svg, "rows")
      let chart = DistributionChart(caption: .init(id: "d", title: "t"), scale: scale, rows: [])
      try expectInside(chart.svg, "distribution")
    }
  }
}

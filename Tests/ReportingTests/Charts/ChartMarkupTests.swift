import Testing

@testable import Reporting

@Suite("Charts are well-formed, named and escaped")
struct ChartMarkupTests {
  static func charts(text: String) -> [any Chart] {
    let caption = ChartCaption(id: "c", title: text, description: text)
    let criteria = (1...5).map { ChartFigures.Criterion("\(text) \($0)", short: text) }
    let scale = ChartScale([.init(1, text), .init(2), .init(3, "Secure")])
    let figures = ChartFigures(
      criteria: criteria, scale: scale,
      series: [
        .init(name: text, style: .selfReview, values: [1, 2, nil, 3, 2]),
        .init(name: "Peers", style: .peerReview, values: [2, 2, 2, 3, nil]),
        .init(name: "Earlier", style: .earlier, values: [1]),
      ])
    return [
      RadarChart(caption: caption, figures: figures),
      BarChart(caption: caption, figures: figures),
      DistributionChart(
        caption: caption, scale: scale, rows: [.init(text, counts: [1, 2, 3], notReviewed: 1)]),
      IntervalChart(
        caption: caption, scale: scale, rows: [.init(text, value: 2, low: 1, high: 9, note: text)],
        reference: .init(2.5, text)),
    ]
  }

  @Test(
    "Every chart has a title and a description that name it", arguments: ["Leadership", ChartSamples.nasty])
  func names(text: String) throws {
    for chart in Self.charts(text: text) {
      let elements = try #require(ParsedXML.elements(of: chart.svg))
      let root = try #require(elements.first)
      #expect(root.name == "svg")
      #expect(root.attributes["role"] == "img")
      #expect(root.attributes["aria-labelledby"] == "c-title c-desc")
      let title = try #require(elements.first { $0.attributes["id"] == "c-title" })
      let description = try #require(elements.first { $0.attributes["id"] == "c-desc" })
      #expect(title.name == "title" && !title.text.isEmpty)
      #expect(description.name == "desc" && !description.text.isEmpty)
      if !text.contains("\u{1}") {
        #expect(title.text == text && description.text == text)
      }
    }
  }

  @Test("Markup in a name stays text, and characters that XML forbids are replaced")
  func escaping() throws {
    for chart in Self.charts(text: ChartSamples.nasty) {
      for text in [chart.svg, chart.table.html, chart.figure()] {
        let elements = try #require(ParsedXML.elements(of: text))
        #expect(!elements.contains { $0.name == "b" || $0.name == "script" || $0.name == "style" })
        #expect(elements.contains { $0.text.contains("<b>") })
        #expect(!text.unicodeScalars.contains("\u{1}"))
        #expect(text.contains("\u{FFFD}"))
      }
    }
  }

  @Test("Ids are unique, start with the caption's, and every reference inside leads somewhere")
  func ids() throws {
    for chart in Self.charts(text: "Leadership") {
      let elements = try #require(ParsedXML.elements(of: "<page>" + chart.svg + chart.table.html + "</page>"))
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0 == "c" || $0.hasPrefix("c-") })
      for value in elements.flatMap(\.attributes.values) where value.hasPrefix("url(#") {
        #expect(ids.contains(String(value.dropFirst(5).dropLast())))
      }
    }
  }

  @Test("An id is made fit for XML")
  func captionID() {
    #expect(ChartCaption(id: "our-impact/a b", title: "").id == "our-impact-a-b")
    #expect(ChartCaption(id: "1", title: "").id == "chart-1")
    #expect(ChartCaption(id: "é\"<", title: "").id == "chart----")
  }

  @Test("Without a description of its own, a chart reads its figures out")
  func summary() {
    let figures = ChartFigures(
      criteria: [.init("Leadership"), .init("Infrastructure"), .init("Training")],
      scale: ChartSamples.maturity,
      series: [.init(name: "Self", style: .selfReview, values: [3, nil, 2.5])])
    let svg = RadarChart(caption: .init(id: "r", title: "Shape"), figures: figures).svg
    #expect(svg.contains("Self: Leadership 3 Secure; Infrastructure not reviewed; Training 2.5."))
    #expect(svg.contains("from 1 Emerging to 4 Sustainable"))
  }

  @Test("Colour is never alone: each style has its own line, marker or pattern")
  func styles() throws {
    let radar = try #require(ParsedXML.elements(of: Self.charts(text: "x")[0].svg))
    let lines = radar.filter { $0.name == "path" && $0.attributes["fill"] == "none" }
    let dashes = Set(
      lines.filter { ["s-self", "s-peer", "s-earlier"].contains($0.attributes["class"]) }
        .map { $0.attributes["stroke-dasharray"] ?? "solid" })
    #expect(dashes.count == 3)
    #expect(radar.contains { $0.name == "pattern" })
    let hollow = radar.filter { $0.name == "circle" && $0.attributes["class"] == "f-surface s-earlier" }
    #expect(!hollow.isEmpty)
  }

  @Test("A private distribution says so in the picture; a published one does not")
  func privacy() {
    let rows = [DistributionChart.Row("Leadership", counts: [1, 2, 3, 4])]
    let caption = ChartCaption(id: "d", title: "Spread")
    let scale = ChartSamples.maturity
    #expect(
      DistributionChart(caption: caption, scale: scale, rows: rows).svg.contains(">Not for publication<"))
    let open = DistributionChart(caption: caption, scale: scale, rows: rows, isPrivate: false)
    #expect(!open.svg.contains("Not for publication") && !open.table.html.contains("Not for publication"))
  }
}

import Testing

@testable import Reporting

@Suite("The table twin of a chart")
struct AccessibleTableTests {
  @Test("A caption, scoped headers, and a region that scrolls and takes the keyboard")
  func structure() throws {
    let table = ChartSamples.figures(4, seed: 5).table(id: "t", caption: "Figures")
    let elements = try #require(ParsedXML.elements(of: table.html))
    let region = try #require(elements.first)
    #expect(region.attributes["class"] == "scroll" && region.attributes["role"] == "region")
    #expect(region.attributes["tabindex"] == "0")
    let caption = try #require(elements.first { $0.name == "caption" })
    #expect(region.attributes["aria-labelledby"] == caption.attributes["id"])
    #expect(caption.text == "Figures")
    let headers = elements.filter { $0.name == "th" }
    #expect(headers.filter { $0.attributes["scope"] == "col" }.count == 4)
    #expect(headers.filter { $0.attributes["scope"] == "row" }.count == 4)
    #expect(elements.filter { $0.name == "td" }.count == 12)
  }

  @Test("The table holds every figure of the chart, in words")
  func sameFigures() throws {
    let figures = ChartFigures(
      criteria: [.init("Leadership"), .init("Infrastructure")], scale: ChartSamples.maturity,
      series: [
        .init(name: "Self", style: .selfReview, values: [3, nil]),
        .init(name: "Peers", style: .peerReview, readings: [.notApplicable, .value(2.5)]),
      ])
    let radar = RadarChart(caption: .init(id: "a", title: "x"), figures: figures).table
    #expect(radar.rows.map(\.header) == ["Leadership", "Infrastructure"])
    #expect(radar.columns.map(\.title) == ["Self", "Peers"])
    #expect(radar.rows[0].cells == [.figure("3 Secure"), .missing("not applicable")])
    #expect(radar.rows[1].cells == [.missing("not reviewed"), .figure("2.5")])
    #expect(BarChart(caption: .init(id: "a", title: "x"), figures: figures).table == radar)
  }

  @Test("A row with too few or too many cells still fills its columns")
  func ragged() throws {
    let table = AccessibleTable(
      id: "t", caption: "c", rowTitle: "r", columns: [.init("a"), .init("b")],
      rows: [.init("1", []), .init("2", [.text("x"), .text("y"), .text("z")])])
    let elements = try #require(ParsedXML.elements(of: table.html))
    #expect(elements.filter { $0.name == "td" }.map(\.text) == ["", "", "x", "y"])
    #expect(!table.html.contains("<td/>"))
  }

  @Test("A distribution's table leaves out what nothing was left out of")
  func distributionColumns() {
    let caption = ChartCaption(id: "d", title: "Spread")
    let rows = [DistributionChart.Row("Leadership", counts: [1, 2, 3, 4], notReviewed: 0, notApplicable: 2)]
    let table = DistributionChart(caption: caption, scale: ChartSamples.maturity, rows: rows).table
    #expect(table.columns.map(\.title).suffix(2) == ["Judged", "Not applicable"])
    #expect(table.rows[0].cells.suffix(2) == [.figure("10"), .figure("2")])
  }
}

import Foundation
import Testing

@testable import Reporting

@Suite("What nobody judged is a gap, never a zero")
struct ChartGapTests {
  let caption = ChartCaption(id: "g", title: "Gaps", description: "Gaps")

  func figures(_ values: [Double?]) -> ChartFigures {
    ChartFigures(
      criteria: values.indices.map { .init("Area \($0)") }, scale: ChartSamples.zeroToFive,
      series: [.init(name: "Self", style: .selfReview, values: values)])
  }

  /// The markers of the one series: its legend sample comes on top of its readings.
  func markers(_ svg: String) throws -> [ParsedXML.Element] {
    try #require(ParsedXML.elements(of: svg)).filter { $0.attributes["class"] == "f-self s-surface" }
  }

  func bars(_ svg: String) throws -> [ParsedXML.Element] {
    try #require(ParsedXML.elements(of: svg)).filter {
      $0.name == "rect" && $0.attributes["class"] == "f-self s-self"
    }
  }

  @Test("A radar marks what was judged, and a zero is off the centre")
  func radarMarkers() throws {
    let figures = figures([0, nil, 3, 5])
    let chart = RadarChart(caption: caption, figures: figures)
    #expect(try markers(chart.svg).count == 3 + 1)
    let layout = RadarLayout(figures: figures, width: 440, top: 0)
    let zero = layout.point(0, value: 0)
    #expect(layout.centre.y - zero.y > 15)
  }

  @Test("A radar's line breaks at a gap and names it")
  func radarLine() throws {
    let elements = try #require(
      ParsedXML.elements(of: RadarChart(caption: caption, figures: figures([3, 3, nil, 3, 3, nil])).svg))
    let line = try #require(
      elements.last { $0.attributes["class"] == "s-self" && $0.attributes["fill"] == "none" })
    let path = try #require(line.attributes["d"])
    // Two runs of two points: criteria 4 and 5, and 1 and 2; none is closed.
    #expect(path.split(separator: "M").count == 2)
    #expect(path.split(separator: "L").count == 3)
    #expect(!path.contains("Z"))
    #expect(elements.contains { $0.name == "tspan" && $0.text.contains("not") })
    #expect(elements.contains { $0.text.contains(ChartWords.gapMeaning.prefix(20)) })
  }

  @Test("A radar without gaps is one closed shape and says nothing of gaps")
  func radarClosed() throws {
    let svg = RadarChart(caption: caption, figures: figures([3, 3, 1, 3])).svg
    #expect(!svg.contains("not reviewed") && !svg.contains("A gap means"))
    let elements = try #require(ParsedXML.elements(of: svg))
    let line = elements.last { $0.attributes["class"] == "s-self" && $0.attributes["fill"] == "none" }
    #expect(line?.attributes["d"]?.hasSuffix("Z") == true)
  }

  @Test("A criterion that only the peers left out is named as theirs")
  func oneSided() {
    let figures = ChartFigures(
      criteria: [.init("A"), .init("B"), .init("C")], scale: ChartSamples.maturity,
      series: [
        .init(name: "Self", style: .selfReview, readings: [.value(1), .notReviewed, .notApplicable]),
        .init(name: "Peers", style: .peerReview, readings: [.notReviewed, .notReviewed, .notReviewed]),
      ])
    #expect(figures.gaps(at: 0) == ["Peers: not reviewed"])
    #expect(figures.gaps(at: 1) == ["not reviewed"])
    #expect(figures.gaps(at: 2) == ["Self: not applicable", "Peers: not reviewed"])
  }

  @Test("A bar for every judgement, words for every gap; the lowest point has a length")
  func barGaps() throws {
    let svg = BarChart(caption: caption, figures: figures([0, nil, 3, nil])).svg
    let bars = try bars(svg)
    #expect(bars.count == 2)
    let widths = bars.compactMap { Double($0.attributes["width"] ?? "") }
    #expect(widths[0] > 40 && widths[1] > 3 * widths[0])
    #expect(svg.components(separatedBy: ">not reviewed<").count == 3)
  }

  @Test("Values that are not numbers are gaps too")
  func notFinite() throws {
    let figures = figures([.nan, .infinity, 3])
    #expect(try bars(BarChart(caption: caption, figures: figures).svg).count == 1)
    #expect(figures.table(id: "t", caption: "").html.components(separatedBy: "not reviewed").count == 3)
  }

  @Test("A distribution of nothing is an empty frame with words")
  func emptyDistribution() throws {
    let chart = DistributionChart(
      caption: caption, scale: ChartSamples.maturity, rows: [.init("Leadership", counts: [], notReviewed: 9)])
    let elements = try #require(ParsedXML.elements(of: chart.svg))
    #expect(elements.contains { $0.text == "no judgements" })
    #expect(elements.contains { $0.text == "0 judged, 9 not reviewed" })
  }

  @Test("An unpublished figure is said to be so, with its reason, and draws nothing")
  func unpublished() throws {
    let chart = IntervalChart(
      caption: caption, scale: ChartSamples.maturity,
      rows: [.init("Region", value: nil, low: 1, high: 2, note: "too few schools")])
    let elements = try #require(ParsedXML.elements(of: chart.svg))
    #expect(!elements.contains { $0.name == "circle" })
    #expect(!elements.contains { $0.attributes["class"] == "s-self" })
    #expect(chart.svg.contains("not published: too few"))
    #expect(chart.table.rows[0].cells[0] == .missing("not published"))
    #expect(chart.table.rows[0].cells[1] == .figure("–"))
  }
}

import Testing

@testable import Reporting

@Suite("Text and numbers in charts")
struct ChartTextTests {
  @Test("Lines fit their width, and no word is lost")
  func wrapping() {
    for seed in 0..<10 as Range<UInt64> {
      for criterion in ChartSamples.figures(5, seed: seed, words: 12).criteria {
        for width in [60.0, 120, 400] {
          let lines = TextMeasure.wrap(criterion.label, width: width, size: 16)
          #expect(lines.allSatisfy { TextMeasure.width($0, size: 16) <= width + 0.01 })
          let letters = { (text: String) in text.filter { $0 != " " && $0 != "-" } }
          #expect(letters(lines.joined()) == letters(criterion.label))
          let calm = MeasuredText(criterion.label, size: 16).balancedLines(width: width)
          #expect(calm.count == lines.count)
        }
      }
    }
  }

  @Test("Too many lines end in an ellipsis; a year keeps together; a hyphened word may break")
  func limits() {
    let lines = TextMeasure.wrap("one two three four five six", width: 60, size: 16, maximumLines: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(TextMeasure.wrap("Self 2025-26", width: 70, size: 16) == ["Self", "2025-26"])
    #expect(TextMeasure.wrap("school-to-school", width: 100, size: 16) == ["school-to-", "school"])
    #expect(TextMeasure.wrap("  ", width: 100, size: 16).isEmpty)
  }

  @Test("Numbers read the same everywhere")
  func numbers() {
    #expect(ChartNumber.figure(3) == "3")
    #expect(ChartNumber.figure(2.5) == "2.5")
    #expect(ChartNumber.figure(2.006) == "2.01")
    #expect(ChartNumber.figure(-0.001) == "0")
    #expect(ChartNumber.figure(-1.5) == "−1.5")
    #expect(ChartNumber.coordinate(-1.5) == "-1.5")
    #expect(ChartNumber.fixed(3, decimals: 2) == "3.00")
    #expect(ChartNumber.fixed(2.996, decimals: 2) == "3.00")
    #expect(
      ChartNumber.fixed(10.05, decimals: 1) == "10.1" || ChartNumber.fixed(10.05, decimals: 1) == "10.0")
  }

  @Test("A scale puts its points in order and its lowest point above nothing")
  func scale() {
    let scale = ChartScale([.init(4, "Top"), .init(1, "Low"), .init(2), .init(2), .init(.nan)])
    #expect(scale.points.map(\.value) == [1, 2, 4])
    #expect(scale.share(of: 1) == 0.25 && scale.share(of: 4) == 1)
    #expect(scale.share(of: -100) == 0 && scale.share(of: 100) == 1)
    #expect(scale.text(for: 4) == "4 Top" && scale.text(for: 2) == "2" && scale.text(for: 1.5) == "1.5")
    #expect(scale.key == ["1\u{A0}Low", "4\u{A0}Top"])
  }

  @Test("Rows are divided evenly over sheets, each within the limit")
  func pages() {
    #expect(ChartPages.ranges(heights: [], limit: 100) == [0..<0])
    #expect(ChartPages.ranges(heights: [50, 50], limit: 100) == [0..<2])
    #expect(ChartPages.ranges(heights: [500, 10], limit: 100) == [0..<1, 1..<2])
    let heights = (0..<80).map { Double(40 + $0 % 7 * 11) }
    let ranges = ChartPages.ranges(heights: heights, limit: 900)
    #expect(ranges.flatMap { Array($0) } == Array(0..<80))
    #expect(ranges.allSatisfy { heights[$0].reduce(0, +) <= 900 })
  }
}

import Foundation
import TestSupport

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Made-up figures of many shapes, the same on every run.
enum ChartSamples {
  static let maturity = ChartScale([
    .init(1, "Emerging"), .init(2, "Expanding"), .init(3, "Secure"), .init(4, "Sustainable"),
  ])
  static let zeroToFive = ChartScale([
    .init(0, "Not yet"), .init(1), .init(2), .init(3), .init(4), .init(5, "Fully"),
  ])
  /// Text that breaks a careless writer of XML.
  static let nasty = "A <b> & \"c\" 'd' ]]> \u{1}\u{B}\u{FFFE} {{x}} é 学校 👩‍🏫"

  static let words = [
    "Leadership", "of", "learning", "Infrastructure", "and", "well-being", "in", "school-to-school",
    "support",
    "2025-26", "Pneumonoultramicroscopicsilicovolcanoconiosis",
  ]

  static func figures(
    _ count: Int, seed: UInt64, series: Int = 3, scale: ChartScale = maturity, words limit: Int = 5
  ) -> ChartFigures {
    var random = SeededGenerator(seed: seed)
    let criteria = (0..<count).map { _ in
      let length = Int.random(in: 1...limit, using: &random)
      let label = (0..<length).map { _ in words[Int.random(in: 0..<10, using: &random)] }
      return ChartFigures.Criterion(label.joined(separator: " "))
    }
    let styles = ChartSeries.Style.allCases
    return ChartFigures(
      criteria: criteria, scale: scale,
      series: (0..<series).map { index in
        let readings = (0..<count).map { _ -> ChartReading in
          switch Int.random(in: 0..<8, using: &random) {
          case 0: .notReviewed
          case 1: .notApplicable
          default: .value(scale.points.randomElement(using: &random)?.value ?? 1)
          }
        }
        return ChartSeries(name: "Series \(index + 1) 2025-26", style: styles[index % 3], readings: readings)
      })
  }

  static func intervalRows(_ count: Int, seed: UInt64) -> [IntervalChart.Row] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let value = Double.random(in: -1...7, using: &random)
      let spread = Double.random(in: 0...3, using: &random)
      return .init(
        "Made-up region \(index)", value: index % 5 == 4 ? nil : value, low: value - spread,
        high: value + spread, note: "\(index) partnerships", isHighlighted: index == 1)
    }
  }

  static func distributionRows(_ count: Int, seed: UInt64) -> [DistributionChart.Row] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      .init(
        "Criterion \(index)",
        counts: (0..<4).map { _ in index % 6 == 5 ? 0 : Int.random(in: 0...9, using: &random) },
        notReviewed: index % 3, notApplicable: index % 2)
    }
  }
}

/// The elements of a piece of XML in document order, or nil where it is not well-formed.
final class ParsedXML: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements around it, from the root down.
    var path: [String]
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  static func elements(of text: String) -> [Element]? {
    let parser = XMLParser(data: Data(text.utf8))
    let parsed = ParsedXML()
    parser.delegate = parsed
    return parser.parse() ? parsed.elements : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(
      Element(name: name, attributes: attributes, path: open.map { $0 }.dropLast().map { elements[$0].name }))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { elements[index].text += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }
}

import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("The shared look of HTML pages")
struct PageLookTests {
  private static let templates = Repository.root.appending(path: "Sources/Reporting/Templates")

  private static func template(_ name: String) throws -> String {
    try String(contentsOf: templates.appending(path: name), encoding: .utf8)
  }

  /// The custom properties of one block, as hexadecimal colours.
  private static func colours(after marker: String) throws -> [String: String] {
    let css = try template("page.css")
    let start = try #require(css.range(of: marker)?.upperBound)
    let block = css[start...].prefix { $0 != "}" }
    var colours: [String: String] = [:]
    for line in block.split(separator: "\n") {
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") {
        colours[String(parts[0].dropFirst(2))] = String(parts[1].dropLast())
      }
    }
    return colours
  }

  /// WCAG 2.2, relative luminance and contrast ratio.
  private static func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ hex: String) -> Double {
      let value = Int(hex.dropFirst(), radix: 16) ?? 0
      let channels = [16, 8, 0].map { shift -> Double in
        let channel = Double((value >> shift) & 0xFF) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let pair = [luminance(first), luminance(second)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private static let text: [(String, [String])] = [
    ("text", ["paper", "surface", "tint", "note-tint", "caution-tint", "private-tint"]),
    ("muted", ["paper", "surface", "tint"]),
    ("accent", ["paper", "surface", "tint", "note-tint", "caution-tint", "private-tint"]),
    ("accent-strong", ["paper", "surface", "accent-tint"]),
    ("on-accent", ["accent"]), ("note", ["note-tint"]), ("caution", ["caution-tint"]),
    ("private", ["private-tint"]), ("good", ["good-tint"]), ("chart-peer", ["surface"]),
  ]
  private static let shapes: [(String, [String])] = [
    ("edge", ["surface", "tint", "paper"]), ("focus", ["paper", "surface"]),
    ("chart-self", ["surface", "tint"]), ("chart-peer", ["surface", "tint"]),
    ("chart-earlier", ["surface", "tint"]),
  ]

  @Test(
    "Pairs of colours keep AA",
    arguments: ["color-scheme: light dark;", "(prefers-color-scheme: dark) {\n  :root {"])
  func contrast(marker: String) throws {
    let colours = try Self.colours(after: marker)
    for (pairs, least) in [(Self.text, 4.5), (Self.shapes, 3)] {
      for (ink, grounds) in pairs {
        for ground in grounds {
          let front = try #require(colours[ink])
          let back = try #require(colours[ground])
          #expect(Self.contrast(front, back) >= least, "\(ink) on \(ground): \(Self.contrast(front, back))")
        }
      }
    }
  }

  @Test("Text on the shades of a distribution keeps AA, for 1 to 8 points", arguments: 1...8)
  func ramp(count: Int) {
    let ramp = PointRamp(count: count, id: "r")
    for index in 0..<count {
      let channels = ramp.shade(index).dropFirst(4).dropLast().split(separator: ",").compactMap { Int($0) }
      let hex = "#" + channels.map { String($0 + 256, radix: 16).dropFirst() }.joined()
      #expect(Self.contrast(ramp.ink(on: index), hex) >= 4.5, "point \(index) of \(count)")
    }
  }

  @Test("Every colour class of a chart is set by the style sheet")
  func classes() throws {
    let css = try Self.template("page.css")
    let used = Set(
      ChartMarkupTests.charts(text: "x").flatMap { ParsedXML.elements(of: $0.svg) ?? [] }
        .compactMap { $0.attributes["class"] }.flatMap { $0.split(separator: " ") }.map(String.init)
    ).subtracting(["chart"])
    for name in used { #expect(css.contains(".chart .\(name)"), "\(name)") }
  }

  @Test("A page has a language, a title, a skip link to its content, and one first-level heading")
  func page() throws {
    let page = try Self.template("page.mustache")
    for part in [
      "<!DOCTYPE html>", "<html lang=\"{{language}}", "<title>{{title}}", "name=\"viewport\"",
      "href=\"#content\"", "<main id=\"content\"", "{{$content}}", "{{citation}}", "Waymark",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(page.components(separatedBy: "<h1>").count == 2)
    #expect(!page.contains("<script") && !page.contains("http"))
    #expect(!(try Self.template("page.css")).contains("url("))
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@Suite struct CrosswalkCheckTests {
  private static let sound =
    (try? String(
      contentsOf: CrosswalkReading.fixtures.appendingPathComponent("sound.yaml"), encoding: .utf8)) ?? ""

  private func reading(_ changes: (String, String)...) throws -> CrosswalkReading {
    var text = Self.sound
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try CrosswalkReading(text)
  }

  @Test func `a sound crosswalk has no mistakes`() throws {
    let reading = try reading()
    #expect(reading.report == "")
    #expect(reading.crosswalk != nil)
  }

  @Test func `partial silences what is not said`() throws {
    let whole = try reading(("reading/corner", "reading/books"), ("literacy/places", "script/paint"))
    #expect(whole.codes.contains("crosswalk-unaccounted"))
    let partial = try reading(
      ("reading/corner", "reading/books"), ("literacy/places", "literacy"),
      ("scales:", "partial: true\nscales:"))
    #expect(!partial.codes.contains("crosswalk-unaccounted"), "\(partial.report)")
  }

  @Test func `of a branch of which nothing is said, only the uppermost is named`() throws {
    let reading = try reading(("[writing/pens, writing/ink]", "[reading]"), ("    combine: min\n", ""))
    #expect(reading.bag.items.map(\.message) == ["Nothing is said of “writing” of old-town@1.0.0."])
  }

  @Test func `a likeness accounts for nothing and needs nothing`() throws {
    let reading = try reading(
      ("relation: broader", "relation: none"), ("    combine: min\n", ""),
      ("{path: script/paint", "{path: script"))
    #expect(
      reading.bag.items.map(\.message) == ["Nothing is said of “writing” of old-town@1.0.0."],
      "\(reading.report)")
  }

  @Test(arguments: CrosswalkCombination.allCases) func `rules for combining`(rule: CrosswalkCombination)
    throws
  {
    let ordinal = try reading(("combine: min", "combine: \(rule.rawValue)"))
    #expect(ordinal.codes == (rule == .mean ? ["crosswalk-combine-mean"] : []))
    let assumed = try reading(("combine: min", "combine: \(rule.rawValue)\n    assumed: Made up."))
    #expect(assumed.codes == [])
    let nominal = try reading(
      ("combine: min", "combine: \(rule.rawValue)"), ("script/tools", "script/paint"),
      ("{path: script/paint", "{path: script/tools"),
      ("links:\n", "  - {from: steps, to: colours, points: none, why: Made up.}\nlinks:\n"))
    #expect(nominal.codes == (rule.needsOrder ? ["crosswalk-combine-order"] : []))
  }

  @Test func `a mean on an interval scale needs no reason`() throws {
    let text = try String(
      contentsOf: CrosswalkReading.fixtures.appendingPathComponent("to.yaml"), encoding: .utf8)
    let to = try CrosswalkReading.framework(
      Array(text.replacingOccurrences(of: "  grades:\n", with: "  grades:\n    kind: interval\n").utf8))
    let mean = Self.sound.replacingOccurrences(of: "combine: min", with: "combine: mean")
    #expect(try CrosswalkReading(Array(mean.utf8), to: to).codes == [])
  }

  @Test func `scales with the same points need no map`() throws {
    let text = try String(
      contentsOf: CrosswalkReading.fixtures.appendingPathComponent("from.yaml"), encoding: .utf8)
    let to = try CrosswalkReading.framework(
      Array(text.replacingOccurrences(of: "old-town", with: "other").utf8))
    let document = """
      schema: waymark.crosswalk/1
      id: made-up
      version: 1.0.0
      title: Made up
      from: {id: old-town, version: 1.0.0}
      to: {id: other, version: 1.0.0}
      links:
        - {id: a, from: [reading/books], to: [reading/books], relation: same, confidence: high, basis: inferred, rationale: Made up.}
        - {id: b, from: [reading/corner], to: [reading/corner], relation: same, confidence: high, basis: inferred, rationale: Made up.}
        - {id: c, from: [writing], to: [writing], relation: same, confidence: high, basis: inferred, rationale: Made up.}

      """
    let reading = try CrosswalkReading(Array(document.utf8), to: to)
    #expect(reading.report == "")
    #expect(
      reading.crosswalk?.scaleMap(from: "steps", to: "steps")?.points
        == ["low": "low", "middle": "middle", "high": "high"])
  }

  @Test func `mistakes of form and of meaning are told together`() throws {
    let reading = try reading(("confidence: high", "confidence: higher"), ("script/tools", "script/tool"))
    #expect(reading.codes.contains("unknown-choice") && reading.codes.contains("crosswalk-unknown-path"))
    #expect(reading.crosswalk == nil)
  }

  @Test func `the form alone gives the identities`() throws {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "input.yaml", bytes: Array(Self.sound.utf8))
    let crosswalk = try #require(CrosswalkReader.parse(source, sources.add(source), into: &bag))
    #expect(crosswalk.from.identity.description == "old-town@1.0.0")
    #expect(crosswalk.to.identity.description == "new-town@2.0.0")
    #expect(!bag.hasErrors)
  }

  @Test func `the schema and the page come from the shape`() throws {
    let schema = CrosswalkPage.schema.prettyText()
    for word in ["\"unrelated\"", "all-equal", "\"const\": \"none\"", "urn:waymark:schema:crosswalk:1"] {
      #expect(schema.contains(word), "\(word)")
    }
    #expect(CrosswalkPage.markdown.contains("## crossed scale"))
  }
}

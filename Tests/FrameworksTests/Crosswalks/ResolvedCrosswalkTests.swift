import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

@Suite struct ResolvedCrosswalkTests {
  @Test func `links of a criterion`() throws {
    let crosswalk = try CrosswalkReading.sound()
    #expect(crosswalk.links(of: "writing/ink", on: .from).map(\.id.value) == ["tools"])
    #expect(crosswalk.links(of: "writing/ink", on: .to).isEmpty)
    #expect(crosswalk.inverted.links(of: "writing/ink", on: .to).map(\.relation.value) == [.narrower])
  }

  @Test func `scale maps, there and back`() throws {
    let crosswalk = try CrosswalkReading.sound()
    #expect(
      crosswalk.scaleMap(from: "steps", to: "grades")?.points
        == ["low": "poor", "middle": "fair", "high": "good"])
    #expect(crosswalk.scaleMap(from: "grades", to: "steps") == nil)
    #expect(crosswalk.scaleMap(from: "steps", to: "colours") == nil)
    #expect(
      crosswalk.inverted.scaleMap(from: "grades", to: "steps")?.points
        == ["poor": "low", "fair": "middle", "good": "high"])
  }

  @Test func `a map that joins two points has no way back`() throws {
    let text = try String(
      contentsOf: CrosswalkReading.fixtures.appendingPathComponent("sound.yaml"), encoding: .utf8
    ).replacingOccurrences(of: "high: good", with: "high: fair")
    let crosswalk = try #require(try CrosswalkReading(text).crosswalk)
    #expect(crosswalk.scaleMap(from: "steps", to: "grades")?.points?["high"] == "fair")
    let back = try #require(crosswalk.inverted.scaleMap(from: "grades", to: "steps"))
    #expect(back.points == nil)
    #expect(crosswalk.inverted.inverted.scaleMap(from: "steps", to: "grades")?.points?["high"] == "fair")
  }

  @Test func `coverage of the sound one`() throws {
    let coverage = try CrosswalkReading.sound().coverage(of: .to)
    #expect(coverage.all.total == 6 && coverage.judged.total == 4)
    #expect(coverage.all.linked == 3 && coverage.all.gathered == 2 && coverage.all.unrelated == 1)
    #expect(coverage.judged.linked == 3 && coverage.judged.unrelated == 1 && coverage.judged.open == 0)
    #expect(coverage.areas.map(\.path) == ["literacy", "script"])
    #expect(coverage.byRelation == [.reworded: 1, .narrower: 1, .broader: 1])
    #expect(coverage.byConfidence == [.high: 1, .medium: 2])
  }

  @Test func `the text names both sides and what becomes of marks`() throws {
    let crosswalk = try CrosswalkReading.sound()
    let text = CrosswalkText.text(crosswalk)
    for words in [
      "from Old Town, made up for tests (old-town@1.0.0)", "asks the same, in other words, as",
      "Of several marks, the lowest counts.", "1 -> 1", "Without a counterpart",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(CrosswalkText.text(crosswalk.inverted).contains("4 -> no counterpart"))
    #expect(CrosswalkJSON.value(crosswalk).prettyText().contains("\"linkedByRelation\""))
  }

  /// Crosswalks drawn at random between the two small frameworks, whatever their sense.
  private static func drawn(
    _ seed: UInt64, _ from: ResolvedFramework, _ to: ResolvedFramework
  ) throws -> CrosswalkReading {
    var generator = SeededGenerator(seed: seed)
    func some(_ paths: [String]) -> [String] {
      // Only one level of them, so that none stands below another.
      let isDeep = Bool.random(using: &generator)
      let level = paths.filter { $0.contains("/") == isDeep }.shuffled(using: &generator)
      return Array(level.prefix(Int.random(in: 1...2, using: &generator)))
    }
    let relations = CrosswalkLink.Relation.allCases, confidences = CrosswalkLink.Confidence.allCases
    var links = ""
    for number in 0..<Int.random(in: 1...5, using: &generator) {
      let relation = relations.randomElement(using: &generator) ?? .overlaps
      let confidence = confidences.randomElement(using: &generator) ?? .low
      links += """
          - id: link-\(number)
            from: [\(some(from.criteria.map(\.path)).joined(separator: ", "))]
            to: [\(some(to.criteria.map(\.path)).joined(separator: ", "))]
            relation: \(relation.rawValue)
            confidence: \(confidence.rawValue)
            basis: inferred
            rationale: Made up.
            combine: none

        """
    }
    let points = ["{low: poor, middle: poor, high: good}", "{low: poor, middle: fair, high: none}", "none"]
    let text = """
      schema: waymark.crosswalk/1
      id: drawn
      version: 1.0.0
      title: Made up
      from: {id: old-town, version: 1.0.0}
      to: {id: new-town, version: 2.0.0}
      scales:
        - {from: steps, to: grades, points: \(points.randomElement(using: &generator) ?? "none"), why: Made up.}
        - {from: steps, to: colours, points: none, why: Made up.}
      links:
      \(links)
      """
    return try CrosswalkReading(Array(text.utf8), from: from, to: to)
  }

  @Test func `inverting twice is the identity, and coverage adds up`() throws {
    let ends = try (CrosswalkReading.framework("from.yaml"), CrosswalkReading.framework("to.yaml"))
    var usable = 0
    for seed in 0..<300 as Range<UInt64> {
      guard let crosswalk = try Self.drawn(seed, ends.0, ends.1).crosswalk else { continue }
      usable += 1
      let back = crosswalk.inverted.inverted
      #expect(back.links == crosswalk.links && back.crosswalk == crosswalk.crosswalk)
      #expect(back.from.framework == crosswalk.from.framework && back.to.framework == crosswalk.to.framework)
      #expect(back.unrelated == crosswalk.unrelated && back.isInverted == crosswalk.isInverted)
      for (from, to) in [("steps", "grades"), ("steps", "colours")] {
        #expect(back.scaleMap(from: from, to: to) == crosswalk.scaleMap(from: from, to: to))
      }
      for side in CrosswalkSide.allCases {
        let coverage = crosswalk.coverage(of: side)
        let framework = crosswalk.framework(side)
        #expect(back.coverage(of: side) == coverage)
        let mirrored = crosswalk.inverted.coverage(of: side.other)
        #expect(mirrored.areas == coverage.areas && mirrored.byConfidence == coverage.byConfidence)
        #expect(coverage.all.total == framework.criteria.count)
        #expect(coverage.judged.total == framework.judged(by: .own).count)
        #expect(coverage.byRelation.values.reduce(0, +) == coverage.all.linked)
        #expect(coverage.byConfidence.values.reduce(0, +) == coverage.all.linked)
        let named = Set(crosswalk.links.filter(\.relates).flatMap { $0.paths(side) }.map(\.value))
        #expect(named.count == coverage.all.linked)
      }
    }
    #expect(usable > 100)
  }
}

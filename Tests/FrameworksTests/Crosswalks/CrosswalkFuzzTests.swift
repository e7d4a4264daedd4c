import Foundation
import Frameworks
import TestSupport
import Testing

@Suite struct CrosswalkFuzzTests {
  @Test func `a damaged crosswalk is refused or read, and never half`() throws {
    let folder = CrosswalkReading.fixtures
    let sound = [UInt8](try Data(contentsOf: folder.appendingPathComponent("sound.yaml")))
    let from = try CrosswalkReading.framework("from.yaml"), to = try CrosswalkReading.framework("to.yaml")
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<600 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(contentsOf: Array(": [{-#\n &*".utf8).shuffled(using: &generator).prefix(2), at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &generator))
        }
      }
      let reading = try CrosswalkReading(bytes, from: from, to: to)
      #expect(reading.bag.hasErrors == (reading.crosswalk == nil))
      if let crosswalk = reading.crosswalk {
        #expect(crosswalk.coverage(of: .from).all.total == from.criteria.count)
        #expect(!CrosswalkText.text(crosswalk.inverted).isEmpty)
      }
    }
  }

  /// Long lists of paths that exist and repeat: every check stays near linear in the text.
  @Test func `a large crosswalk is checked in time`() throws {
    let count = 2_000
    func framework(_ id: String) -> String {
      """
      schema: waymark.framework/1
      id: \(id)
      version: 1.0.0
      title: Made up
      levels: [{id: area, title: Area}]
      scales: {steps: {points: [{id: low, value: 1}, {id: high, value: 2}]}}
      judging: {self: {level: area, scale: steps}, peer: none}
      overall: none
      criteria:

      """ + (0..<count).map { "  - {id: c\($0), title: Made up}\n" }.joined()
    }
    let paths = (0..<count).map { "c\($0)" }.joined(separator: ", ")
    let link =
      "from: [\(paths)], to: [\(paths)], relation: overlaps, confidence: low, basis: inferred, rationale: Made up., combine: min"
    let text = """
      schema: waymark.crosswalk/1
      id: made-up
      version: 1.0.0
      title: Made up
      from: {id: one, version: 1.0.0}
      to: {id: two, version: 1.0.0}
      links:

      """ + (0..<10).map { "  - {id: l\($0), \(link)}\n" }.joined()
    let from = try CrosswalkReading.framework(Array(framework("one").utf8))
    let to = try CrosswalkReading.framework(Array(framework("two").utf8))
    let (reading, time) = try ProcessorTime.of { try CrosswalkReading(Array(text.utf8), from: from, to: to) }
    #expect(reading.crosswalk != nil, "\(reading.codes.prefix(3))")
    #expect(time < .seconds(4))
  }
}

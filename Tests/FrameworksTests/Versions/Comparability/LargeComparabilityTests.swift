import Frameworks
import TestSupport
import Testing

@Suite("Comparability of large frameworks")
struct LargeComparabilityTests {
  @Test("two versions of 6,000 criteria, a third of them changed")
  func large() throws {
    func text(_ version: String, _ word: String, rest: String = "") -> String {
      let areas = (0..<60).map { area in
        let below = (0..<100).map {
          "{id: q\($0), title: Question \(area) \($0)\($0 % 3 == 0 ? word : ""), source: {ref: made-up}}"
        }
        return
          "- {id: a\(area), title: Area \(area), source: {ref: made-up}, criteria: [\(below.joined(separator: ", "))]}"
      }
      return MadeUpFamily.alone(
        "f@\(version)", levels: "[{id: area, title: Area}, {id: question, title: Question}]",
        judging: "{self: {level: question, scale: steps}, peer: none}", areas.joined(separator: "\n"),
        rest: rest)
    }
    let changes = (0..<100).map { "{reword: a0/q\($0), title: x, why: Clearer.}" }.joined(separator: ", ")
    let family = MadeUpFamily([
      "f@1.0.0": text("1.0.0", ""),
      "f@1.1.0": text(
        "1.1.0", " once more", rest: "migrations: [{from: {version: 1.0.0}, changes: [\(changes)]}]"),
    ])
    let (old, new) = (try family.framework("f@1.0.0"), try family.framework("f@1.1.0"))
    let (found, time) = ProcessorTime.of { Comparability.between(old, new) }
    #expect(found.pairs.count == 6_060)
    #expect(found.counts.first { $0.relation == .reworded }?.count == 2_040)
    // A release build needs a tenth of this.
    #expect(time < .seconds(8), "\(time)")
  }
}

import Documents
import Testing

@testable import Frameworks

@Suite("Turns of a cadence")
struct CadenceTurnsTests {
  private func cadence(_ times: Int, _ unit: Cadence.Unit) -> Cadence {
    var cadence = Cadence()
    (cadence.times, cadence.per) = (times, unit)
    return cadence
  }

  @Test(
    "the turn in which a day lies",
    arguments: [
      (1, Cadence.Unit.year, "2025-09-01", "2026-08-31"), (3, .year, "2026-01-01", "2026-03-31"),
      (1, .term, "2026-01-01", "2026-03-31"), (2, .term, "2026-01-01", "2026-02-19"),
      (6, .year, "2026-01-01", "2026-02-19"), (1, .halfTerm, "2026-01-01", "2026-02-19"),
      (1, .month, "2026-01-01", "2026-01-31"), (2, .month, "2026-01-01", "2026-01-15"),
      (1, .week, "2026-01-12", "2026-01-18"), (2, .fortnight, "2026-01-12", "2026-01-18"),
      (1, .fortnight, "2026-01-12", "2026-01-25"), (99, .week, "2026-01-15", "2026-01-15"),
    ])
  func turn(_ times: Int, _ unit: Cadence.Unit, _ first: String, _ last: String) throws {
    let turn = cadence(times, unit).turn(on: try #require(Day("2026-01-15")))
    #expect("\(turn.lowerBound) \(turn.upperBound)" == "\(first) \(last)")
  }

  @Test("turns follow each other without gaps, also at the calendar's ends")
  func gaps() throws {
    for unit in Cadence.Unit.allCases {
      for times in [1, 2, 3, 4, 6, 12] {
        var turn = cadence(times, unit).turn(on: try #require(Day("2024-02-29")))
        for _ in 0..<60 {
          let next = cadence(times, unit).turn(after: turn.upperBound)
          #expect(turn.upperBound.adding(days: 1) == next.lowerBound, "\(times) \(unit)")
          turn = next
        }
        for end in ["1900-01-01", "2999-12-31"] {
          _ = cadence(times, unit).turn(after: try #require(Day(end)))
        }
      }
    }
  }
}

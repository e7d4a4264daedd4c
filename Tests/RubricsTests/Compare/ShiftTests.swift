import Diagnostics
import Rubrics
import Testing

@Suite struct ShiftTests {
  private func earlier(_ points: [String?], _ rubric: Rubric, kind: String = "self") throws -> ScoredReview {
    Scorer.score(try TestFrameworks.answers(points, kind: kind, date: "2024-10-01"), rubric: rubric)
  }

  private func later(_ points: [String?], _ rubric: Rubric, kind: String = "self") throws -> ScoredReview {
    Scorer.score(try TestFrameworks.answers(points, kind: kind, date: "2025-10-01"), rubric: rubric)
  }

  @Test func saysWhatMoved() throws {
    let rubric = try TestFrameworks.small()
    let shift = try Shift(
      from: earlier(["p0", "p3", "p1", "p1"], rubric),
      to: later(["p2", "p2", "p1", "not-applicable"], rubric))
    #expect(shift.entries.map(\.movement) == [.up(2), .down(1), .unchanged, .unknown])
    #expect(
      shift.entries.map(\.words) == ["2 points up", "1 point down", "unchanged", "was 1, now not applicable"])
    #expect(shift.summary == (1, 1, 1))
    #expect(shift.cautions.isEmpty)
  }

  @Test func namesWithoutAnOrderChangeButDoNotRise() throws {
    let rubric = try TestFrameworks.small(kind: "nominal")
    let shift = try Shift(from: earlier(["p0", "p1"], rubric), to: later(["p2", "p1"], rubric))
    #expect(shift.entries.prefix(2).map(\.movement) == [.changed, .unchanged])
  }

  @Test func aMovingScaleCarriesACaution() throws {
    let rubric = try TestFrameworks.small(stability: "moving")
    #expect(try Shift(from: earlier(["p0"], rubric), to: later(["p1"], rubric)).cautions.count == 1)
  }

  @Test func withinAMajorVersionWhatIsStillThereIsCompared() throws {
    let old = try TestFrameworks.small(drop: [4])
    let new = try TestFrameworks.small(version: "1.2.0", drop: [1])
    let shift = try Shift(
      from: earlier(["p0", "p0", "p0", nil], old), to: later([nil, "p1", "p0", "p3"], new))
    #expect(shift.entries.map(\.path) == ["all/c2", "all/c3", "all/c4", "all/c1"])
    #expect(
      shift.entries.map(\.movement) == [.up(1), .unchanged, .notComparable(.added), .notComparable(.removed)])
    #expect(
      shift.cautions == [
        "The earlier review is held against small-made-up@1.0.0, this one against small-made-up@1.2.0. "
          + "2 of 4 judgements can be compared (1 new, 1 gone).",
        "Nobody says how small-made-up@1.2.0 came from small-made-up@1.0.0, so paths and words are compared.",
      ])
  }

  @Test func anotherScaleIsNotCompared() throws {
    let shift = try Shift(
      from: earlier(["p0"], try TestFrameworks.small(points: 4)),
      to: later(["p1"], try TestFrameworks.small(version: "1.1.0", points: 5)))
    #expect(shift.entries[0].movement == .notComparable(.otherScale))
  }

  @Test func underAnotherMajorVersionOnlyWhatReadsTheSameIsCompared() throws {
    let (old, new) = (try TestFrameworks.small(), try TestFrameworks.small(version: "2.0.0"))
    let same = try Shift(from: earlier(["p0"], old), to: later(["p1"], new))
    #expect(same.entries[0].movement == .up(1))
    #expect(same.cautions.count == 2)
    let other = try TestFrameworks.small(version: "2.0.0", titles: "Other ")
    let shift = try Shift(from: earlier(["p0"], old), to: later(["p1"], other))
    #expect(shift.entries.allSatisfy { $0.movement == .notComparable(.unsaid) })
    #expect(shift.isBroken)
    #expect(shift.summary == (0, 0, 0))
    #expect(shift.cautions.first?.contains("the trend breaks here (4 in other words)") == true)
  }

  @Test func whatDoesNotBelongTogetherIsRefused() throws {
    let rubric = try TestFrameworks.small()
    let first = try earlier(["p1"], rubric)
    let others = [
      try later(["p1"], rubric, kind: "peer"),
      try later(["p1"], try TestFrameworks.small(id: "other")),
      Scorer.score(try TestFrameworks.answers(["p1"], subject: "another-made-up"), rubric: rubric),
      Scorer.score(try TestFrameworks.answers(["p1"], date: "2023-10-01"), rubric: rubric),
    ]
    for other in others {
      let failure = #expect(throws: Failure.self) { try Shift(from: first, to: other) }
      #expect(failure?.status == .refused)
      #expect(failure?.help.isEmpty == false)
    }
  }
}

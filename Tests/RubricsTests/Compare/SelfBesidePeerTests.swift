import Diagnostics
import Rubrics
import Testing

@Suite struct SelfBesidePeerTests {
  private func compare(
    _ own: [String?], _ peer: [String?], kind: String = "ordinal"
  ) throws -> SelfBesidePeer {
    let rubric = try TestFrameworks.small(kind: kind)
    return try SelfBesidePeer(
      own: Scorer.score(try TestFrameworks.answers(own), rubric: rubric),
      peer: Scorer.score(try TestFrameworks.answers(peer, kind: "peer"), rubric: rubric))
  }

  @Test func saysHowFarApartTheyAre() throws {
    let sides = try compare(["p0", "p3", "p1", "p1"], ["p2", "p2", "p1", "not-reviewed"])
    #expect(sides.entries.map(\.gap) == [2, -1, 0, nil])
    #expect(
      sides.entries.map(\.words) == [
        "The peers are 2 points higher.", "The peers are 1 point lower.", "Both chose the same point.",
        "Self: 1; peers: not reviewed.",
      ])
    #expect(sides.bothMarked == 3)
  }

  @Test func namesWithoutAnOrderHaveNoGap() throws {
    let sides = try compare(["p0", "p3", nil, nil], ["p2", "p3", nil, nil], kind: "nominal")
    #expect(sides.entries.map(\.gap) == [nil, nil, nil, nil])
    #expect(sides.entries.prefix(2).map(\.words) == ["They chose differently.", "Both chose the same."])
  }

  @Test func aSideThatDoesNotMarkIsSaid() throws {
    let rubric = try TestFrameworks.small(peer: false)
    let sides = try SelfBesidePeer(
      own: Scorer.score(try TestFrameworks.answers(["p1"]), rubric: rubric),
      peer: Scorer.score(try TestFrameworks.answers([], kind: "peer"), rubric: rubric))
    #expect(sides.entries.count == 4)
    #expect(sides.entries[0].words == "The peers do not mark this.")
    #expect(sides.entries[0].peer == nil)
  }

  @Test func whatDoesNotBelongTogetherIsRefused() throws {
    let rubric = try TestFrameworks.small()
    let own = Scorer.score(try TestFrameworks.answers(["p1"]), rubric: rubric)
    let others = [
      Scorer.score(try TestFrameworks.answers(["p1"]), rubric: rubric),
      Scorer.score(
        try TestFrameworks.answers(["p1"], kind: "peer", subject: "another-made-up"), rubric: rubric),
      Scorer.score(try TestFrameworks.answers(["p1"], kind: "peer", date: "2024-10-01"), rubric: rubric),
      Scorer.score(
        try TestFrameworks.answers(["p1"], kind: "peer"), rubric: try TestFrameworks.small(id: "other")),
    ]
    for other in others {
      let failure = #expect(throws: Failure.self) { try SelfBesidePeer(own: own, peer: other) }
      #expect(failure?.status == .refused)
      #expect(failure?.help.isEmpty == false)
    }
  }
}

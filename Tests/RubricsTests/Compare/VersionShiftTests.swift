import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import TestSupport
import Testing

/// Reviews that are held against different versions of a framework.
@Suite struct VersionShiftTests {
  private func migrated(_ changes: String, version: String = "2.0.0", points: Int = 4, drop: Set<Int> = [])
    throws
    -> Rubric
  {
    try TestFrameworks.small(
      version: version, points: points, drop: drop,
      rest: "migrations: [{from: {version: 1.0.0}, changes: [\(changes)]}]")
  }

  private func score(_ points: [String?], _ rubric: Rubric, _ year: Int, kind: String = "self") throws
    -> ScoredReview
  {
    Scorer.score(try TestFrameworks.answers(points, kind: kind, date: "\(year)-10-01"), rubric: rubric)
  }

  @Test func judgementsAreCarriedThroughTheMapOfAScale() throws {
    let new = try migrated(
      """
      {set: scales/steps, to: {points: []}, map: {p0: p0, p1: p0, p2: p1, p3: p2}, why: Three will do.}
      """, points: 3)
    let shift = try Shift(
      from: score(["p0", "p1", "p2", "p3"], TestFrameworks.small(), 2024),
      to: score(["p0", "p1", "not-reviewed", "p1"], new, 2025))
    #expect(shift.entries.map(\.movement) == [.unchanged, .up(1), .unknown, .down(1)])
    #expect(shift.entries[2].words == "was 1, now not reviewed")
    #expect(shift.entries.allSatisfy { $0.cautions == [.rescaled] })
    #expect(shift.cautions.last?.hasPrefix("All: judgements are carried over") == true)
  }

  @Test func whatMovedIsFollowedAndWhatSplitIsNot() throws {
    let new = try migrated("{move: all/c1, as: c3, why: Order.}, {remove: all/c2, why: Gone.}", drop: [1, 2])
    let old = try TestFrameworks.small(drop: [3])
    let shift = try Shift(
      from: score(["p0", "p1"], old, 2024), to: score([nil, nil, "p2", "p1"], new, 2025))
    #expect(shift.entries.map(\.earlierPath) == ["all/c1", "all/c4", "all/c2"])
    #expect(shift.entries.map(\.movement) == [.up(2), .unknown, .notComparable(.removed)])
    #expect(shift.gone.map(\.path) == ["all/c2"])
    #expect(shift.earlier(of: "all/c3")?.path == "all/c1")
  }

  @Test func theTwoSidesMayBeHeldAgainstTwoVersions() throws {
    let sides = try SelfBesidePeer(
      own: score(["p0", "p1"], TestFrameworks.small(drop: [4]), 2025),
      peer: score(
        ["p1", "p1", nil, "p2"], TestFrameworks.small(version: "1.1.0", drop: [2]), 2025, kind: "peer"))
    #expect(sides.entries.map(\.path) == ["all/c1", "all/c2", "all/c3", "all/c4"])
    #expect(sides.entries.map(\.gap) == [1, nil, nil, nil])
    #expect(sides.entries[1].words == "The peers do not mark this.")
    #expect(sides.entries[3].words == "Only the peers mark this.")
    #expect(sides.cautions.count == 1)
    #expect(sides.peer(of: "all/c3")?.mark == .missing)
  }

  @Test func theProgrammesEarlierModelKeepsItsThemesAndNoJudgement() throws {
    func rubric(_ version: String) throws -> Rubric {
      try TestFrameworks.rubric(at: "\(Repository.root.path)/Frameworks/spp/\(version)/framework.yaml")
    }
    let (old, new) = (try rubric("1.0.0"), try rubric("2.0.0"))
    func review(_ rubric: Rubric, _ year: Int, _ points: [String: String]) -> ScoredReview {
      var review = Review()
      review.framework.id = Located(rubric.id)
      review.framework.version = Located(rubric.version)
      review.kind = Located(.own)
      review.subject.id = Located("made-up-hill")
      review.date = Day(year: year, month: 11, day: 14)
      for (path, point) in points.sorted(by: { $0.key < $1.key }) {
        var judgement = Judgement()
        judgement.point = Located(point)
        review.judgements.append(Keyed(key: Located(path), value: judgement))
      }
      return Scorer.score(review, rubric: rubric)
    }
    let shift = try Shift(
      from: review(old, 2024, ["our-impact": "excellent", "looking-inward": "effective"]),
      to: review(new, 2025, ["our-impact/collecting-information/data-systems": "four"]),
      history: LibraryHistory(FrameworkLibrary(folders: ["\(Repository.root.path)/Frameworks"])))
    #expect(shift.isBroken)
    #expect(shift.summary == (0, 0, 0))
    #expect(shift.gone.map(\.name) == ["Our Impact", "Looking Inward", "Looking Outward", "Looking Forward"])
    #expect(shift.gone.allSatisfy { $0.movement == .notComparable(.judgedEarlier) })
    #expect(shift.comparability.origin(of: "our-impact") == "our-impact")
    #expect(shift.comparability.allows(.median, at: "our-impact", by: .own).isAllowed == false)
  }
}

import Diagnostics
import Documents
import Frameworks
import TestSupport
import Testing

@testable import Reviews

/// What holds of every migration, with frameworks, lines of versions and reviews drawn from seeds.
@Suite struct MigrationPropertyTests {
  private static let seeds: [UInt64] = Array(0..<16)

  @Test(arguments: seeds) func `there and back restores every answer`(_ seed: UInt64) throws {
    let count = Int(seed % 3) + 2
    let stops = try RandomLineage(seed: seed, versions: count).stops()
    var random = SeededGenerator(seed: seed &+ 1_000)
    for _ in 0..<3 {
      let review = Review.random(against: stops.others[0], using: &random)
      let there = try Meadow.migrate(review, to: "made-up-lineage@\(count).0.0", stops)
      #expect(there.status == .draft)
      let back = try Meadow.migrate(there, to: "made-up-lineage@1.0.0", stops)
      #expect(back.answers == review.answers)
      #expect(back.carried.isEmpty)
      #expect(back.status == review.status)
      // The other way round: from the newest to the oldest and back.
      let last = Review.random(against: stops.others[count - 1], using: &random)
      let down = try Meadow.migrate(last, to: "made-up-lineage@1.0.0", stops)
      let up = try Meadow.migrate(down, to: "made-up-lineage@\(count).0.0", stops)
      #expect(up.answers == last.answers && up.carried.isEmpty && up.status == last.status)
    }
  }

  @Test(arguments: seeds) func `step by step comes to the same as at once`(_ seed: UInt64) throws {
    let stops = try RandomLineage(seed: seed, versions: 3).stops()
    var random = SeededGenerator(seed: seed &+ 2_000)
    let review = Review.random(against: stops.others[0], using: &random)
    let once = try Meadow.migrate(review, to: "made-up-lineage@3.0.0", stops)
    let half = try Meadow.migrate(review, to: "made-up-lineage@2.0.0", stops)
    let twice = try Meadow.migrate(half, to: "made-up-lineage@3.0.0", stops)
    #expect(ReviewWriter.yaml(once) == ReviewWriter.yaml(twice))
  }

  @Test(arguments: seeds) func `what is said in between is never lost`(_ seed: UInt64) throws {
    let stops = try RandomLineage(seed: seed, versions: 2).stops()
    var random = SeededGenerator(seed: seed &+ 3_000)
    let review = Review.random(against: stops.others[0], using: &random)
    var there = try Meadow.migrate(review, to: "made-up-lineage@2.0.0", stops)
    let texts = there.answerAnew(against: stops.others[1], share: 0.5, using: &random, mark: "edited")
    var current = there
    for version in [1, 2, 1, 2] {
      current = try Meadow.migrate(current, to: "made-up-lineage@\(version).0.0", stops)
      let written = ReviewWriter.yaml(current)
      for text in texts { #expect(written.contains(text), "\(text) is gone") }
      let plan = try Meadow.plan([current], to: "made-up-lineage@\(version == 1 ? 2 : 1).0.0", stops)
      #expect(plan.reviews[0].mistakes.isEmpty)
    }
    #expect(current.status == .draft)
    // Points that were decided in between are the ones that stand in the end.
    for (path, answer) in there.answers where answer.point != nil {
      #expect(current.answers[path]?.point == answer.point, "\(path)")
    }
  }

  @Test func `nothing that is only carried counts or changes a review without it`() throws {
    let review = try Meadow.review(
      """
      schema: waymark.review/1
      framework: {id: made-up-meadow, version: 1.1.0}
      kind: self
      subject: {id: made-up-school}
      date: 2026-03-01
      judgements:
        people/visitors: {point: bloom}
        water/hose: {point: seed}
      """)
    let after = try Meadow.migrate(review, to: "made-up-meadow@2.0.0")
    #expect(after.answers.isEmpty)
    #expect(
      after.carriedNotes == [
        "Kept from version 1.1.0: 1 answer that has no place in 2.0.0.",
        "Kept from version 1.1.0: 1 answer for somebody to decide on.",
      ])
    #expect(after.undecided.map(\.path) == ["people/visitors"])
    #expect(after.undecided.first?.answer.suggests?.value == "flower")
  }
}

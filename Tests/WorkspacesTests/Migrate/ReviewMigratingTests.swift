import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import Testing

@testable import Workspaces

/// Migrating the reviews of a workspace: what is open, what stands, what is left alone.
@Suite struct ReviewMigratingTests {
  /// Version 2.0.0 has no criterion b, version 1.1.0 one more than 1.0.0.
  private struct Stops: MigrationStops {
    func stop(id: String, version: SemanticVersion) throws(Failure) -> MigrationStop? {
      let criteria =
        version.major == 2 ? ["a", "c"] : version.minor == 1 ? ["a", "b", "c", "d"] : ["a", "b", "c"]
      do {
        let rubric = try Fixtures.rubric(version: "\(version)", criteria: criteria)
        return MigrationStop(rubric.framework, digest: rubric.digest)
      } catch {
        throw Failure(.badData, "\(error)")
      }
    }
  }

  private func plan(
    _ workspace: Workspace, to version: SemanticVersion, agreed: Bool = false
  ) throws -> (plan: MigrationPlan, migrations: [ReviewMigration]) {
    let target = try #require(try Stops().stop(id: "made-up", version: version))
    var planner = MigrationPlanner(to: target, among: Stops(), takesAgreed: agreed, today: Fixtures.today)
    var migrations: [ReviewMigration] = []
    for candidate in try workspace.migratable(to: target.identity, from: nil, takesAgreed: agreed) {
      if let why = candidate.leftAlone {
        planner.leave(candidate.name, why)
      } else {
        try planner.add(candidate.review, name: candidate.name)
        let migrated = try #require(planner.plan.reviews.last)
        migrations.append(ReviewMigration(of: candidate.stored, to: migrated))
      }
    }
    return (planner.plan, migrations)
  }

  @discardableResult
  private func migrate(
    _ workspace: Workspace, to version: SemanticVersion, agreed: Bool = false
  ) throws -> (plan: MigrationPlan, outcome: MigrationOutcome) {
    let (plan, migrations) = try plan(workspace, to: version, agreed: agreed)
    return (plan, try workspace.migrate(migrations))
  }

  private func bench() throws -> Bench {
    let bench = try Bench()
    _ = try bench.workspace.add(
      members: [Fixtures.member(1), Fixtures.member(2)],
      reviews: [try Fixtures.review(1, status: "draft"), try Fixtures.review(2)])
    return bench
  }

  private let two = SemanticVersion(2, 0, 0)
  private let one = SemanticVersion(1, 0, 0)

  @Test func `drafts become new revisions, agreed reviews stay`() throws {
    let bench = try bench()
    let (plan, outcome) = try migrate(bench.workspace, to: two)
    #expect(plan.reviews.count == 1 && plan.leftAlone.map(\.why) == [.agreed])
    #expect(outcome.reviews.map(\.stored.reference) == ["made-up@2.0.0"])
    let stored = try bench.workspace.reviews()
    #expect(stored.map(\.reference) == ["made-up@1.0.0", "made-up@1.0.0", "made-up@2.0.0"])
    let after = try bench.workspace.content(of: stored[2])
    #expect(after.judgements.map(\.key.value) == ["a", "c"])
    #expect(after.carried.first?.answers.map(\.key.value) == ["b"])
    #expect(stored[2].file == "reviews/1-2.0.0.yaml")
    let source = try bench.workspace.source(of: stored[2])
    #expect(String(decoding: source.bytes, as: UTF8.self).contains("because: removed"))
    #expect(
      outcome.change?.entries.map(\.words) == [
        "Migrated the self review of Made-up School 1 (100001) for 2025-26 from made-up@1.0.0 to made-up@2.0.0, revision 1, draft."
      ])
    #expect(try bench.workspace.verify().problems.isEmpty)
  }

  @Test func `a second time there is nothing to do`() throws {
    let bench = try bench()
    try migrate(bench.workspace, to: two)
    let (plan, outcome) = try migrate(bench.workspace, to: two)
    #expect(plan.reviews.isEmpty && outcome.change == nil)
    #expect(plan.leftAlone.map(\.why.words).contains("migrated already"))
  }

  @Test func `it is taken back as one change`() throws {
    let bench = try bench()
    try migrate(bench.workspace, to: two, agreed: true)
    #expect(try bench.workspace.reviews().count == 4)
    _ = try bench.workspace.undo()
    #expect(try bench.workspace.reviews().map(\.reference) == ["made-up@1.0.0", "made-up@1.0.0"])
    #expect(try migrate(bench.workspace, to: two).plan.reviews.count == 1)
  }

  @Test func `back again restores the answers`() throws {
    let bench = try bench()
    try migrate(bench.workspace, to: two)
    let (_, outcome) = try migrate(bench.workspace, to: one)
    // It says what the review that it came from still says, but names the framework's digest.
    let back = try bench.workspace.content(of: try #require(outcome.reviews.first).stored)
    let before = try Fixtures.review(1, status: "draft").review
    #expect(back.judgements == before.judgements && back.carried.isEmpty && back.status == .draft)
    let latest = try bench.workspace.reviews().last { $0.subject == "100001" && $0.version == one }
    #expect(latest?.revision == 2)
    // And there once more.
    #expect(try migrate(bench.workspace, to: two).plan.reviews.count == 1)
  }

  @Test func `within a major version the review gets its next revision`() throws {
    let bench = try bench()
    let (_, outcome) = try migrate(bench.workspace, to: SemanticVersion(1, 1, 0))
    #expect(outcome.reviews.map(\.stored.revision) == [2])
    #expect(try migrate(bench.workspace, to: SemanticVersion(1, 1, 0)).plan.reviews.isEmpty)
  }

  @Test func `somebody's own review is not overwritten`() throws {
    let bench = try bench()
    _ = try bench.workspace.add(
      reviews: [try Fixtures.review(1, ["a": "p4"], status: "draft", version: "2.0.0")])
    let (plan, _) = try migrate(bench.workspace, to: two)
    #expect(plan.reviews.isEmpty)
    #expect(
      plan.leftAlone.contains {
        $0.why.words == "there is a review of the same occasion against made-up@2.0.0 already"
      })
  }

  @Test func `a plan that is out of date is refused whole`() throws {
    let bench = try bench()
    let (_, migrations) = try plan(bench.workspace, to: two, agreed: true)
    _ = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"], status: "draft")])
    try expectFailure(.refused) { _ = try bench.workspace.migrate(migrations) }
    #expect(try bench.workspace.reviews().allSatisfy { $0.version == one })
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@testable import Reviews

/// Each folder under `Fixtures/migrations/cases` is a case: a review, where it goes, and the plan and the new review
/// that come of it. Every case leads back.
@Suite struct MigrationCaseTests {
  static let folder = Meadow.folder.appending(path: "cases")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test(arguments: cases) func `comes out as expected and leads back`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let review = try Meadow.review(String(contentsOf: folder.appending(path: "review.yaml"), encoding: .utf8))
    let to = try String(contentsOf: folder.appending(path: "to.txt"), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let plan = try Meadow.plan([review], to: to)
    let told = MigrationPlanText.text(plan)
    #expect(told == (try Fixtures.expected(folder.appending(path: "plan.txt"), recording: told)))
    let after = try #require(plan.reviews.first)
    let expected = folder.appending(path: "expected.yaml")
    #expect(after.text == (try Fixtures.expected(expected, recording: after.text)))
    #expect(after.mistakes.isEmpty)

    let back = try Meadow.migrate(
      Meadow.review(after.text), to: "\(review.framework.id.value)@\(review.framework.version.value)")
    #expect(back.answers == review.answers)
    #expect(back.status == review.status)
    #expect(back.carried.isEmpty)
  }
}

extension Review {
  /// What it says, by path; spaces around texts and blank answers do not count.
  var answers: [String: Judgement] {
    Dictionary(
      uniqueKeysWithValues: judgements.filter { !$0.value.isBlank }.map { ($0.key.value, $0.value.asRead) })
  }
}

/// The frameworks made up for these tests.
enum Meadow {
  static let folder = Fixtures.folder.appending(path: "migrations")

  /// Those of a folder, or others kept in memory.
  struct Stops: MigrationStops {
    var others: [MigrationStop] = []

    func stop(id: String, version: SemanticVersion) throws(Failure) -> MigrationStop? {
      if let other = others.first(where: { $0.identity.id == id && $0.identity.version == version }) {
        return other
      }
      let library = FrameworkLibrary(folders: [folder.appending(path: "frameworks").path()])
      guard let source = try library.source(id: id, version: version) else { return nil }
      return try MigrationStop(source, library)
    }
  }

  static func review(_ text: String) throws -> Review {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    guard let review = ReviewReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, TextPrinter.print(bag, sources) + text)
    }
    return review
  }

  static func plan(
    _ reviews: [Review], to reference: String, takesAgreed: Bool = true, _ stops: Stops = Stops()
  ) throws -> MigrationPlan {
    let parts = reference.split(separator: "@").map(String.init)
    let version = try #require(SemanticVersion(parts[1]))
    let target = try #require(try stops.stop(id: parts[0], version: version))
    var planner = MigrationPlanner(to: target, among: stops, takesAgreed: takesAgreed, today: Fixtures.today)
    for (index, review) in reviews.enumerated() {
      try planner.add(review, name: "review-\(index + 1).yaml")
    }
    return planner.plan
  }

  /// - Returns: the new review as read from its text.
  static func migrate(_ review: Review, to reference: String, _ stops: Stops = Stops()) throws -> Review {
    try Self.review(try #require(try plan([review], to: reference, stops).reviews.first).text)
  }
}

extension MigrationStop {
  init(_ source: SourceFile, _ bases: some FrameworkBases) throws(Failure) {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let framework = FrameworkReader.read(sources.add(source), in: &sources, bases: bases, into: &bag)
    else { throw Failure(.badData, TextPrinter.print(bag, sources)) }
    do {
      self.init(framework, digest: try framework.framework.contentDigest())
    } catch {
      throw Failure(.badData, "\(error)")
    }
  }
}

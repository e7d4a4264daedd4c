import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Reviews
import Rubrics
import Sealing
import TestSupport
import Testing

@testable import Workspaces

/// Made-up schools, reviews and a made-up framework.
enum Fixtures {
  static let today = Day("2026-03-02") ?? never
  static let period = Period(startYear: 2025)
  private static var never: Day { preconditionFailure("a fixture's day is a day") }

  static let partnership = NewPartnership(
    slug: "made-up-valley", name: "Made-up Valley Partnership", region: "E12000004")

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// School `1` is 100001.
  static func member(_ number: Int, name: String? = nil, joined: Day? = nil) -> Member {
    Member(
      id: String(100_000 + number), name: name ?? "Made-up School \(number)", region: "E12000004",
      phase: number.isMultiple(of: 2) ? .primary : .secondary, joined: joined)
  }

  /// Judged on three criteria of one level, with points p1 to p4.
  static func rubric(version: String = "1.0.0", criteria: [String] = ["a", "b", "c"], peer: Bool = false)
    throws -> Rubric
  {
    let text = """
      schema: waymark.framework/1
      id: made-up
      version: \(version)
      status: released
      title: Made up for tests
      subject: school
      source: [{id: nobody, title: Made up}]
      levels: [{id: area, title: Area}]
      scales:
        extent:
          kind: ordinal
          points: [{id: p1, value: 1}, {id: p2, value: 2}, {id: p3, value: 3}, {id: p4, value: 4}]
      judging: {self: {level: area, scale: extent}, peer: \(peer ? "{level: area, scale: extent}" : "none")}
      criteria:
      \(criteria.map { "  - {id: \($0), title: Criterion \($0)}" }.joined(separator: "\n"))
      overall: none
      """
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "framework.yaml", bytes: Array(text.utf8))
    let framework = Document.read(source, map.add(source), kind: .framework, as: Framework.shape, into: &bag)
    try #require(!bag.hasErrors, "\(bag.items.map(\.message))")
    return try Rubric(ResolvedFramework(#require(framework)))
  }

  /// A review of school `number`, by criterion.
  static func review(
    _ number: Int, _ points: KeyValuePairs<String, String> = ["a": "p1", "b": "p2", "c": "p3"],
    date: String? = "2026-01-15", period: String? = nil, status: String = "agreed", kind: String = "self",
    version: String = "1.0.0", note: String = "made up"
  ) throws -> IncomingReview {
    var lines = [
      "schema: waymark.review/1", "framework: {id: made-up, version: \(version)}", "kind: \(kind)",
      "subject: {id: \(100_000 + number)}", "status: \(status)", "note: \"\(note)\"", "judgements:",
    ]
    if let date { lines.append("date: \(date)") }
    if let period { lines.append("period: \(period)") }
    let place = lines.firstIndex(of: "judgements:") ?? 0
    lines.insert(
      contentsOf: points.map { "  \($0.key): {point: \($0.value), evidence: seen}" }, at: place + 1)
    return try read(lines.joined(separator: "\n") + "\n", path: "reviews/\(number).yaml")
  }

  static func read(_ text: String, path: String) throws -> IncomingReview {
    let source = SourceFile(path: path, bytes: Array(text.utf8))
    var map = SourceMap()
    var bag = DiagnosticBag()
    let review = ReviewReader.read(source, map.add(source), into: &bag)
    return IncomingReview(try #require(review, "\(bag.items.map(\.message))"), from: source)
  }

  static func policy(title: String) throws -> Policy {
    var policy = try policy()
    policy.title = title
    return policy
  }

  static func policy() throws -> Policy {
    let bytes = try Data(contentsOf: Repository.root.appendingPathComponent("Registry/policies/default.yaml"))
    let source = SourceFile(path: "default.yaml", bytes: Array(bytes))
    var map = SourceMap()
    var bag = DiagnosticBag()
    return try #require(PolicyReader.read(source, map.add(source), into: &bag), "\(bag.items.map(\.message))")
  }
}

/// An open workspace in a folder of its own.
struct Bench {
  let folder: TemporaryFolder
  let workspace: Workspace
  var path: String { workspace.path }

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(
      folder.path("valley.waymark"), for: Fixtures.partnership, by: "Lead (made up)", clock: Bench.clock)
  }

  /// With schools 1 to `schools`, each with an agreed self-review and, if wanted, consent.
  init(schools: Int, consenting: Bool = true) throws {
    try self.init()
    _ = try workspace.add(
      members: (1...schools).map { Fixtures.member($0) },
      reviews: (1...schools).map { try Fixtures.review($0) })
    if consenting { try consent((1...schools).map { Fixtures.member($0).id }) }
  }

  /// With eight schools, and a ninth that hands in the judgement of an earlier year.
  static func carryingForward() throws -> Bench {
    let bench = try Bench(schools: 8)
    _ = try bench.workspace.add(
      members: [Fixtures.member(9)],
      reviews: [try Fixtures.review(9, date: "2025-01-15", period: "2025-26")])
    try bench.consent(["100009"])
    return bench
  }

  @discardableResult
  func consent(_ members: [String], until: Day? = nil) throws -> Workspaces.Change? {
    try workspace.giveConsent(members, to: .sheet, from: Fixtures.today, until: until, on: Fixtures.today)
  }

  static let clock = Clock { Date(timeIntervalSince1970: 1_772_450_000) }
}

/// Runs `body` and hands back the failure that it must end with.
@discardableResult
func expectFailure(
  _ status: Diagnostics.ExitStatus, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) throws -> Failure {
  let thrown = #expect(throws: Failure.self, sourceLocation: sourceLocation) { try body() }
  let failure = try #require(thrown, sourceLocation: sourceLocation)
  #expect(failure.status == status, "\(failure)", sourceLocation: sourceLocation)
  return failure
}

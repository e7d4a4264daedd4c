import Diagnostics
import Documents
import Frameworks
import Testing

@testable import Reviews

/// Which way leads from one framework to another, and what is said where none does.
@Suite struct MigrationRouteTests {
  private func stop(_ id: String, _ version: String, from: [String] = []) throws
    -> MigrationStop
  {
    let migrations = from.map { "  - from: {version: \($0)}\n    changes: []\n" }.joined()
    let text = """
      schema: waymark.framework/1
      id: \(id)
      version: \(version)
      status: draft
      title: Made up
      language: en-GB
      subject: school
      levels: [{id: plot, title: Plot}]
      scales: {depth: {kind: ordinal, points: [{id: low, value: 1}, {id: high, value: 2}]}}
      judging: {self: {level: plot, scale: depth}, peer: none}
      criteria: [{id: one, title: One}]
      overall: none
      \(migrations.isEmpty ? "" : "migrations:\n\(migrations)")
      """
    return try MigrationStop(SourceFile(path: "\(id).yaml", bytes: Array(text.utf8)), NoBases())
  }

  private func way(_ stops: [MigrationStop], _ from: Int, _ to: Int) throws -> [String] {
    let route = try MigrationRoute(from: stops[from], to: stops[to], Meadow.Stops(others: stops))
    return [stops[from].reference] + route.steps.map(\.to.reference)
  }

  @Test func `the shortest way that the authors wrote down`() throws {
    let stops = [
      try stop("a", "1.0.0"), try stop("a", "2.0.0", from: ["1.0.0"]),
      try stop("a", "3.0.0", from: ["2.0.0"]), try stop("a", "4.0.0", from: ["3.0.0", "1.0.0"]),
    ]
    #expect(try way(stops, 0, 2) == ["a@1.0.0", "a@2.0.0", "a@3.0.0"])
    #expect(try way(stops, 0, 3) == ["a@1.0.0", "a@4.0.0"])
    #expect(try way(stops, 3, 1) == ["a@4.0.0", "a@3.0.0", "a@2.0.0"])
  }

  @Test func `a version that says nothing joins the nearest`() throws {
    let stops = [
      try stop("a", "1.0.0"), try stop("a", "1.1.0"), try stop("a", "2.0.0", from: ["1.1.0"]),
    ]
    #expect(try way(stops, 0, 2) == ["a@1.0.0", "a@1.1.0", "a@2.0.0"])
    #expect(try way(stops, 2, 0) == ["a@2.0.0", "a@1.1.0", "a@1.0.0"])
  }

  @Test func `a version that is not there is named`() throws {
    let stops = [try stop("a", "1.0.0"), try stop("a", "3.0.0", from: ["2.0.0"])]
    let failure = #expect(throws: Failure.self) { try way(stops, 0, 1) }
    #expect(failure?.status == .noInput)
    #expect(failure?.message == "a@3.0.0 comes from a@2.0.0, which was not found.")
  }

  @Test func `strangers are told apart`() throws {
    let stops = [try stop("a", "1.0.0"), try stop("b", "1.0.0")]
    let failure = #expect(throws: Failure.self) { try way(stops, 0, 1) }
    #expect(failure?.message == "Nothing says how b@1.0.0 came from a@1.0.0.")
  }
}

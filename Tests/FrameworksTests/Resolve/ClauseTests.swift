import Foundation
import TestSupport
import Testing

/// Every clause of `docs/reference/resolution.md` has a test that names it, and no test names another.
@Suite struct ClauseTests {
  @Test func `clauses and tests are one to one`() throws {
    let page = try text(Repository.root.appendingPathComponent("docs/reference/resolution.md"))
    let clauses = numbers(#/(?m)^\*\*(\d+\.\d+)\*\*/#, in: page)
    #expect(clauses.count == Set(clauses).count)
    #expect(clauses.count > 60)
    var named = Set(
      ResolutionFixtureTests.names.compactMap { $0.split(separator: "-").first.map(String.init) })
    for folder in ["FrameworksTests/Resolve", "DocumentsTests/Editing", "DocumentsTests/Shapes"] {
      let folder = Repository.tests.appendingPathComponent(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".swift") {
        named.formUnion(
          numbers(#/@Test\(\s*"(\d+\.\d+) /#, in: try text(folder.appendingPathComponent(name))))
      }
    }
    #expect(Set(clauses).subtracting(named).sorted() == [], "clauses without a test")
    #expect(named.subtracting(clauses).sorted() == [], "tests of no clause")
  }

  @Test func `clauses are in order`() throws {
    let page = try text(Repository.root.appendingPathComponent("docs/reference/resolution.md"))
    let numbers = numbers(#/(?m)^\*\*(\d+\.\d+)\*\*/#, in: page)
      .map { $0.split(separator: ".").compactMap { Int($0) } }
    #expect(numbers == numbers.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private func numbers(_ pattern: Regex<(Substring, Substring)>, in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.1) }
  }
}

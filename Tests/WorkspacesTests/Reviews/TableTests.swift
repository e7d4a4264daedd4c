import Documents
import Reviews
import Rubrics
import Testing

@testable import Workspaces

@Suite("Which reviews count")
struct TableTests {
  private func table(_ bench: Bench, version: String = "1.0.0", criteria: [String] = ["a", "b", "c"]) throws
    -> ReviewTable
  {
    try bench.workspace.table(
      Fixtures.rubric(version: version, criteria: criteria), period: Fixtures.period, kind: .own)
  }

  @Test("a row a member by id, a column a criterion")
  func rows() throws {
    let bench = try Bench(schools: 2, consenting: false)
    _ = try bench.workspace.add(
      reviews: [try Fixtures.review(2, ["a": "not-applicable", "c": "4"], date: "2026-02-20")])
    let table = try table(bench)
    #expect(table.judgements.subjects == ["100001", "100002"])
    #expect(table.judgements.marks == [0, 1, 2, Mark.notApplicable, Mark.missing, 3])
    #expect(table.reviews.map(\.stored.subject) == ["100001", "100002"])
    #expect(table.reviews.map(\.review.subject.id.value) == ["100001", "100002"])
    #expect(table.unfit == [])
  }

  @Test("the latest agreed one counts: by day, then by revision; drafts never do")
  func latest() throws {
    let bench = try Bench()
    _ = try bench.workspace.add(members: [Fixtures.member(1)])
    func add(_ point: String, _ date: String?, _ status: String = "agreed") throws {
      _ = try bench.workspace.add(
        reviews: [try Fixtures.review(1, ["a": point], date: date, period: "2025-26", status: status)])
    }
    func mark() throws -> UInt8? { try table(bench).judgements.marks.first }
    try add("p1", "2026-01-10", "draft")
    #expect(try mark() == nil)
    try add("p2", nil)
    #expect(try mark() == 1)
    try add("p3", "2026-01-10")
    #expect(try mark() == 2, "a day comes after none")
    try add("p1", "2025-12-01")
    #expect(try mark() == 2, "added later, but of an earlier day")
    try add("p4", "2026-01-10")
    #expect(try mark() == 3, "a newer revision of the same day")
    try add("p1", "2026-02-10", "draft")
    #expect(try mark() == 3, "a newer draft")
    try add("p1", "2026-02-10")
    #expect(try mark() == 0)
  }

  @Test("other periods, kinds, frameworks and major versions stay out")
  func others() throws {
    let bench = try Bench()
    _ = try bench.workspace.add(
      members: [Fixtures.member(1)],
      reviews: [
        try Fixtures.review(1, date: "2025-01-15"), try Fixtures.review(1, kind: "peer"),
        try Fixtures.review(1, version: "2.0.0"),
      ])
    #expect(try table(bench).judgements.rowCount == 0)
  }

  @Test("a review of another version of the same major is read where it fits, and named where it does not")
  func versions() throws {
    let bench = try Bench(schools: 2, consenting: false)
    _ = try bench.workspace.add(reviews: [
      try Fixtures.review(1, ["a": "p1", "d": "p2"], version: "1.1.0"),
      try Fixtures.review(2, ["a": "p1", "b": "p9"], version: "1.1.0"),
    ])
    let read = try table(bench, version: "1.2.0", criteria: ["a", "b", "d"])
    #expect(read.judgements.subjects == ["100001"])
    #expect(read.judgements.marks == [0, Mark.missing, 1])
    #expect(read.unfit.map(\.stored.subject) == ["100002"])
    #expect(read.unfit.first?.reasons == ["“p9” is no point of “b” in made-up@1.2.0"])
    #expect(try table(bench).unfit.first?.reasons == ["“d” is not judged in made-up@1.0.0"])
  }

  @Test("an empty workspace gives an empty table")
  func empty() throws {
    let table = try table(Bench())
    #expect(table.judgements.rowCount == 0)
    #expect(table.judgements.columnCount == 3)
  }
}

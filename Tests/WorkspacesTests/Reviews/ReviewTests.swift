import Diagnostics
import Documents
import Reviews
import Testing

@testable import Workspaces

@Suite("Reviews and their revisions")
struct ReviewTests {
  @Test("a review is kept as it was given, and read back as it was read")
  func roundTrip() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let stored = try #require(try bench.workspace.reviews().first)
    let given = try Fixtures.review(1)
    #expect(try bench.workspace.source(of: stored).bytes == given.source.bytes)
    #expect(
      try bench.workspace.content(of: stored).judgements.map(\.key.value)
        == given.review.judgements.map(\.key.value))
    #expect(stored.reference == "made-up@1.0.0")
    #expect(stored.revision == 1)
    #expect(stored.period == Fixtures.period)
    #expect(stored.file == "reviews/1.yaml")
    #expect(stored.addedBy == "Lead (made up)")
  }

  @Test(
    "any text comes back exactly",
    arguments: [
      "tab\\tline\\nquote\\\"back\\\\", "\\x7F\\u0085\\u2028\\u2029\\uFEFF\\u0001", "snowman ☃ and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
      "\\ud7ff\\ue000\\ufffd",
      "# no comment", "- a: b", "\\uFFFE",
    ])
  func anyText(note: String) throws {
    let bench = try Bench(schools: 1, consenting: false)
    let incoming = try Fixtures.review(1, date: "2026-02-01", note: note)
    let added = try bench.workspace.add(reviews: [incoming])
    let stored = try #require(added.reviews.first?.stored)
    let read = try bench.workspace.content(of: stored)
    #expect(read.note == incoming.review.note)
    #expect(try ReviewContent.canonicalBytes(of: read) == ReviewContent.canonicalBytes(of: incoming.review))
  }

  @Test("the same review twice changes nothing, whatever its layout and file")
  func twice() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let given = try Fixtures.review(1)
    let text = "# a comment\n" + String(decoding: given.source.bytes, as: UTF8.self)
    let again = try bench.workspace.add(reviews: [given, Fixtures.read(text, path: "elsewhere.yaml")])
    #expect(again.change == nil)
    #expect(again.reviews.allSatisfy { if case .unchanged = $0 { true } else { false } })
    #expect(try bench.workspace.reviews().count == 1)
  }

  @Test("a changed one is a new revision; going back is one more")
  func revisions() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let second = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"])])
    guard case .revised(let stored) = try #require(second.reviews.first) else {
      Issue.record("not revised")
      return
    }
    #expect(stored.revision == 2)
    #expect(second.change?.entries.first?.words.hasPrefix("Added revision 2 of the self review of") == true)
    let third = try bench.workspace.add(reviews: [try Fixtures.review(1)])
    #expect(third.reviews.first?.stored.revision == 3)
    #expect(try bench.workspace.reviews().map(\.revision) == [1, 2, 3])
  }

  @Test("another day, kind, period or major version is another occasion")
  func occasions() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let others = [
      try Fixtures.review(1, date: "2026-02-15"), try Fixtures.review(1, kind: "peer"),
      try Fixtures.review(1, period: "2024-25"), try Fixtures.review(1, version: "2.0.0"),
      try Fixtures.review(1, date: nil, period: "2025-26"),
    ]
    let added = try bench.workspace.add(reviews: others)
    #expect(added.reviews.allSatisfy { $0.stored.revision == 1 })
    #expect(
      try bench.workspace.add(reviews: [try Fixtures.review(1, version: "1.1.0")]).reviews.first?.stored
        .revision == 2)
  }

  @Test("a review of nobody who is a member is refused by its file's name, and nothing is added")
  func unknownSubject() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let failure = try expectFailure(.badData) {
      _ = try bench.workspace.add(reviews: [
        try Fixtures.review(1, date: "2026-02-02"), try Fixtures.review(2),
      ])
    }
    #expect(failure.message == "reviews/2.yaml: “100002” is not a member of this partnership.")
    #expect(try bench.workspace.reviews().count == 1)
  }

  @Test("a review without day and school year is refused")
  func undated() throws {
    let bench = try Bench(schools: 1, consenting: false)
    let failure = try expectFailure(.badData) {
      _ = try bench.workspace.add(reviews: [try Fixtures.review(1, date: nil, status: "draft")])
    }
    #expect(failure.message.contains("reviews/1.yaml"))
  }

  @Test("members and their reviews may come in one go")
  func together() throws {
    let bench = try Bench()
    let added = try bench.workspace.add(members: [Fixtures.member(1)], reviews: [try Fixtures.review(1)])
    #expect(added.change?.entries.map(\.action) == [.memberAdded, .reviewAdded])
  }
}

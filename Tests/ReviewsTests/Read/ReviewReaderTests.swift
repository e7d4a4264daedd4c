import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Testing

@Suite struct ReviewReaderTests {
  private func read(_ text: String) -> (review: Review?, bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    return (ReviewReader.read(source, FileID(index: 0), into: &bag), bag)
  }

  private let whole = """
    schema: waymark.review/1
    framework: {id: small-made-up, version: 1.0.0}
    kind: peer
    subject: {id: 123456, name: A made-up school}
    status: agreed
    date: 2026-03-04
    team:
      - {name: A made-up reviewer, role: lead, school: another-made-up-school}
    note: Made up.
    judgements:
      soil/digging:
        point: 2
        statements: [half-dug]
        evidence: |
          Two beds of four
          are done.
        actions: [Dig, Dig again]
        challenge: And the paths?
      soil/compost:
        point: not-applicable

    """

  @Test func `a whole review`() throws {
    let (read, bag) = read(whole)
    let review = try #require(read)
    #expect(bag.items.isEmpty)
    #expect(review.kind.value == .peer)
    #expect(review.subject.id.value == "123456")
    #expect(review.status == .agreed)
    #expect(review.period == Period("2025-26"))
    #expect(review.team.first?.school?.value == "another-made-up-school")
    let digging = try #require(review.judgement(of: "soil/digging"))
    #expect(digging.point?.value == "2")
    #expect(digging.evidence == "Two beds of four\nare done.")
    #expect(digging.actions == ["Dig", "Dig again"])
    #expect(review.judgement(of: "soil/compost")?.point?.value == Judgement.notApplicable)
    #expect(review.judgement(of: "flowers") == nil)
  }

  @Test func `a review that fits its framework has no mistakes`() throws {
    let review = try #require(read(whole).review)
    let (framework, digest) = try Fixtures.framework()
    var bag = DiagnosticBag()
    ReviewChecks.run(review, against: framework, digest: digest, today: Fixtures.today, into: &bag)
    #expect(bag.items.map(\.code) == [AgreedUnanswered.codes[0]])
    #expect(!bag.hasErrors)
  }

  @Test func `a review with mistakes of form is not handed out`() {
    let (review, bag) = read(whole.replacing("peer", with: "peers"))
    #expect(review == nil)
    #expect(bag.hasErrors)
  }

  @Test(arguments: [
    ("12345", false), ("123456", true), ("1234567", false), ("made-up", true), ("1-2", true),
    ("4th-school", true),
    ("Made Up", false), ("", false), ("-a", false),
  ])
  func `a subject is a URN or a slug`(_ id: String, _ isSubject: Bool) {
    #expect(SubjectRule.isSubject(id) == isSubject)
  }

  @Test func `where the kind cannot be read, no check guesses it`() throws {
    let text = whole.replacing("kind: peer", with: "kind: peers").replacing(
      "soil/digging", with: "soil/digger")
    var bag = DiagnosticBag()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    let review = try #require(ReviewReader.parse(source, FileID(index: 0), into: &bag))
    let (framework, digest) = try Fixtures.framework()
    ReviewChecks.run(review, against: framework, digest: digest, today: Fixtures.today, into: &bag)
    #expect(bag.items.map(\.code.id) == ["unknown-choice"])
  }
}

import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing
import TestSupport
import Testing

@Suite struct ReviewWriterTests {
  private func readBack(_ review: Review) -> (review: Review?, text: String) {
    let text = ReviewWriter.yaml(review)
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    let read = ReviewReader.read(source, sources.add(source), into: &bag)
    if !bag.items.isEmpty { Issue.record("\(TextPrinter.print(bag, sources))\n\(text)") }
    return (read, text)
  }

  @Test func `a small one, as it looks`() {
    var review = RandomReview.bare()
    review.date = Day("2026-01-31")
    var judgement = Judgement()
    judgement.point = Located("3")
    judgement.evidence = "Two lines:\nboth kept."
    judgement.actions = ["Dig"]
    review.judgements = [Keyed(key: Located("soil/digging"), value: judgement)]
    #expect(
      ReviewWriter.yaml(review) == """
        schema: waymark.review/1
        framework:
          id: small-made-up
          version: 1.0.0
        kind: self
        subject:
          id: made-up-school
        status: draft
        date: 2026-01-31
        judgements:
          soil/digging:
            point: 3
            evidence: |-
              Two lines:
              both kept.
            actions:
              - "Dig"

        """)
  }

  @Test(arguments: NastyTexts.all) func `every nasty text in every place`(_ text: String) throws {
    var review = RandomReview.bare()
    review.subject.name = text
    review.note = text
    var member = TeamMember()
    member.name = "A. " + text
    member.role = text
    review.team = [member, member]
    var judgement = Judgement()
    judgement.evidence = text
    judgement.actions = [text, "between", text]
    judgement.challenge = text
    review.judgements = [Keyed(key: Located("soil"), value: judgement)]
    let read = try #require(readBack(review).review)
    let trimmed = text.trimmedAsRead
    let judged = read.judgements[0].value
    for seen in [
      read.subject.name, read.note, read.team.first?.role, judged.evidence, judged.challenge,
      judged.actions.count == 3 ? judged.actions[2] : nil,
    ] {
      #expect(seen.map { Array($0.utf8) } == (trimmed.isEmpty ? nil : Array(trimmed.utf8)))
    }
    #expect(read.team.last.map { Array($0.name.utf8) } == Array("A. \(text)".trimmedAsRead.utf8))
  }

  @Test func `random reviews come back as they were`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let review = RandomReview.make(&random)
      let (read, text) = readBack(review)
      #expect(read == review, "\(text)")
      #expect(read.map(ReviewWriter.yaml) == text)
    }
  }
}

/// Makes reviews whose texts are as a reader leaves them.
enum RandomReview {
  static func bare() -> Review {
    var review = Review()
    review.framework.id = Located("small-made-up")
    review.framework.version = Located(SemanticVersion(1, 0, 0))
    review.subject.id = Located("made-up-school")
    return review
  }

  static func make(_ random: inout SeededGenerator) -> Review {
    var review = bare()
    review.framework.id = Located(slug(&random))
    review.framework.version = Located(
      SemanticVersion(1, 2, 3, preRelease: Bool.random(using: &random) ? ["rc", "1"] : []))
    if Bool.random(using: &random) { review.framework.digest = Digest(ofText: text(&random)) }
    review.kind = Located(Bool.random(using: &random) ? .own : .peer)
    review.subject.id = Located(subject(&random))
    review.subject.name = optional(&random) { text(&$0) }
    review.status = Bool.random(using: &random) ? .draft : .agreed
    review.date = Bool.random(using: &random) ? Day("2026-02-28") : nil
    review.statedPeriod = Bool.random(using: &random) ? Period("1999-00") : nil
    review.note = optional(&random) { text(&$0) }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      var member = TeamMember()
      member.name = ("A. " + text(&random)).trimmedAsRead
      member.role = optional(&random) { text(&$0) }
      member.school = optional(&random) { Located(subject(&$0)) }
      review.team.append(member)
    }
    var paths: Set<String> = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let path = (0...Int.random(in: 0...4, using: &random)).map { _ in slug(&random) }.joined(separator: "/")
      if paths.insert(path).inserted {
        review.judgements.append(Keyed(key: Located(path), value: judgement(&random)))
      }
    }
    return review
  }

  private static func judgement(_ random: inout SeededGenerator) -> Judgement {
    var judgement = Judgement()
    judgement.point = optional(&random) { Located(slug(&$0)) }
    judgement.evidence = optional(&random) { text(&$0) }
    judgement.challenge = optional(&random) { text(&$0) }
    judgement.actions = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      ("• " + text(&random)).trimmedAsRead
    }
    judgement.statements = (0..<Int.random(in: 0...3, using: &random)).map { _ in Located(slug(&random)) }
    return judgement
  }

  /// Nothing, or a value; an empty text counts as nothing.
  private static func optional<Value>(
    _ random: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value
  ) -> Value? {
    guard Bool.random(using: &random) else { return nil }
    let value = make(&random)
    return (value as? String)?.isEmpty == true ? nil : value
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let parts = (0...Int.random(in: 0...3, using: &random)).map { _ in
      NastyTexts.all.randomElement(using: &random) ?? ""
    }
    return parts.joined(separator: ["", " ", "\n"].randomElement(using: &random) ?? "").trimmedAsRead
  }

  private static func slug(_ random: inout SeededGenerator) -> String {
    let words = [
      "a", "no", "null", "true", "on", "y", "0", "1", "007", "1e3", "0x1f", "42", "2026-01-31", "soil",
      "made-up",
    ]
    return (0...Int.random(in: 0...1, using: &random)).map { _ in words.randomElement(using: &random) ?? "a" }
      .joined(separator: "-")
  }

  private static func subject(_ random: inout SeededGenerator) -> String {
    Bool.random(using: &random)
      ? String(Int.random(in: 100_000...999_999, using: &random)) : "s-" + slug(&random)
  }
}

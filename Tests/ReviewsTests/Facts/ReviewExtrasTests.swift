import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Sealing
import Testing

/// Facts, measures, occasions and agreements of a review.
@Suite struct ReviewExtrasTests {
  private let whole = """
    schema: waymark.review/1
    framework: {id: made-up-orchard, version: 1.0.0}
    kind: peer
    subject:
      id: made-up-school
      kind: school
      facts: {grade: good, pupils: 210, federated: false, inspected: 2024-05-06, motto: "Grow on, and on"}
    occasion: autumn
    team:
      - {name: Made-up Lead, role: Lead reviewer, school: other-school, facts: {trained: true}}
    measures:
      attendance: 95.5
      apples: {1: 4, fruit: 7}
      mood: 2
      surveyed: true
    agreements:
      - {id: data-sharing, signed: 2025-09-01, until: 2026-08-31}

    """

  private func read(_ text: String) throws -> (review: Review?, told: String) {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    let review = ReviewReader.read(source, sources.add(source), into: &bag)
    if let review {
      let (framework, digest) = try Fixtures.framework("made-up-orchard@1.0.0")
      ReviewChecks.run(review, against: framework, digest: digest, today: Fixtures.today, into: &bag)
    }
    return (review, TextPrinter.print(bag, sources))
  }

  @Test func `everything is read as its kind`() throws {
    let (read, told) = try read(whole)
    let review = try #require(read)
    #expect(told.isEmpty, "\(told)")
    let (framework, _) = try Fixtures.framework("made-up-orchard@1.0.0")
    let facts = framework.framework.facts
    func value(_ id: String) throws -> FactValue? {
      try #require(facts.first { $0.id.value == id }).value(in: review.subject.facts)
    }
    #expect(try value("grade") == .choice("good"))
    #expect(try value("pupils") == .number(210))
    #expect(try value("federated") == .yesNo(false))
    #expect(try value("inspected") == .date(try #require(Day("2024-05-06"))))
    #expect(try value("motto") == .text("Grow on, and on"))
    #expect(facts.first { $0.id.value == "trained" }?.value(in: review.team[0].facts) == .yesNo(true))
    func measured(_ id: String) throws -> MeasureValue? {
      review.value(
        of: try #require(framework.framework.measures.first { $0.id.value == id }), in: framework)
    }
    #expect(try measured("attendance") == .number(95.5))
    #expect(try measured("apples") == .counts(["bud": 4, "leaf": 0, "fruit": 7]))
    #expect(try measured("mood") == .point("leaf"))
    #expect(try measured("surveyed") == .yesNo(true))
    #expect(review.agreements[0].stands(on: try #require(Day("2026-01-01"))))
    #expect(!review.agreements[0].stands(on: try #require(Day("2026-09-01"))))
  }

  @Test func `what is written comes back`() throws {
    let review = try #require(try read(whole).review)
    let text = ReviewWriter.yaml(review)
    let again = try read(text)
    #expect(again.told.isEmpty, "\(again.told)\n\(text)")
    #expect(again.review == review)
    #expect(ReviewWriter.yaml(try #require(again.review)) == text)
  }

  @Test(arguments: NastyTexts.all) func `nasty facts come back`(_ nasty: String) throws {
    let text = nasty.trimmedAsRead
    // What says nothing is left out.
    guard !["", "~", "null"].contains(text) else { return }
    var review = try #require(try read(whole).review)
    review.subject.facts = [Keyed(key: Located("motto"), value: PlainValue(text))]
    review.team[0].facts = review.subject.facts
    let written = ReviewWriter.yaml(review)
    var bag = DiagnosticBag()
    let source = SourceFile(path: "review.yaml", bytes: Array(written.utf8))
    let read = ReviewReader.read(source, FileID(index: 0), into: &bag)
    #expect(read == review, "\(bag.items.map(\.message))\n\(written)")
  }

  @Test(arguments: ReviewKind.allCases) func `as recorded`(_ kind: ReviewKind) throws {
    for name in ["made-up-orchard", "made-up-class"] {
      let (framework, _) = try Fixtures.framework("\(name)@1.0.0")
      let text = ReviewTemplate.yaml(framework, digest: Digest(ofText: "made up"), kind: kind)
      let file = Fixtures.folder.appending(path: "templates/\(name)-\(kind.rawValue).yaml")
      #expect(text == (try Fixtures.expected(file, recording: text)))
    }
  }
}

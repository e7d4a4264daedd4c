import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Sealing
import Testing

@Suite struct ReviewTemplateTests {
  private static let references = ["small-made-up@1.0.0", "made-up-orchard@1.0.0", "emtss", "spp"]

  private func read(_ text: String) -> (review: Review?, bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    let source = SourceFile(path: "review.yaml", bytes: Array(text.utf8))
    return (ReviewReader.parse(source, FileID(index: 0), into: &bag), bag)
  }

  @Test(arguments: references, ReviewKind.allCases)
  func `blank, only the subject is missing`(_ reference: String, _ kind: ReviewKind) throws {
    let (framework, digest) = try Fixtures.framework(reference)
    let text = ReviewTemplate.yaml(framework, digest: digest, kind: kind)
    let (review, bag) = read(text)
    #expect(bag.items.map(\.message) == ["“id” has no value."])

    let filled = read(text.replacing("\n  id:\n", with: "\n  id: made-up-school\n"))
    #expect(filled.bag.items.isEmpty)
    var checks = DiagnosticBag()
    ReviewChecks.run(
      try #require(filled.review), against: framework, digest: digest, today: Fixtures.today, into: &checks)
    #expect(checks.items.isEmpty)
    let paths = try #require(review).judgements.map(\.key.value)
    #expect(paths == ReviewOutline(framework, kind: kind).entries.map(\.criterion.path))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 || $0.contains("/") })
  }

  @Test func `every judged criterion of the real frameworks is asked`() throws {
    for (reference, count) in [("emtss", 5), ("spp", 71)] {
      let (framework, _) = try Fixtures.framework(reference)
      for kind in ReviewKind.allCases {
        #expect(ReviewOutline(framework, kind: kind).entries.count == count)
      }
    }
  }

  @Test func `forms decide on the boxes`() throws {
    let (emtss, _) = try Fixtures.framework("emtss")
    #expect(
      ReviewOutline(emtss, kind: .own).entries[0].boxes == [
        .point, .statements, .evidence, .actions, .challenge,
      ])
    #expect(ReviewOutline(emtss, kind: .peer).entries[0].boxes == [.challenge])
    let (spp, _) = try Fixtures.framework("spp")
    #expect(ReviewOutline(spp, kind: .own).entries[0].boxes == [.point])
  }

  @Test func `a question follows its stem, a title stands alone`() throws {
    let (framework, _) = try Fixtures.framework()
    let wordings = ReviewOutline(framework, kind: .peer).entries.map(\.wording)
    #expect(
      wordings == [
        "How well is the soil turned before spring?", "How well is compost made and used?", "2.1 Colour",
        "Who comes to the flowers?",
      ])
  }

  @Test(arguments: ReviewKind.allCases) func `as recorded`(_ kind: ReviewKind) throws {
    let (framework, _) = try Fixtures.framework()
    // The recorded page does not change with the fixture's digest.
    let text = ReviewTemplate.yaml(framework, digest: Digest(ofText: "made up"), kind: kind)
    let file = Fixtures.folder.appending(path: "templates/small-made-up-\(kind.rawValue).yaml")
    #expect(text == (try Fixtures.expected(file, recording: text)))
  }

  @Test func `nothing in a framework's texts breaks the template`() throws {
    let (framework, digest) = try Fixtures.framework()
    for nasty in NastyTexts.all {
      var content = framework.framework
      content.title = nasty
      content.criteria[0].title = nasty
      content.criteria[0].criteria[0].text = nasty
      content.scales[0].value.points[0].label = nasty
      content.scales[0].value.title = nasty
      let text = ReviewTemplate.yaml(ResolvedFramework(content), digest: digest, kind: .own)
      #expect(read(text).bag.items.map(\.code.id) == ["empty-value"], "\(nasty.debugDescription)")
    }
  }
}

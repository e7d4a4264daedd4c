import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Testing

/// Each folder under `Fixtures/broken` is a case: a review with one mistake, and what a person is told about it. The
/// folder bears the mistake's code. `against.txt` names another framework than the one that the review names.
@Suite struct BrokenReviewTests {
  static let folder = Fixtures.folder.appending(path: "broken")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test(arguments: cases) func `says what is wrong`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let input = SourceFile(
      path: "input.yaml", bytes: Array(try Data(contentsOf: folder.appending(path: "input.yaml"))))
    var sources = SourceMap()
    let file = sources.add(input)
    var bag = DiagnosticBag()
    let review = try #require(ReviewReader.parse(input, file, into: &bag))

    let named = try? String(contentsOf: folder.appending(path: "against.txt"), encoding: .utf8)
    let pin = review.framework
    let (framework, digest) = try Fixtures.framework(
      named?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "\(pin.id.value)@\(pin.version.value)")
    ReviewChecks.run(review, against: framework, digest: digest, today: Fixtures.today, into: &bag)

    #expect(bag.items.contains { $0.code.id == name }, "the case shows its own code")
    let told = TextPrinter.print(bag, sources)
    #expect(told == (try Fixtures.expected(folder.appending(path: "expected.txt"), recording: told)))
  }

  @Test func `every code of the checks has a case`() {
    let missing = ReviewChecks.codes.map(\.id).filter { !Self.cases.contains($0) }
    #expect(missing.isEmpty)
    #expect(Set(ReviewChecks.codes).count == ReviewChecks.codes.count, "codes are distinct")
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Testing

/// Each folder under `Fixtures/broken-forms` is a case: a filled form with one mistake, and what a person is told
/// about it. The folder bears the mistake's code.
@Suite struct BrokenFormTests {
  static let folder = Fixtures.folder.appending(path: "broken-forms")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test(arguments: cases) func `says what is wrong`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let input = SourceFile(
      path: "input.yaml", bytes: Array(try Data(contentsOf: folder.appending(path: "input.yaml"))))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let reader = try #require(FormReader(input, sources.add(input), into: &bag))
    let named = try? String(contentsOf: folder.appending(path: "against.txt"), encoding: .utf8)
    let pin = reader.head.framework
    let (framework, digest) = try Fixtures.framework(
      named?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "\(pin.id.value)@\(pin.version.value)")
    let filled = reader.read(
      FormContext.Framework(framework: framework, digest: digest, today: Fixtures.today), into: &bag)
    #expect((filled == nil) == bag.hasErrors)
    #expect(bag.items.contains { $0.code.id == name }, "the case shows its own code")
    let told = TextPrinter.print(bag, sources)
    #expect(told == (try Fixtures.expected(folder.appending(path: "expected.txt"), recording: told)))
  }

  @Test func `every code of the checks has a case`() {
    let missing = FormChecks.codes.map(\.id).filter { !Self.cases.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
    #expect(Set(FormChecks.codes).count == FormChecks.codes.count, "codes are distinct")
  }
}

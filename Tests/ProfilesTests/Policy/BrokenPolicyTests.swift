import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Profiles

/// Each folder under `Fixtures/broken` is a case: a policy with one mistake, and what a person is told about it. The
/// folder bears the mistake's code.
@Suite struct BrokenPolicyTests {
  static let folder = Repository.root.appending(path: "Tests/ProfilesTests/Fixtures/broken")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test(arguments: cases) func `says what is wrong`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let input = SourceFile(
      path: "input.yaml", bytes: Array(try Data(contentsOf: folder.appending(path: "input.yaml"))))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    #expect(PolicyReader.read(input, sources.add(input), into: &bag) == nil)
    #expect(Set(bag.items.map(\.code.id)) == [name], "the case shows its own code, and no other")
    let told = TextPrinter.print(bag, sources)
    let file = folder.appending(path: "expected.txt")
    if Repository.isRecording { try Data(told.utf8).write(to: file) }
    #expect(told == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `every code has a case`() {
    let regions = [PolicyCodes.notARegionCode, PolicyCodes.regionTwice].map(\.id)
    let missing = PolicyCodes.all.map(\.id).filter { !Self.cases.contains($0) && !regions.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }
}

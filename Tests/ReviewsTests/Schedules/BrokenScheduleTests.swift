import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Testing

/// Each folder under `Fixtures/broken-schedules` is a case: a schedule with one mistake, and what a person is told
/// about it. The folder bears the mistake's code; `members.txt` lists the partnership's schools.
@Suite struct BrokenScheduleTests {
  static let folder = Fixtures.folder.appending(path: "broken-schedules")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  private func words(_ folder: URL, _ name: String) -> [String] {
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  @Test(arguments: cases) func `says what is wrong`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let input = SourceFile(
      path: "input.yaml", bytes: Array(try Data(contentsOf: folder.appending(path: "input.yaml"))))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let schedule = try #require(ScheduleReader.parse(input, sources.add(input), into: &bag))
    let pin = schedule.framework
    let (framework, digest) = try Fixtures.framework(
      words(folder, "against.txt").first ?? "\(pin.id.value)@\(pin.version.value)")
    let members = words(folder, "members.txt").map { id in
      var school = ScheduledSchool()
      school.id = Located(id)
      return school
    }
    ScheduleChecks.run(
      schedule, in: ScheduleContext(framework: framework, digest: digest, members: members), into: &bag)
    #expect(bag.items.contains { $0.code.id == name }, "the case shows its own code")
    let told = TextPrinter.print(bag, sources)
    #expect(told == (try Fixtures.expected(folder.appending(path: "expected.txt"), recording: told)))
  }

  @Test func `every code of the checks has a case`() {
    let missing = ScheduleChecks.codes.map(\.id).filter { !Self.cases.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
    #expect(Set(ScheduleChecks.codes).count == ScheduleChecks.codes.count, "codes are distinct")
  }
}

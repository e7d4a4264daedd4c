import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Registries
import Rubrics
import StoreContract
import TestSupport
import Testing

/// Sheets as partnerships really make them, on a framework as it is really published.
@Suite struct PublishedSheetsTests {
  private func cohort(_ rubric: Rubric, schools: Int, mark: (Int, Int) -> UInt8) -> JudgementTable {
    let columns = rubric.columns(.own).count
    var table = JudgementTable(columnCount: columns)
    for school in 0..<schools {
      table.append(subject: "school-\(school)", marks: (0..<columns).map { mark(school, $0) })
    }
    return table
  }

  private func rubric(_ path: String) throws -> Rubric {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let file = try RegistryFixture.file(path)
    return try Rubric(try #require(FrameworkReader.read(file, map.add(file), into: &bag)))
  }

  private func policy() throws -> Policy { try RegistryFixture.policy().policy() }

  @Test(arguments: ["Frameworks/emtss/1.0.0/framework.yaml", "Frameworks/spp/2.0.0/framework.yaml"])
  func areTakenAndCompared(_ path: String) throws {
    let registry = try RegistryFixture.registry(MemoryStore())
    let rubric = try rubric(path)
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, RegistryFixture.file(path).bytes, at: registry)
    var generator = SeededGenerator(seed: 2026)
    // Everybody in the north at the lowest point, everybody in the south at the highest.
    let places = [("north-a", 0), ("north-b", 0), ("south-a", 1), ("south-b", 1)]
    for (name, side) in places {
      let highest = UInt8(rubric.scales[0].values.count - 1)
      let sheet = try SheetMaker.make(
        SheetRequest(
          partnership: name, region: side == 0 ? "E12000001" : "E12000009", rubric: rubric,
          period: Period(startYear: 2025), kind: .own,
          cohort: cohort(rubric, schools: 14) { _, _ in side == 0 ? 0 : highest }, policy: policy()),
        using: &generator)
      try MadeUpPublisher(name).admitted(to: registry).publish(.sheet, sheet.payload(), at: registry)
    }
    let answer = try registry.compare(ComparisonRequest(framework: rubric.id))
    #expect(answer.framework.title == rubric.framework.framework.title)
    #expect(answer.figures.count == (rubric.id == "spp" ? 4 : 5))
    for figure in answer.figures {
      #expect(figure.rows.map(\.place.name) == ["North East", "South West"])
      #expect(figure.rows.map(\.n) == [28, 28])
      #expect(figure.rows.map { $0.fromRest?.verdict } == [.below, .above])
      #expect(abs(figure.shown(figure.rows[0].mean) - Double(figure.key.lowest)) < 1)
    }
    #expect(try registry.verify().faults == [])
  }
}

import Profiles
import Testing

@testable import Study

/// The page that `make study` writes, and how it judges.
@Suite struct StudyPageTests {
  static let design = DesignStudy("# note\n1;a;x;10\n1;b;x;40\n1;c;x;<=0.6\n1;a;y;0.20\nbroken\n")

  static func table(_ a: Double, _ b: Double, _ c: Double, error: Double = 0.2) -> StudyTable {
    var table = StudyTable("1", "T", about: "", columns: [.init("x", .percent), .init("y", .error)])
    table.set("a", ["x": a, "y": error])
    table.set("b", ["x": b])
    table.set("c", ["x": c])
    return table
  }

  @Test func `every figure of the design study is read`() {
    #expect(DesignStudy.shipped.count == 689)
  }

  @Test func `a fifth or three points is near`() {
    #expect(Verdict(Self.table(13, 48, 3.6), Self.design).agrees)
    let far = Verdict(Self.table(13.1, 48.1, 3.7, error: 0.26), Self.design)
    #expect(far.different.map(\.found) == [13.1, 48.1, 3.7, 0.26])
    #expect(far.compared == 4 && far.turned.isEmpty)
  }

  @Test func `an ordering that turned is said`() {
    let turned = Verdict(Self.table(40, 10, 0), Self.design)
    #expect(turned.turned == ["x: a / b"])
  }

  @Test func `the page says both figures`() {
    let page = StudyPage([Self.table(13.14, 48, 0)], effort: .quick, design: Self.design).markdown()
    #expect(page.contains("| a | 13.1 (10) | 0.20 (0.20) |"))
    #expect(page.contains("- a, x: 13.1, design 10.0"))
  }

  /// The enumeration that the design study did, cell for cell.
  @Test func `known figures come out again`() throws {
    func pinned(_ family: Family, _ knowledge: AttackerKnowledge) throws -> Double {
      let outcomes = try Simulation.four.models.map {
        let attack = try #require(family.attack(n: 8, model: $0))
        return try #require(attack.expected(knowledge))
      }
      return (1_000 * AttackOutcome.mean(outcomes).pinned).rounded() / 10
    }
    #expect(try pinned(.secondary3, .allButOne) == 43.6)
    #expect(try pinned(.halves, .allButOne) == 8.2)
    #expect(try pinned(.median, .allButOne) == 3.9)
    #expect(try pinned(.secondary3, .coalition) == 17.8)
    #expect(try pinned(.quarters, .outsider) == 0.9)
    #expect(try pinned(.exact, .member) == 0.8)
  }
}

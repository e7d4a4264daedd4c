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

  /// The four criteria that tell which draw of offsets the design study had: its figures of single ones come out.
  @Test func `the draw of offsets is like the design study's`() throws {
    func pinned(_ family: Family) throws -> Double {
      let outcomes = try Simulation.fourOfSix.models.map {
        let attack = try #require(family.attack(n: 8, model: $0))
        return try #require(attack.expected(.allButOne))
      }
      return 100 * AttackOutcome.mean(outcomes).pinned
    }
    #expect(abs(try pinned(.quarters) - 12.5) < 0.15)
    #expect(abs(try pinned(.median) - 4.4) < 0.15)
    #expect(abs(try pinned(.bands20) - 0.2) < 0.06)
    #expect(Simulation.sixAsDesigned.offsets.count == 71 && Simulation.sixAsDesigned.offsets[70] < 0.9)
  }

  /// Whoever knows where the partnership stands guesses better than by seven judgements, as the study's Table 5.
  @Test func `a known level is worth two guesses in a hundred`() {
    func right(_ knowsLevel: Bool) -> Double {
      let row = RepetitionTable.Row(name: "", own: ((2, 1), 1), knowsLevel: knowsLevel)
      return AttackOutcome.mean(
        Simulation.four.models.indices.map { RepetitionTable.attack(row, criterion: $0, 2_000) }
      ).rightBefore
    }
    #expect(abs(right(true) - 0.47) < 0.02 && right(true) > right(false) + 0.005)
  }

  /// Of regions of five partnerships of all sizes about 40 in 100 have the schools that it takes, none too large.
  @Test func `the default policy lets out what the study says`() async throws {
    let policy = try ShippedPolicyFile.policy("default")
    let effort = StudyEffort(trials: 1, schools: 1, regions: 15)
    let table = await ShippedPoolTable.make(policy, effort)
    #expect(abs(try #require(table["R = 5", "eligible"]) - 40) < 5)
    #expect(abs(try #require(table["R = 10", "eligible"]) - 98) < 2)
    #expect(try #require(table["R = 10", "region error"]) < 0.14)
    let (few, more) = (try #require(table["R = 5", "means"]), try #require(table["R = 10", "means"]))
    #expect(few > more)
  }
}

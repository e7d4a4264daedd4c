import Diagnostics
import Documents
import Frameworks
import Profiles
import StoreContract
import TestSupport
import Testing

@testable import Registries

/// What a region learns of its pool: beside other regions, and added up with theirs.
@Suite struct PoolComparisonTests {
  private static let north = "E12000001"
  private let request = ComparisonRequest(framework: "garden-made-up")

  @Test func `a region's line is its pool's, and together they are the sum`() throws {
    let two = try TwoRegistries(partnerships: 10)
    // Counts and a sum: 85 schools open a distribution, 45 a mean.
    let here = try two.publish(0..<5, each: 17)
    let there = try two.beside(region: Self.north).publish(5..<10, each: 9)
    let registry = Registry(two.stores[0])
    let answer = try registry.compare(request)
    #expect(answer.sheets == 0 && answer.pools == 2 && answer.periods == [TwoRegistries.period])
    for (index, figure) in answer.figures.enumerated() {
      #expect(figure.rows.isEmpty)
      #expect(figure.pools.map(\.place.name) == ["North East", "East Midlands"])
      for (row, told) in zip(figure.pools, [there.figures[index], here.figures[index]]) {
        #expect(row.mean.millionths == told.mean && row.standardError.millionths == told.standardError)
        #expect(row.interval.lowerBound.millionths == told.interval.lowerBound)
        #expect(row.interval.upperBound.millionths == told.interval.upperBound)
        #expect(row.n == told.n && row.partnerships == 5 && row.source == .pool)
      }
      let distance = figure.pools[0].mean - figure.pools[1].mean
      #expect(abs((figure.pools[0].fromRest?.value ?? 0) - distance) < 1e-9)
      let sum = try #require(figure.together.first)
      #expect(sum.n == 130 && sum.partnerships == 10 && sum.place.name == "2 regions together")
      let mean = (there.figures[index].mean * 45 + here.figures[index].mean * 85) / 130
      #expect(abs(sum.mean - mean) < 1e-5)
      let errors = [there.figures[index].standardError * 45, here.figures[index].standardError * 85]
      #expect(
        abs(sum.standardError - (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() / 130) < 1e-5)
      #expect(figure.together.allSatisfy { $0.fromRest == nil })
    }
    #expect(answer.csvRows.count == 1 + 3 * 3)
    #expect(answer.csvRows.dropFirst().allSatisfy { $0.last == "pool" })
    #expect(answer.notes.contains { $0.hasPrefix("A pool adds up all partnerships") })
    // The same sum, from the publications themselves.
    let pools = try registry.pools(of: "garden-made-up")
    #expect(pools == [there, here])
    let added = try PoolSum(pools, name: "Both")
    #expect(added.figures.map(\.estimate) == answer.figures.map { $0.together[0].estimate })
    #expect(try registry.pools(of: "garden-made-up", regions: [TwoRegistries.region]) == [here])
    let none = #expect(throws: Failure.self) {
      try registry.pools(of: "garden-made-up", regions: ["E12000007"])
    }
    #expect(none?.status == .unavailable && none?.message.contains("E12000007") == true)
    let alone = #expect(throws: Failure.self) {
      try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
    }
    #expect(alone?.help.contains("--by region") == true)
  }

  @Test func `a pool stands beside sheets and is never added to them`() throws {
    let two = try TwoRegistries(partnerships: 5)
    let pool = try two.publish(0..<5, each: 9)
    let registry = Registry(two.stores[0])
    var sheet = MadeUpSheet(two.partnerships[0].name, sum: 30)
    sheet.region = TwoRegistries.region
    try two.partnerships[0].publish(.sheet, sheet.payload(), at: registry)
    let answer = try registry.compare(request)
    #expect(answer.sheets == 1 && answer.pools == 1)
    for (figure, told) in zip(answer.figures, pool.figures) {
      #expect(figure.rows.map(\.partnerships) == [1] && figure.rows[0].source == .sheets)
      #expect(figure.pools.map(\.estimate) == [told.estimate])
      #expect(figure.rows[0].fromRest == nil && figure.pools[0].fromRest == nil && figure.together.isEmpty)
    }
    let sheets = try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
    #expect(sheets.pools == 0 && sheets.figures.allSatisfy { $0.pools.isEmpty })
  }

  /// A later version's pool beside an earlier one's.
  struct Later: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var framework = MadeUpFramework()
    let isAddedUp: Bool
    let isHeldAgainst: Bool
    let cautions: Set<Caution>

    init(
      _ name: String, addedUp: Bool, heldAgainst: Bool, _ cautions: Set<Caution>,
      _ change: (inout MadeUpFramework) -> Void
    ) {
      (testDescription, isAddedUp, isHeldAgainst, self.cautions) = (name, addedUp, heldAgainst, cautions)
      framework.version = "1.1.0"
      change(&framework)
    }
  }

  static let versions: [Later] = [
    Later("one criterion more", addedUp: true, heldAgainst: true, [.severalVersions]) {
      $0.criteria.append("shed")
    },
    Later(
      "other words that mean the same", addedUp: true, heldAgainst: true, [.severalVersions, .otherWords]
    ) {
      $0.word = "again"
      $0.migrations = """
        [{from: {version: 1.0.0}, changes: [{reword: beds, title: The beds again, why: Clearer.}]}]
        """
    },
    Later(
      "other words, and nobody says what they mean", addedUp: false, heldAgainst: true,
      [.severalVersions, .otherWords]
    ) {
      $0.word = "again"
    },
    Later("another scale", addedUp: false, heldAgainst: false, [.severalVersions, .versionsApart]) {
      $0.third = "leaf"
    },
  ]

  @Test(arguments: versions)
  func `pools of two versions`(later: Later) throws {
    let two = try TwoRegistries(partnerships: 10)
    let first = try two.publish(0..<5, each: 9)
    let second = try two.beside(region: Self.north, framework: later.framework).publish(5..<10, each: 9)
    let registry = Registry(two.stores[0])
    let answer = try registry.compare(request)
    let beds = try #require(answer.figures.first { $0.key.id == "beds" })
    #expect(beds.pools.count == 2)
    #expect(beds.pools.allSatisfy { Set($0.cautions).subtracting([.outsideScale]) == later.cautions })
    #expect(beds.pools.allSatisfy { ($0.fromRest != nil) == later.isHeldAgainst })
    #expect((beds.together.map(\.n) == [90]) == later.isAddedUp && beds.together.count <= 1)
    // The sum of the publications comes to the same.
    let history = try registry.store.read { store in
      let history = RegistryHistory(store: store)
      let held = try store.frameworks(id: "garden-made-up").compactMap(history.framework)
      return Comparability.between(held[1], held[0], history: history)
    }
    let sum = try? PoolSum([first, second], name: "Both") { _, _ in history }
    #expect((sum?.figures.first { $0.id == "beds" }?.n == 90) == later.isAddedUp)
    let unrelated = #expect(throws: Failure.self) { try PoolSum([first, second], name: "Both") }
    #expect(unrelated?.message.contains("“other-framework”") == true)
  }

  @Test func `sums refuse a region twice, and other years`() throws {
    let two = try TwoRegistries(partnerships: 10)
    let first = try two.publish(0..<5, each: 9)
    let twice = #expect(throws: Failure.self) { try PoolSum([first, first], name: "Twice") }
    #expect(twice?.message.contains("“counted-twice”") == true)
    let later = try two.beside(region: Self.north, period: Period(startYear: 2026)).publish(0..<5, each: 9)
    let years = #expect(throws: Failure.self) { try PoolSum([first, later], name: "Both") }
    #expect(years?.message.contains("“other-period”") == true)
    let registry = Registry(two.stores[0])
    #expect(try registry.pools(of: "garden-made-up") == [later], "the latest unless asked for")
    #expect(try registry.pools(of: "garden-made-up", period: TwoRegistries.period) == [first])
    let trend = try registry.compare(ComparisonRequest(framework: "garden-made-up", periods: .all))
    #expect(trend.periods.count == 2 && trend.figures.allSatisfy { $0.pools.count == 2 })
    #expect(trend.figures.allSatisfy { $0.together.isEmpty })
  }
}

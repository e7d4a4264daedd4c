import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Reviews
import Rubrics
import Sealing
import StoreContract
import TestSupport

@testable import Registries

/// Two registries in memory with one pool, and made-up partnerships that contribute to it.
struct TwoRegistries {
  let first: PoolAggregator
  let second: PoolAggregator
  let stores: [MemoryStore]
  private(set) var rubric: Rubric
  private let author: MadeUpPublisher
  private(set) var file: [UInt8]
  private(set) var task: PoolTask
  let partnerships: [MadeUpPublisher]

  static let today = Day("2026-03-01")!
  static let period = Period(startYear: 2025)
  static let region = "E12000004"

  var both: [PoolAggregator] { [first, second] }

  /// - Parameter numbers: how many partnerships are admitted.
  init(partnerships count: Int, framework: MadeUpFramework = MadeUpFramework()) throws {
    stores = [MemoryStore(), MemoryStore()]
    rubric = try framework.rubric()
    author = try MadeUpPublisher("authors-made-up")
    partnerships = try (0..<count).map { try MadeUpPublisher("made-up-\($0)") }
    var sides: [PoolAggregator] = []
    for (store, name) in zip(stores, ["a", "b"]) {
      let origin = "registry.example/\(name)"
      let settings = try RegistrySettings(
        RegistryIdentity(origin: origin, title: "Registry \(name)", created: RegistryFixture.issued),
        least: RegistryFixture.policyFile(), regions: RegistryFixture.file("Registry/regions.yaml"))
      try Registry.setUp(store, settings)
      let registry = Registry(store)
      try registry.admit(author.name, author.key.verifyingKey)
      _ = try registry.publish(author.framework(framework.yaml, at: registry, origin: origin))
      for partnership in partnerships {
        try registry.admit(partnership.name, partnership.key.verifyingKey)
      }
      sides.append(PoolAggregator(store, keys: try PoolKeys(origin: origin)))
    }
    (first, second) = (sides[0], sides[1])
    file = try Self.opened(framework, Self.region, Self.period, sides)
    task = try PoolTask.readAccepted(file)
  }

  private static func opened(
    _ framework: MadeUpFramework, _ region: String, _ period: Period, _ sides: [PoolAggregator]
  ) throws -> [UInt8] {
    let request = PoolRequest(
      framework: "\(framework.id)@\(framework.version)", region: region, period: period,
      until: Day("2026-07-31")!)
    let file = try sides[0].open(request, beside: sides[1].card(), on: today)
    return try sides[1].accept(file, beside: sides[0].card(), on: today)
  }

  /// Another pool of the same two registries, whose framework is published if it is another one.
  func beside(
    region: String, period: Period = Self.period, framework: MadeUpFramework = MadeUpFramework()
  ) throws -> TwoRegistries {
    var other = self
    other.rubric = try framework.rubric()
    for (store, name) in zip(stores, ["a", "b"]) where other.rubric.digest != rubric.digest {
      let registry = Registry(store)
      _ = try registry.publish(
        author.framework(framework.yaml, at: registry, origin: "registry.example/\(name)"))
    }
    other.file = try Self.opened(framework, region, period, both)
    other.task = try PoolTask.readAccepted(other.file)
    return other
  }

  /// A whole pool, published by the first registry.
  ///
  /// - Parameters:
  ///   - partnerships: five or more.
  ///   - each: how many schools each has.
  @discardableResult
  func publish(_ partnerships: Range<Int>, each: Int) throws -> Pool {
    try shareAll(partnerships.map { try contribution($0, schools(each, seed: UInt64($0))) })
    try deliver(from: 1)
    return try first.publish(pools()[0], moment: RegistryFixture.issued).pool
  }

  /// A partnership's contribution.
  ///
  /// - Parameter marks: for each school its points by number, criterion by criterion; 255 is not reviewed.
  func contribution(_ partnership: Int, _ marks: [[UInt8]]) throws -> [UInt8] {
    let counts = try PoolCounts(
      table(marks), rubric: rubric, task: task, pooled: rubric)
    return try PoolContribution.file(
      counts, for: task, of: partnerships[partnership].name, source: rubric.digest,
      signedBy: partnerships[partnership].key)
  }

  func table(_ marks: [[UInt8]]) -> JudgementTable {
    var table = JudgementTable(columnCount: rubric.columns(task.kind).count)
    for (index, row) in marks.enumerated() { table.append(subject: "school-\(index)", marks: row) }
    return table
  }

  /// Schools with seeded points.
  func schools(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      task.criteria.map { UInt8.random(in: 0..<UInt8($0.points.count), using: &random) }
    }
  }

  func pools() throws -> [RunningPool] { try both.map { try $0.pool(file) } }

  /// Everything that a side has signed, to the other side.
  @discardableResult
  func deliver(from place: Int) throws -> PoolAggregator.Received {
    let pools = try pools()
    let messages = try both[place].outbox(of: pools[place]).map(\.bytes)
    return try both[1 - place].receive(messages, for: pools[1 - place])
  }

  /// All steps in order, and the opened pool.
  func run(_ contributions: [[UInt8]]) throws -> Pool {
    try shareAll(contributions)
    return try opened()
  }

  func shareAll(_ contributions: [[UInt8]]) throws {
    let pools = try pools()
    for place in 0..<2 {
      for file in contributions { _ = try both[place].take(file, for: pools[place], on: Self.today) }
    }
    for place in 0..<2 { try deliver(from: place) }
    for place in 0..<2 { try both[place].close(pools[place], leavingOut: false) }
    for place in 0..<2 { try deliver(from: place) }
    var generator = SystemRandomNumberGenerator()
    for place in 0..<2 { try both[place].share(pools[place], using: &generator) }
  }

  func opened() throws -> Pool {
    let pools = try pools()
    let shares = try (0..<2).map { try share(of: $0, pools[$0]) }
    return try Pool(task: file, shares: shares)
  }

  func share(of place: Int, _ pool: RunningPool) throws -> [UInt8] {
    try both[place].outbox(of: pool).first { $0.key.step == .share }?.bytes ?? []
  }
}

extension MadeUpPublisher {
  /// A framework's publication for a registry.
  fileprivate func framework(_ yaml: [UInt8], at registry: Registry, origin: String) throws -> Publication {
    try next(.framework, yaml, at: registry)
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Registries
import RegistrySQLite
import Rubrics
import Sealing

/// Two registries in a temporary folder with one pool of the 71 questions of `spp`.
struct PoolBench {
  private let sides: [PoolAggregator]
  private let pools: [RunningPool]
  private let rubric: Rubric
  private let keys: [SigningKey]
  private let today: Day

  private static let framework = "Frameworks/spp/2.0.0/framework.yaml"

  init(partnerships: Int) throws {
    guard let today = Day("2026-03-01"), let until = Day("2026-07-31") else {
      throw Failure(.unavailable, "No such day.")
    }
    self.today = today
    let source = try FileReading.source(Self.framework)
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    guard let resolved = FrameworkReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, "\(Self.framework) has mistakes.")
    }
    rubric = try Rubric(resolved)
    keys = try (0..<partnerships).map { try SigningKey(name: "made-up-\($0)") }
    let author = try SigningKey(name: "authors-made-up")
    let folder = FileManager.default.temporaryDirectory.path + "/waymark-pools-\(UUID().uuidString)"
    try FileWriting.makeFolder(folder)
    var sides: [PoolAggregator] = []
    for name in ["a", "b"] {
      let origin = "registry.example/\(name)"
      let settings = try RegistrySettings(
        RegistryIdentity(origin: origin, title: name, created: "2026-03-01T12:00:00Z"),
        least: FileReading.source("Registry/policies/default.yaml"),
        regions: FileReading.source("Registry/regions.yaml"))
      let store = try SQLiteRegistryStore.create("\(folder)/\(name)", settings)
      let registry = Registry(store)
      try registry.admit("authors-made-up", author.verifyingKey)
      _ = try registry.publish(
        PublicationMaker.make(
          kind: .framework, publisher: author, at: registry.position(ofKey: author.name),
          issued: "2026-03-01T12:00:00Z", payload: source.bytes))
      for key in keys { try registry.admit(key.name, key.verifyingKey) }
      sides.append(PoolAggregator(store, keys: try PoolKeys(origin: origin)))
    }
    self.sides = sides
    let request = PoolRequest(
      framework: "spp", region: "E12000004", period: Period(startYear: 2025), until: until)
    let opened = try sides[0].open(request, beside: sides[1].card(), on: today)
    let file = try sides[1].accept(opened, beside: sides[0].card(), on: today)
    pools = try sides.map { try $0.pool(file) }
  }

  /// Eight schools, each judged on everything.
  func counts() throws -> PoolCounts {
    let task = pools[0].task
    var table = JudgementTable(columnCount: rubric.columns(task.kind).count)
    for school in 0..<8 {
      table.append(
        subject: "school-\(school)", marks: (0..<table.columnCount).map { UInt8(($0 + school) % 6) })
    }
    return try PoolCounts(table, rubric: rubric, task: task, pooled: rubric)
  }

  func file(of partnership: Int, _ counts: PoolCounts) throws -> [UInt8] {
    try PoolContribution.file(
      counts, for: pools[0].task, of: keys[partnership].name, source: rubric.digest,
      signedBy: keys[partnership])
  }

  /// Whatever a registry does with one contribution before it is stored.
  func isProved(_ file: [UInt8]) throws -> Bool { try sides[0].check(file, for: pools[0]) }

  /// All of the second registry's work; its messages.
  func runPeer(_ files: [[UInt8]]) throws -> [[UInt8]] {
    for file in files { _ = try sides[1].take(file, for: pools[1], on: today) }
    return try sides[1].outbox(of: pools[1]).map(\.bytes)
  }

  /// All of the first registry's work, from files to its signed share. What it waits for is done in between and counted too:
  /// the other's verdicts and its list.
  func runFirst(_ files: [[UInt8]], _ messages: [[UInt8]]) throws -> Int {
    for file in files { _ = try sides[0].take(file, for: pools[0], on: today) }
    _ = try sides[0].receive(messages, for: pools[0])
    try sides[0].close(pools[0], leavingOut: false)
    _ = try sides[1].receive(sides[0].outbox(of: pools[0]).map(\.bytes), for: pools[1])
    try sides[1].close(pools[1], leavingOut: false)
    _ = try sides[0].receive(sides[1].outbox(of: pools[1]).map(\.bytes), for: pools[0])
    var generator = SystemRandomNumberGenerator()
    try sides[0].share(pools[0], using: &generator)
    return try sides[0].status(of: pools[0]).count(.counted)
  }
}

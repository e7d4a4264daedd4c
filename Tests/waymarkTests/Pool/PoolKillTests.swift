import Foundation
import TestSupport
import Testing

/// kill -9 at random moments of every step of a pool, on real folders: nothing is lost, nothing counts twice, and what was
/// signed once is never signed differently.
@Suite struct PoolKillTests {
  static var isFull: Bool { ProcessInfo.processInfo.environment["WAYMARK_FULL"] != nil }
  static var kills: Int { isFull ? 500 : 40 }
  private static let killsPerRound = 20

  @Test func `killed at any moment, a pool comes out the same`() throws {
    let made = try MadeUpPool(in: TemporaryFolder())
    try made.saveRegistries(as: "opened")
    var random = SeededGenerator(seed: 9)
    // Undisturbed, to know the outcome and how long each step takes.
    var durations: [Double] = []
    for step in made.steps {
      let start = Date()
      try MadeUpRegion.run(step)
      durations.append(Date().timeIntervalSince(start))
    }
    let expected = try made.batches()
    #expect(expected.count == 2)
    var kills = 0
    while kills < Self.kills {
      try made.restoreRegistries(from: "opened")
      kills += try round(made, durations, &random)
      #expect(try made.batches() == expected)
      try checkIsWhole(made)
    }
    print("\(kills) kills")
  }

  /// One pool from open to published, each step killed a few times before it may finish.
  private func round(
    _ made: MadeUpPool, _ durations: [Double], _ random: inout SeededGenerator
  ) throws -> Int {
    var seen: [String: Data] = [:]
    var kills = 0
    for (place, step) in made.steps.enumerated() {
      let wanted = (place + 1) * Self.killsPerRound / made.steps.count
      for _ in 0..<12 where kills < wanted {
        if try Self.isKilled(step, after: Double.random(in: 0...durations[place] * 1.1, using: &random)) {
          kills += 1
        }
        try checkAreUnchanged(made, &seen)
      }
      try MadeUpRegion.run(step)
      try checkAreUnchanged(made, &seen)
    }
    return kills
  }

  /// A message that anybody could have read is the same ever after: its noise was drawn once.
  private func checkAreUnchanged(_ made: MadeUpPool, _ seen: inout [String: Data]) throws {
    let now = try made.messages()
    for (name, bytes) in seen { #expect(now[name] == bytes, "\(name) was changed or lost") }
    seen = now
  }

  private func checkIsWhole(_ made: MadeUpPool) throws {
    for name in ["a", "b"] {
      try MadeUpRegion.run(["registry", "verify", "--registry", made.registry(name)])
      let messages = try made.messages().keys.filter { $0.hasPrefix("\(name)/") }
      #expect(messages.count == made.contributions.count + 2)
    }
    let list = try Program.run(["registry", "list", "--registry", made.registry("a")]).output
    #expect(list.split(separator: "\n").count { $0.contains("  pool  ") } == 1)
    let shown = try Program.run(["pool", "show", made.publication])
    #expect(shown.status == 0 && shown.output.contains("\(made.partnerships.count) partnerships"))
  }

  /// - Returns: false where it was done before it could be killed.
  private static func isKilled(_ arguments: [String], after delay: Double) throws -> Bool {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    process.environment = ProcessInfo.processInfo.environment.merging(["WAYMARK_TODAY": "2026-03-01"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(delay * 1e6))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}

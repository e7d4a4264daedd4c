import Foundation
import Testing

@testable import Workspaces

/// DISCLOSURE section 5 (v) 5, over real workspaces, against books that the test keeps.
@Suite("The ledger under random years")
struct LedgerStateMachineTests {
  static let isFull = ProcessInfo.processInfo.environment["WAYMARK_FULL"] != nil
  static var count: Int { isFull ? 5_000 : 100 }
  /// Where to start, so that a longer run need not repeat a shorter one.
  static let first = ProcessInfo.processInfo.environment["WAYMARK_FIRST_SEED"].flatMap { Int($0) } ?? 0
  private static let lanes = 2

  struct Tally: Sendable {
    var releases = 0
    var contributions = 0
  }

  @Test("no judgement used twice, no cap passed, nothing published without a ledger")
  func sequences() async throws {
    let total = try await withThrowingTaskGroup(of: Tally.self) { group in
      for lane in 0..<Self.lanes { group.addTask { try Self.run(lane) } }
      return try await group.reduce(into: Tally()) { total, tally in
        total.releases += tally.releases
        total.contributions += tally.contributions
      }
    }
    // Otherwise it proves nothing.
    #expect(total.releases > Self.count * 2 && total.contributions > Self.count, "\(total)")
    print("\(Self.count) sequences: \(total.releases) releases, \(total.contributions) contributions")
  }

  /// Every so manieth of the sequences, one after the other.
  private static func run(_ lane: Int) throws -> Tally {
    var tally = Tally()
    let start = try LedgerWorld()
    for seed in stride(from: first + lane, to: first + count, by: lanes) {
      let world = try LedgerWorld(start, seed: UInt64(seed))
      for _ in 0..<30 { try world.step() }
      #expect(world.violations == [], "seed \(seed)")
      if seed % 50 < lanes {
        for place in world.places { #expect(try place.workspace.verify().problems == [], "seed \(seed)") }
      }
      tally.releases += world.releases
      tally.contributions += world.contributions
    }
    return tally
  }
}

import Foundation
import Testing

@testable import Workspaces

/// DISCLOSURE section 5 (v) 5, over real workspaces, against books that the test keeps.
@Suite("The ledger under random years")
struct LedgerStateMachineTests {
  static let isFull = ProcessInfo.processInfo.environment["WAYMARK_FULL"] != nil

  @Test("no judgement used twice, no cap passed, nothing published without a ledger")
  func sequences() throws {
    let count = Self.isFull ? 5_000 : 60
    var releases = 0
    var contributions = 0
    for seed in 0..<count {
      let world = try LedgerWorld(seed: UInt64(seed))
      for _ in 0..<30 { try world.step() }
      #expect(world.violations == [], "seed \(seed)")
      if seed % 50 == 0 {
        for place in world.places { #expect(try place.workspace.verify().problems == [], "seed \(seed)") }
      }
      releases += world.releases
      contributions += world.contributions
    }
    // Otherwise it proves nothing.
    #expect(
      releases > count * 2 && contributions > count, "\(releases) releases, \(contributions) contributions")
    print("\(count) sequences: \(releases) releases, \(contributions) contributions")
  }
}

import Foundation
import TestSupport
import Testing

/// kill -9 while a release is fixed and signed, at random moments and between the ledger's transaction and its mark:
/// nothing is lost, nothing is published twice.
@Suite struct LedgerKillTests {
  private static let isFull = ProcessInfo.processInfo.environment["WAYMARK_FULL"] != nil
  private static let rounds = isFull ? 120 : 2

  @Test func `killed at any moment, a release is made once`() throws {
    let made = try MadeUpLedger()
    let (file, mark) = ("made-up-01.waymark", "made-up-01.waymark.ledger")
    let start = (try made.bytes(file), try made.bytes(mark))
    let preview = "profile preview --framework emtss --period 2025-26 --format json -o"
    let sheet =
      "profile sheet --framework emtss --period 2025-26 --key made-up-01.key --origin made.up/log -o"
    var random = SeededGenerator(seed: 5)
    var (kills, fixed, durations) = (0, 0, [0.0, 0.0])
    for round in 0..<Self.rounds {
      try made.put(start.0, file)
      try made.put(start.1, mark)
      try? made.remove("killed")
      for (place, words) in [preview, sheet].enumerated() {
        let limit =
          durations[place] == 0 ? nil : Double.random(in: 0...durations[place] * 1.1, using: &random)
        // Every other time at once when the change is in the file, which is before its mark is written.
        let isKilled = try kill("\(words) killed", in: made, after: round % 2 == 0 ? nil : limit)
        if isKilled { kills += 1 }
        let before = try? made.bytes("killed")
        if place == 0, !(try made.run("workspace ledger").output.contains("Nothing was told")) { fixed += 1 }
        let begin = Date()
        try made.done("\(words) whole")
        durations[place] = Date().timeIntervalSince(begin)
        let whole = try made.bytes("whole")
        if let before { #expect(before == whole, "what was printed before the kill is what counts") }
        try made.done("\(words) again")
        #expect(try made.bytes("again") == whole)
        try? made.remove("killed")
      }
      let ledger = try made.done("workspace ledger --format csv").output
        .split(whereSeparator: \.isNewline).dropFirst()
      #expect(ledger.count > 40 && ledger.allSatisfy { $0.contains(",2,4,1,0,") }, "told once: \(ledger)")
      try made.done("workspace verify")
      let list = try made.done("workspace list releases").output
      #expect(list.split(separator: "\n").count == 1 && list.contains("signed for made.up/log"))
    }
    #expect(kills > Self.rounds / 2, "\(kills) kills")
    print("\(kills) kills, \(fixed) after the release was fixed")
  }

  /// - Parameter delay: in seconds; `nil` for as soon as the change's journal is gone again.
  /// - Returns: whether it was killed before it was done.
  private func kill(_ words: String, in made: MadeUpLedger, after delay: Double?) throws -> Bool {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = words.split(separator: " ").map(String.init) + ["--workspace", "made-up-01.waymark"]
    process.currentDirectoryURL = made.folder.url
    process.environment = ProcessInfo.processInfo.environment.merging([
      "WAYMARK_TODAY": "2026-03-01",
      "WAYMARK_FRAMEWORKS": Repository.root.appendingPathComponent("Frameworks").path,
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let delay {
      usleep(UInt32(delay * 1e6))
    } else {
      let journal = made.folder.path("made-up-01.waymark-journal")
      while process.isRunning, access(journal, F_OK) != 0 { usleep(50) }
      while process.isRunning, access(journal, F_OK) == 0 { usleep(20) }
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}

import Foundation
import TestSupport
import Testing

/// Real frameworks with a few bytes, lines or words changed: whatever comes out, the reader answers, and
/// soon. `WAYMARK_FUZZ` says how many; `WAYMARK_FUZZ_SEED` starts elsewhere.
@Suite struct FuzzTests {
  static let rounds = number("WAYMARK_FUZZ") ?? 2_000
  static let seed = UInt64(number("WAYMARK_FUZZ_SEED") ?? 1)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test func `mutated frameworks are answered within a second`() throws {
    let originals = try Repository.frameworkFiles().map { try Repository.bytes($0) }
    var random = SeededGenerator(seed: Self.seed)
    for round in 0..<Self.rounds {
      // Small documents most of the time, so that a change is likely to matter.
      let original = excerpt(originals[round % originals.count], &random)
      let mutant = mutated(original, &random)
      let ((reading, report), time) = ProcessorTime.of {
        let reading = Reading(mutant)
        return (reading, reading.report)
      }
      let taken = reading.framework != nil
      if time > .seconds(1) || taken == reading.bag.hasErrors || (!taken && report.isEmpty) {
        Issue.record("round \(round) of seed \(Self.seed): \(time), \(report.prefix(300))")
        return
      }
    }
  }

  /// The document with a stretch of its lines left out.
  private func excerpt(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let kept = Int.random(in: 20...120, using: &random)
    guard lines.count > kept * 2 else { return bytes }
    return Array((lines.prefix(kept) + lines.suffix(30)).joined(separator: [0x0A]))
  }

  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "  ", "- ", ": ", " #", "#", "&a ", "*a", "!!str ", "<<: ", "{", "}", "[", "]", "\"", "'",
      "|", ">-", "%",
      "---\n", "...\n", "\u{FEFF}", "\u{2028}", "\u{85}", "é", "😀", "no", "010", "~", "? ", "\0", "\u{7}",
      "\r\n", "\r",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5], [0x80]]

  private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...30, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
      case 2: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.removeSubrange(min(at, bytes.count)...)
      default: swapLines(&bytes, &random)
      }
    }
    return bytes
  }

  private func swapLines(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 1 else { return }
    lines.swapAt(
      Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}

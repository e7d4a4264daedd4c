import Diagnostics
import Sealing

/// What a registry's verification found.
public struct VerificationReport: Sendable, Equatable {
  /// The log as the registry's rows give it.
  public let log: LogPoint
  /// How many entries were checked.
  public let checked: UInt64
  /// What is wrong, one plain sentence or two each; empty where everything holds.
  public let faults: [String]
  /// How many more faults there are than `faults` lists.
  public let further: Int

  public var isSound: Bool { faults.isEmpty }

  /// - Throws: `badData` with all faults unless everything holds.
  public func requireSound() throws(Failure) {
    if isSound { return }
    let more = further > 0 ? "\n  … and \(further) more." : ""
    let all = faults.count + further
    let count = all == 1 ? "one fault" : "\(all) faults"
    throw Failure(
      .badData,
      "The registry “\(log.origin)” is not as it was published: \(count).\n  "
        + faults.joined(separator: "\n  ") + more,
      help: "Keep these files as evidence, and restore a backup that verifies.")
  }
}

extension Registry {
  /// Holds everything against everything: each signature and its place in the log, each payload against its
  /// leaf, the Merkle root, and every row and roll-up against what the payloads say.
  ///
  /// Which keys were admitted is not in the log yet, so it is taken as it stands. Entries cut off the end
  /// show only against a log that somebody remembers, such as one in a receipt.
  ///
  /// - Parameters:
  ///   - remembered: an earlier state of this log; the log has to begin with it.
  ///   - progress: called now and then with how many entries are done, and how many there are.
  /// - Throws: where the store cannot be read at all. Faults are in the report.
  public func verify(
    remembered: LogPoint? = nil, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(Failure) -> VerificationReport {
    let own = try store.selfCheck()
    return try store.read { reading in
      var verifier = try Verifier(reading, remembered: remembered)
      for fault in own { verifier.report(fault) }
      verifier.run(progress)
      return verifier.report()
    }
  }
}

extension Prio3SumVec {
  /// What an aggregator keeps of a report between its two steps. It is a secret, and whoever can write where it is kept
  /// can change the counts, so it never travels.
  public struct VerifyState: Sendable, Equatable {
    public let aggregator: Int
    let jointSeed: [UInt8]
    let outputShare: [Field128]

    /// The state to be kept: version, algorithm and aggregator, then seed and share. The draft leaves the layout open.
    public var bytes: [UInt8] {
      var bytes = [Prio3SumVec.draftVersion]
      withUnsafeBytes(of: Prio3SumVec.algorithm.bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(UInt8(truncatingIfNeeded: aggregator))
      return bytes + jointSeed + Field128.bytes(of: outputShare)
    }
  }

  private static let stateHeaderSize = 6

  /// The bytes of a kept state.
  public var verifyStateSize: Int { Self.stateHeaderSize + Self.seedSize + outputShareSize }

  /// A state that was kept as its `bytes`.
  ///
  /// - Throws: `PrioError`, where they are not those of a state of these parameters.
  public func verifyState(from bytes: [UInt8]) throws(PrioError) -> VerifyState {
    try PrioMessage.verifyState.check(bytes, size: verifyStateSize)
    let algorithm = bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) }
    guard bytes[0] == Self.draftVersion, algorithm == Self.algorithm else {
      throw .stateAlgorithm(version: bytes[0], algorithm: algorithm)
    }
    try check(aggregator: Int(bytes[5]))
    let share = Self.stateHeaderSize + Self.seedSize
    return VerifyState(
      aggregator: Int(bytes[5]), jointSeed: Array(bytes[Self.stateHeaderSize..<share]),
      outputShare: try Field128.vector(from: bytes, at: share, count: length, in: .verifyState))
  }
}

/// What travels, or is kept, while a report is shared out and checked.
public enum PrioMessage: String, Sendable, CaseIterable {
  case nonce = "nonce"
  case randomness = "randomness"
  case verifyKey = "verification key"
  case publicShare = "public share"
  case leaderShare = "leader's input share"
  case helperShare = "helper's input share"
  case verifierShare = "verifier share"
  case verifierMessage = "verifier message"
  case verifyState = "verification state"
  case fieldVector = "vector of shares"

  func check(_ bytes: [UInt8], size: Int) throws(PrioError) {
    guard bytes.count == size else { throw .size(self, bytes.count, expected: size) }
  }
}

/// Why parameters, a measurement, a message or a report is refused.
public enum PrioError: Error, Equatable, Sendable {
  // Parameters
  case shares(Int)
  case length(Int)
  case maxMeasurement(Int)
  case chunkLength(Int, encodedLength: Int)
  case encodedLength(length: Int, bits: Int, limit: Int)

  // What the caller puts in
  case measurementLength(Int, expected: Int)
  case measurementRange(at: Int, limit: Int)
  case contextLength(Int, limit: Int)
  case reports(Int)

  // Decoding
  case size(PrioMessage, Int, expected: Int)
  case elementRange(PrioMessage, at: Int)
  case aggregator(Int, shares: Int)
  case shareCount(Int, expected: Int)
  case stateAlgorithm(version: UInt8, algorithm: UInt32)

  // Checking
  case testPoint
  case invalidProof
  case jointRandomness
  case sumRange(at: Int)
}

extension PrioError: CustomStringConvertible {
  /// One plain sentence. It never repeats a measurement or a share.
  public var description: String {
    switch self {
    case .shares(let count): "A report has from 2 to 255 shares, not \(count)."
    case .length(let count): "A measurement has at least one count, not \(count)."
    case .maxMeasurement(let limit): "The largest count is at least 1, not \(limit)."
    case .chunkLength(let count, let encodedLength):
      "The proof's chunks have from 1 to \(encodedLength) elements here, not \(count)."
    case .encodedLength(let length, let bits, let limit):
      "\(length) counts of \(bits) bits each are too many: at most \(limit) bits altogether are taken."
    case .measurementLength(let count, let expected):
      "The measurement has \(count) counts where \(expected) are expected."
    case .measurementRange(let index, let limit):
      "Count \(index + 1) of the measurement lies outside 0 to \(limit)."
    case .contextLength(let count, let limit):
      "The context has \(count) bytes; at most \(limit) are allowed."
    case .reports(let count): "A sum cannot be over \(count) reports."
    case .size(let message, let count, let expected):
      "The \(message.rawValue) has \(count) bytes where \(expected) are expected."
    case .elementRange(let message, let index):
      "Element \(index + 1) of the \(message.rawValue) is not below the field's modulus."
    case .aggregator(let number, let shares):
      "There is no aggregator \(number): they are numbered from 0 to \(shares - 1)."
    case .shareCount(let count, let expected):
      "\(count) shares were brought together where \(expected) are expected."
    case .stateAlgorithm(let version, let algorithm):
      "This verification state is of version \(version) and algorithm \(algorithm), which are not known here."
    case .testPoint: "The proof cannot be tested at the drawn point; the report needs another nonce."
    case .invalidProof: "The proof does not show that the hidden counts are within their bounds."
    case .jointRandomness: "The randomness that the proof rests on was not derived from these shares."
    case .sumRange(let index): "Sum \(index + 1) is none that this number of valid reports can have."
    }
  }
}

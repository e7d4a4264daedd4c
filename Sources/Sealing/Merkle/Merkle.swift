/// The Merkle tree of a log (RFC 6962 section 2.1). Leaves are numbered from 0.
public enum Merkle {
  /// The root of a log without entries: SHA-256 of nothing.
  public static let emptyRoot = Digest(of: [])

  /// The hash of an entry: SHA-256 over a zero byte and the entry.
  public static func leafHash(_ entry: [UInt8]) -> Digest { Digest(ofParts: [[0x00], entry]) }

  /// The hash of an inner node: SHA-256 over a one byte and both children.
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest { Digest(prefix: 0x01, left, right) }

  /// The root over leaf hashes.
  public static func root(of leaves: some Sequence<Digest>) -> Digest {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// The largest power of two below `count`, which is at least 2: where a tree parts in two.
  static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

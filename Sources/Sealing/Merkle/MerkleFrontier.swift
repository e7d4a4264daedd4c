/// The right edge of a growing Merkle tree: the roots of its complete subtrees, at most one of each height.
/// It is all that appending and the root need, whatever the size of the log.
public struct MerkleFrontier: Hashable, Sendable {
  /// The number of leaves so far.
  public private(set) var size: UInt64
  /// The roots of the complete subtrees, left (largest) to right: one for each set bit of `size`.
  public private(set) var subtrees: [Digest]

  /// The edge of a tree without leaves.
  public init() { (size, subtrees) = (0, []) }

  /// Takes up a tree where it was left; nil where the number of subtrees does not fit the size.
  public init?(size: UInt64, subtrees: [Digest]) {
    guard subtrees.count == size.nonzeroBitCount else { return nil }
    (self.size, self.subtrees) = (size, subtrees)
  }

  /// Adds the hash of the next leaf.
  public mutating func append(_ leaf: Digest) {
    var node = leaf
    // Each trailing one bit of the size is a subtree as high as what is being added.
    for _ in 0..<(~size).trailingZeroBitCount {
      node = Merkle.nodeHash(subtrees.removeLast(), node)
    }
    subtrees.append(node)
    size += 1
  }

  /// The root of the tree so far (RFC 6962 section 2.1).
  public var root: Digest {
    guard var node = subtrees.last else { return Merkle.emptyRoot }
    for left in subtrees.dropLast().reversed() { node = Merkle.nodeHash(left, node) }
    return node
  }
}

/// Checking proofs, for trees of any size (the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2, which
/// suit RFC 6962's trees). Each returns where the proof holds and throws where it does not.
extension Merkle {
  /// Checks that the leaf with hash `leaf` stands at `index` of the log with `size` leaves and this root.
  public static func verifyInclusion(
    of leaf: Digest, index: UInt64, size: UInt64, root: Digest, proof: [Digest]
  ) throws(SealingError) {
    guard index < size else { throw .proofRange }
    var walk = Walk(node: index, last: size - 1)
    var hash = leaf
    for step in proof {
      hash = try walk.up() ? nodeHash(step, hash) : nodeHash(hash, step)
    }
    guard walk.isAtRoot else { throw .proofLength }
    guard hash == root else { throw .proofRoot }
  }

  /// Checks that the log with `newSize` leaves begins with the log with `oldSize`. Size 0 is refused: every
  /// log begins with the empty one, so nothing would be proved.
  public static func verifyConsistency(
    oldSize: UInt64, oldRoot: Digest, newSize: UInt64, newRoot: Digest, proof: [Digest]
  ) throws(SealingError) {
    guard oldSize >= 1, oldSize <= newSize else { throw .proofRange }
    guard oldSize < newSize else {
      guard proof.isEmpty else { throw .proofLength }
      guard oldRoot == newRoot else { throw .proofRoot }
      return
    }
    // A complete old tree is a node of the new one, and the proof leaves it out.
    let isComplete = oldSize.nonzeroBitCount == 1
    guard let start = isComplete ? oldRoot : proof.first else { throw .proofLength }
    var walk = Walk(node: oldSize - 1, last: newSize - 1)
    walk.skipRightEdges()
    var (old, new) = (start, start)
    for step in isComplete ? proof[...] : proof.dropFirst() {
      if try walk.up() {
        old = nodeHash(step, old)
        new = nodeHash(step, new)
      } else {
        new = nodeHash(new, step)
      }
    }
    guard walk.isAtRoot else { throw .proofLength }
    guard old == oldRoot, new == newRoot else { throw .proofRoot }
  }

  /// The way from a node to the root: its number and that of the last node, both on the level reached so far.
  private struct Walk {
    var node: UInt64
    var last: UInt64

    var isAtRoot: Bool { last == 0 }

    /// Goes up while the node is a right child.
    mutating func skipRightEdges() {
      while node & 1 == 1 { rise() }
    }

    /// Goes up one step of a proof. True where the step's hash belongs on the left.
    mutating func up() throws(SealingError) -> Bool {
      guard !isAtRoot else { throw .proofLength }
      let isRight = node & 1 == 1 || node == last
      if isRight {
        // A last node without a sibling stands for itself on the levels above.
        while node & 1 == 0, node != 0 { rise() }
      }
      rise()
      return isRight
    }

    private mutating func rise() {
      node >>= 1
      last >>= 1
    }
  }
}

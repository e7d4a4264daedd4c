/// Making proofs from the leaf hashes of a log.
extension Merkle {
  /// The audit path of the leaf at `index`, lowest step first (RFC 6962 section 2.1.1). Throws `proofRange`
  /// where there is no such leaf.
  public static func inclusionProof(index: Int, leaves: [Digest]) throws(SealingError) -> [Digest] {
    guard leaves.indices.contains(index) else { throw .proofRange }
    var steps: [Digest] = []
    var part = leaves[...]
    while part.count > 1 {
      let middle = part.startIndex + split(part.count)
      if index < middle {
        steps.append(root(of: part[middle...]))
        part = part[..<middle]
      } else {
        steps.append(root(of: part[..<middle]))
        part = part[middle...]
      }
    }
    return steps.reversed()
  }

  /// The proof that the log over all `leaves` begins with the log of the first `size`, lowest step first
  /// (RFC 6962 section 2.1.2). Throws `proofRange` for size 0 and for a size past the end.
  public static func consistencyProof(from size: Int, leaves: [Digest]) throws(SealingError) -> [Digest] {
    guard size >= 1, size <= leaves.count else { throw .proofRange }
    var steps: [Digest] = []
    var part = leaves[...]
    // Whether `part` begins the old tree; its root is then known to who checks.
    var isOldRoot = true
    while part.endIndex != size {
      let middle = part.startIndex + split(part.count)
      if size <= middle {
        steps.append(root(of: part[middle...]))
        part = part[..<middle]
      } else {
        steps.append(root(of: part[..<middle]))
        part = part[middle...]
        isOldRoot = false
      }
    }
    if !isOldRoot { steps.append(root(of: part)) }
    return steps.reversed()
  }
}

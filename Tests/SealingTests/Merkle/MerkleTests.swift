import Sealing
import Testing

@Suite struct MerkleTests {
  static let leaves = (0..<130).map { Merkle.leafHash([UInt8($0)]) }

  /// RFC 6962 section 2.1 word by word, to hold the incremental root against.
  static func definedRoot(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? Digest(of: []) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return Digest(
      of: [1] + definedRoot(leaves[..<middle]).bytes + definedRoot(leaves[middle...]).bytes)
  }

  @Test func `known hashes`() {
    #expect(Merkle.emptyRoot.hex == DigestTests.empty)
    // The leaf hash of an empty entry, as Certificate Transparency's own tests have it.
    #expect(
      Merkle.leafHash([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    let (left, right) = (Self.leaves[0], Self.leaves[1])
    #expect(Merkle.nodeHash(left, right) == Digest(of: [1] + left.bytes + right.bytes))
  }

  @Test(arguments: 0...130)
  func `the root is the one defined`(size: Int) {
    #expect(Merkle.root(of: Self.leaves[..<size]) == Self.definedRoot(Self.leaves[..<size]))
  }

  @Test func `a frontier goes on where it was left`() throws {
    var frontier = MerkleFrontier()
    for (place, leaf) in Self.leaves.enumerated() {
      frontier = try #require(MerkleFrontier(size: frontier.size, subtrees: frontier.subtrees))
      frontier.append(leaf)
      #expect(frontier.size == place + 1)
      #expect(frontier.root == Merkle.root(of: Self.leaves[...place]))
    }
    #expect(MerkleFrontier(size: 3, subtrees: [Self.leaves[0]]) == nil)
  }

  @Test(arguments: 1...130)
  func `every leaf has a proof that holds for it alone`(size: Int) throws {
    let leaves = Array(Self.leaves[..<size])
    let root = Merkle.root(of: leaves)
    for index in leaves.indices {
      let proof = try Merkle.inclusionProof(index: index, leaves: leaves)
      func verify(
        of leaf: Digest, index: UInt64, size: Int = size, root: Digest = root, proof: [Digest] = proof
      ) throws(SealingError) {
        try Merkle.verifyInclusion(of: leaf, index: index, size: UInt64(size), root: root, proof: proof)
      }
      try verify(of: leaves[index], index: UInt64(index))
      let other = (index + 1) % 130
      #expect(throws: SealingError.proofRoot) { try verify(of: Self.leaves[other], index: UInt64(index)) }
      #expect(throws: SealingError.proofRoot) {
        try verify(of: leaves[index], index: UInt64(index), root: Merkle.emptyRoot)
      }
      #expect(throws: SealingError.proofLength) {
        try verify(of: leaves[index], index: UInt64(index), proof: proof + [root])
      }
      #expect(throws: SealingError.proofRange) { try verify(of: leaves[index], index: UInt64(size)) }
      if !proof.isEmpty {
        #expect(throws: SealingError.proofLength) {
          try verify(of: leaves[index], index: UInt64(index), proof: proof.dropLast())
        }
        #expect(throws: SealingError.self) { try verify(of: leaves[index], index: UInt64(index ^ 1)) }
      }
    }
  }

  @Test(arguments: 1...130)
  func `every earlier size has a proof that holds for it alone`(size: Int) throws {
    let leaves = Array(Self.leaves[..<size])
    let root = Merkle.root(of: leaves)
    for old in 1...size {
      let oldRoot = Merkle.root(of: leaves[..<old])
      let proof = try Merkle.consistencyProof(from: old, leaves: leaves)
      func verify(
        old: Int = old, oldRoot: Digest = oldRoot, root: Digest = root, proof: [Digest] = proof
      ) throws(SealingError) {
        try Merkle.verifyConsistency(
          oldSize: UInt64(old), oldRoot: oldRoot, newSize: UInt64(size), newRoot: root, proof: proof)
      }
      try verify()
      #expect(throws: SealingError.proofRoot) { try verify(oldRoot: Merkle.emptyRoot) }
      #expect(throws: SealingError.proofRoot) { try verify(root: Merkle.emptyRoot) }
      #expect(throws: SealingError.proofLength) { try verify(proof: proof + [root]) }
      #expect(throws: SealingError.self) { try verify(old: old - 1) }
      #expect(throws: SealingError.proofRange) { try verify(old: size + 1) }
      if !proof.isEmpty {
        #expect(throws: SealingError.proofLength) { try verify(proof: proof.dropLast()) }
        #expect(throws: SealingError.self) { try verify(proof: Array(proof.dropFirst())) }
      }
    }
  }

  @Test func `what does not exist has no proof`() {
    #expect(throws: SealingError.proofRange) { try Merkle.inclusionProof(index: 0, leaves: []) }
    #expect(throws: SealingError.proofRange) { try Merkle.inclusionProof(index: -1, leaves: Self.leaves) }
    #expect(throws: SealingError.proofRange) { try Merkle.inclusionProof(index: 130, leaves: Self.leaves) }
    #expect(throws: SealingError.proofRange) { try Merkle.consistencyProof(from: 0, leaves: Self.leaves) }
    #expect(throws: SealingError.proofRange) { try Merkle.consistencyProof(from: 131, leaves: Self.leaves) }
  }

  @Test func `the largest sizes do no harm`() {
    let leaf = Self.leaves[0]
    #expect(throws: SealingError.proofLength) {
      try Merkle.verifyInclusion(of: leaf, index: .max - 1, size: .max, root: leaf, proof: Self.leaves)
    }
    #expect(throws: SealingError.proofLength) {
      try Merkle.verifyConsistency(
        oldSize: 1 << 63, oldRoot: leaf, newSize: .max, newRoot: leaf, proof: Self.leaves)
    }
  }
}

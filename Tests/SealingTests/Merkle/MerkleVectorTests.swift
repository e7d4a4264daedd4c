import Foundation
import Sealing
import Testing

/// transparency-dev/merkle's proofs, right and wrong, under the folder that `WAYMARK_VECTORS` names.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYMARK_VECTORS"] != nil,
    "WAYMARK_VECTORS does not name the folder with the public test vectors"))
struct MerkleVectorTests {
  @Test func `inclusion`() throws {
    let vectors = try vectors(of: "inclusion")
    #expect(vectors.count >= 90)
    for (name, vector) in vectors {
      expect(vector, name) {
        guard let index = vector["leafIdx"]?.asInt, let size = vector["treeSize"]?.asInt,
          let root = digest(vector["root"]), let leaf = digest(vector["leafHash"]), let proof = proof(vector)
        else { throw SealingError.proofRoot }
        try Merkle.verifyInclusion(
          of: leaf, index: UInt64(index), size: UInt64(size), root: root, proof: proof)
      }
    }
  }

  @Test func `consistency`() throws {
    let vectors = try vectors(of: "consistency")
    #expect(vectors.count >= 90)
    for (name, vector) in vectors {
      expect(vector, name) {
        guard let oldSize = vector["size1"]?.asInt, let newSize = vector["size2"]?.asInt,
          let oldRoot = standIn(vector["root1"]), let newRoot = standIn(vector["root2"]),
          let proof = proof(vector)
        else { throw SealingError.proofRoot }
        try Merkle.verifyConsistency(
          oldSize: UInt64(oldSize), oldRoot: oldRoot, newSize: UInt64(newSize), newRoot: newRoot, proof: proof
        )
      }
    }
  }

  private func expect(_ vector: JSONValue, _ name: String, _ verify: () throws -> Void) {
    guard let isWrong = vector["wantErr"]?.asBool else {
      Issue.record("\(name) does not say whether it is wrong")
      return
    }
    do {
      try verify()
      #expect(!isWrong, "\(name) was let through")
    } catch {
      #expect(isWrong, "\(name) was refused: \(error)")
    }
  }

  private func digest(_ value: JSONValue?) -> Digest? {
    value?.asString.flatMap { Base64.decode($0) }.flatMap { Digest(bytes: $0) }
  }

  /// Some of these roots are just words; where only "same or not" matters, the digest of the words does as
  /// well.
  private func standIn(_ value: JSONValue?) -> Digest? {
    guard let bytes = value?.asString.flatMap({ Base64.decode($0) }) else { return nil }
    return Digest(bytes: bytes) ?? Digest(of: bytes)
  }

  private func proof(_ vector: JSONValue) -> [Digest]? {
    guard let steps = vector["proof"]?.asArray else { return vector["proof"]?.isNull == false ? nil : [] }
    let digests = steps.compactMap(digest)
    return digests.count == steps.count ? digests : nil
  }

  private func vectors(of kind: String) throws -> [(name: String, vector: JSONValue)] {
    let folder = try #require(ProcessInfo.processInfo.environment["WAYMARK_VECTORS"]) + "/merkle/" + kind
    let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      return ("\(kind)/\(name)", try JSONValue(parsing: Array(bytes)))
    }
  }
}

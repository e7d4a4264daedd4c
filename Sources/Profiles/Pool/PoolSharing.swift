import Diagnostics
import Prio
import Sealing

/// How a pool's counts are split, proved and added up: Prio3SumVec of the IETF's VDAF draft, bound to the pool's task.
public struct PoolSharing: Sendable {
  static let name = "Prio3SumVec"
  static let draft = Int(Prio3SumVec.draftVersion)

  public let prio: Prio3SumVec
  /// What every share and proof is bound to.
  public let context: [UInt8]

  static func shortestProof(cells: Int) -> Int {
    let bits = PoolTask.largestCount.bitWidth - PoolTask.largestCount.leadingZeroBitCount
    return Prio3SumVec.shortestProofChunk(encodedLength: max(1, cells) * bits)
  }
}

extension PoolTask {
  /// - Throws: `badData` where the task's numbers do not allow it.
  public func sharing() throws(Failure) -> PoolSharing {
    do {
      return PoolSharing(
        prio: try Prio3SumVec(
          length: cellCount, maxMeasurement: Self.largestCount, chunkLength: chunkLength),
        context: Array("waymark pool \(try id())".utf8))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw PoolFailures.impossible("pool's task", "its counts cannot be shared. \(error)")
    }
  }

  /// What shares are sealed for.
  static let sharePurpose = "waymark pool share v1"
  static let verifyKeyPurpose = "waymark pool verify key v1"

  /// Makes and seals the key that both registries check proofs with.
  public static func newVerifyKey(
    sealedTo second: PoolRegistry
  ) throws(Failure) -> (key: [UInt8], sealed: SealedBox) {
    let key = SystemRandomness.randomBytes(Prio3SumVec.verifyKeySize)
    do {
      return (key, try second.box.seal(key, for: verifyKeyPurpose, context: []))
    } catch {
      throw Failure(.badData, "Nothing can be sealed to “\(second.origin)”. \(error)")
    }
  }

  /// The key that proofs are checked with, as its second registry opens it.
  ///
  /// - Throws: `refused` where it was sealed to another key.
  public func verifyKey(openedBy key: BoxKey) throws(Failure) -> [UInt8] {
    do {
      let opened = try key.open(sealedVerifyKey, for: Self.verifyKeyPurpose, context: [])
      if opened.count == Prio3SumVec.verifyKeySize { return opened }
    } catch {}
    throw PoolRule.notSealed.refusal(
      "The pool's task holds a key that was not sealed to this registry.",
      help: "Ask “\(registries[0].origin)” to open the pool with this registry's card.")
  }
}

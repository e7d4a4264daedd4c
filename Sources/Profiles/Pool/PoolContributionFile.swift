import Diagnostics
import Documents
import Frameworks
import Sealing

/// A contribution's file, read but not yet believed.
public struct PoolContributionFile: Sendable {
  public static let byteLimit = 4 << 20

  public let contribution: PoolContribution
  /// SHA-256 of what was signed, by which the contribution is known.
  public let id: Digest
  /// The name of the key that is said to have signed.
  public let signer: String
  private let note: SignedNote

  /// - Throws: `badData` where it is no contribution.
  public init(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.count <= Self.byteLimit else {
      throw PoolFailures.impossible("contribution", "it is larger than any contribution")
    }
    let (note, json) = try PoolNote.read(bytes, schema: PoolContribution.schema, noun: PoolContribution.noun)
    contribution = try PoolContribution(json)
    self.note = note
    id = Digest(ofText: note.text)
    guard note.signatures.count == 1, let first = note.signatures.first else {
      throw PoolRule.notSigned.refusal(
        "A contribution carries its partnership's signature and no other.",
        help: "Ask its sender for the file as it was signed.")
    }
    signer = first.name
  }

  /// - Throws: `refused` by the rule “not-signed”.
  public func check(signedBy key: VerifyingKey) throws(Failure) {
    try PoolNote.check(note, signedBy: [key], noun: PoolContribution.noun)
  }

  /// Holds what the file says of itself against the pool's task.
  ///
  /// - Throws: `refused` by the rule that forbids it.
  public func check(against task: PoolTask) throws(Failure) {
    let own = contribution
    if own.framework != task.framework {
      throw PoolRule.otherFramework.refusal(
        "The contribution is for a pool of “\(own.framework.reference)” (\(own.framework.digest)), this pool is of "
          + "“\(task.framework.reference)” (\(task.framework.digest)).", help: Self.anew)
    }
    if own.period != task.period || own.kind != task.kind {
      throw PoolRule.otherPeriod.refusal(
        "The contribution is for \(own.period), \(own.kind.rawValue); this pool is for \(task.period), "
          + "\(task.kind.rawValue).", help: Self.anew)
    }
    if own.region != task.region {
      throw PoolRule.otherRegion.refusal(
        "The contribution is for \(own.region); this pool is for \(task.region).", help: Self.anew)
    }
    guard try own.task == task.id() else {
      throw PoolRule.otherTask.refusal(
        "The contribution was made for another task of the same framework, region and year.", help: Self.anew)
    }
    guard own.declared.count == task.criteria.count, own.shares.count == task.registries.count,
      own.omitted.allSatisfy({ omission in task.criteria.contains { $0.id == omission.id } })
    else {
      throw PoolFailures.impossible("contribution", "it has other criteria or shares than its pool")
    }
  }

  private static let anew = "A contribution is made for one pool and taken by that one only."
}

extension PoolContribution {
  static let noun = "contribution"

  var json: JSONValue {
    [
      "schema": .string(Self.schema),
      "task": .string(task.description),
      "framework": framework.json,
      "region": .string(region),
      "period": .string(period.description),
      "kind": .string(kind.rawValue),
      "partnership": .string(partnership),
      "source": .string(source.description),
      "declared": .array(declared.map { .int(Int64($0)) }),
      "omitted": .array(omitted.map { ["id": .string($0.id), "reason": .string($0.reason.rawValue)] }),
      "nonce": .string(Hex.encode(nonce)),
      "publicShare": .string(Base64.encode(publicShare)),
      "shares": .array(shares.map { .string(Base64.encode($0.bytes)) }),
    ]
  }

  init(_ json: JSONValue) throws(Failure) {
    let root = try StrictObject(
      json, at: "it", of: Self.noun,
      keys: [
        "schema", "task", "framework", "region", "period", "kind", "partnership", "source", "declared",
        "omitted", "nonce", "publicShare", "shares",
      ])
    var omitted: [Omission] = []
    for object in try root.objects("omitted", keys: ["id", "reason"]) {
      omitted.append(
        Omission(
          id: try object.text("id"), reason: try object.exact("reason") { Omission.Reason(rawValue: $0) }))
    }
    var shares: [SealedBox] = []
    for share in try root.list("shares") {
      guard let box = share.asString.flatMap({ Base64.decode($0) }).flatMap({ SealedBox(bytes: $0) }) else {
        throw root.failure("“shares” should hold sealed shares")
      }
      shares.append(box)
    }
    try self.init(
      task: root.exact("task") { Digest(text: $0) },
      framework: Sheet.FrameworkName(root.object("framework", keys: Sheet.FrameworkName.keys)),
      region: root.text("region"), period: root.exact("period", Period.init(_:)),
      kind: root.exact("kind") { ReviewKind(rawValue: $0) }, partnership: root.text("partnership"),
      source: root.exact("source") { Digest(text: $0) }, declared: root.wholes("declared"), omitted: omitted,
      nonce: root.exact("nonce") { Hex.decode($0) }, publicShare: root.bytes("publicShare"), shares: shares)
  }
}

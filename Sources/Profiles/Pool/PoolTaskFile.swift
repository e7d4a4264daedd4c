import Diagnostics
import Documents
import Frameworks
import Sealing

extension PoolTask {
  private static let noun = "pool's task"

  /// The task under the signature of the registry that opens it.
  public func file(signedBy key: SigningKey) throws(Failure) -> [UInt8] {
    try PoolNote.signed(json, by: key)
  }

  /// The task's file with the other registry's signature below the first.
  ///
  /// - Throws: `badData`, or `refused` unless exactly the first registry has signed.
  public static func countersigned(_ file: [UInt8], by key: SigningKey) throws(Failure) -> [UInt8] {
    let (note, json) = try PoolNote.read(file, schema: schema, noun: noun)
    let task = try PoolTask(json)
    if note.signatures.count == 2 {
      _ = try read(file)
      return file
    }
    try PoolNote.check(note, signedBy: [task.registries[0].key], noun: noun)
    do { return try note.signed(by: key).bytes } catch {
      throw Failure(.badData, "The task cannot be signed: \(error).")
    }
  }

  /// Reads a task's file with its signatures: the first registry's, and then perhaps the second's.
  ///
  /// - Returns: the task, and whether both have signed.
  public static func read(_ file: [UInt8]) throws(Failure) -> (task: PoolTask, isAccepted: Bool) {
    let (note, json) = try PoolNote.read(file, schema: schema, noun: noun)
    let task = try PoolTask(json)
    let keys = task.registries.map(\.key)
    let isAccepted = note.signatures.count > 1
    try PoolNote.check(note, signedBy: isAccepted ? keys : [keys[0]], noun: noun)
    return (task, isAccepted)
  }

  /// Reads a task that both registries have signed.
  ///
  /// - Throws: `refused` by the rule “not-accepted” where the second has not.
  public static func readAccepted(_ file: [UInt8]) throws(Failure) -> PoolTask {
    let (task, isAccepted) = try read(file)
    if isAccepted { return task }
    throw PoolRule.notAccepted.refusal(
      "The pool's task is signed by “\(task.registries[0].origin)” only.",
      help: "“\(task.registries[1].origin)” signs it with: waymark pool open --accept FILE")
  }

  // MARK: JSON

  var json: JSONValue {
    [
      "schema": .string(Self.schema),
      "framework": framework.json,
      "criteria": .array(
        criteria.map {
          [
            "id": .string($0.id), "title": .string($0.title),
            "points": .array($0.points.map { .int(Int64($0)) }),
          ]
        }),
      "omitted": .array(omitted.map { ["id": .string($0.id), "reason": .string($0.reason.rawValue)] }),
      "region": .string(region),
      "period": .string(period.description),
      "kind": .string(kind.rawValue),
      "until": .string(until.description),
      "policy": ["id": .string(policy.id), "digest": .string(policy.digest.description)],
      "gate": [
        "epsilon": .string(terms.epsilon.description),
        "partnerships": .int(Int64(terms.partnerships)), "subjects": .int(Int64(terms.subjects)),
        "share": .string(terms.share.description),
        "means": .int(Int64(terms.means)), "distributions": .int(Int64(terms.distributions)),
      ],
      "largestCount": .int(Int64(Self.largestCount)),
      "shares": [
        "name": .string(PoolSharing.name), "draft": .int(Int64(PoolSharing.draft)),
        "chunkLength": .int(Int64(chunkLength)),
      ],
      "registries": .array(registries.map { .members($0.members) }),
      "verifyKey": .string(Base64.encode(sealedVerifyKey.bytes)),
    ]
  }

  init(_ json: JSONValue) throws(Failure) {
    let noun = Self.noun
    let root = try StrictObject(
      json, at: "it", of: noun,
      keys: [
        "schema", "framework", "criteria", "omitted", "region", "period", "kind", "until", "policy", "gate",
        "largestCount", "shares", "registries", "verifyKey",
      ])
    let shares = try root.object("shares", keys: ["name", "draft", "chunkLength"])
    guard try shares.text("name") == PoolSharing.name, try shares.whole("draft") == PoolSharing.draft,
      try root.whole("largestCount") == Self.largestCount
    else { throw root.failure("it shares counts in a way that this Waymark does not know") }
    var criteria: [PoolCriterion] = []
    for object in try root.objects("criteria", keys: ["id", "title", "points"]) {
      criteria.append(
        PoolCriterion(
          id: try object.text("id"), title: try object.text("title"), points: try object.wholes("points")))
    }
    var registries: [PoolRegistry] = []
    for object in try root.objects("registries", keys: PoolRegistry.keys) {
      registries.append(try PoolRegistry(object))
    }
    let gate = try root.object(
      "gate", keys: ["epsilon", "partnerships", "subjects", "share", "means", "distributions"])
    var terms = PoolTerms()
    terms.epsilon = try gate.exact("epsilon", Fraction.init(_:))
    (terms.partnerships, terms.subjects) = (try gate.whole("partnerships"), try gate.whole("subjects"))
    terms.share = try gate.exact("share", Fraction.init(_:))
    (terms.means, terms.distributions) = (try gate.whole("means"), try gate.whole("distributions"))
    let policy = try root.object("policy", keys: ["id", "digest"])
    guard let sealed = SealedBox(bytes: try root.bytes("verifyKey")) else {
      throw root.failure("“verifyKey” is no sealed key")
    }
    try self.init(
      framework: Sheet.FrameworkName(root.object("framework", keys: Sheet.FrameworkName.keys)),
      criteria: criteria, omitted: Self.omissions(root), region: root.text("region"),
      period: root.exact("period", Period.init(_:)), kind: root.exact("kind") { ReviewKind(rawValue: $0) },
      until: root.exact("until", Day.init(_:)),
      policy: Sheet.PolicyName(
        id: policy.text("id"), digest: policy.exact("digest") { Digest(text: $0) }),
      terms: terms, registries: registries, sealedVerifyKey: sealed,
      chunkLength: shares.whole("chunkLength"))
  }

  static func omissions(_ root: StrictObject) throws(Failure) -> [PoolOmission] {
    var omitted: [PoolOmission] = []
    for object in try root.objects("omitted", keys: ["id", "reason"]) {
      omitted.append(
        PoolOmission(
          id: try object.text("id"), reason: try object.exact("reason") { PoolOmission.Reason(rawValue: $0) })
      )
    }
    return omitted
  }
}

extension Sheet.FrameworkName {
  static let keys = ["id", "version", "digest", "title"]

  var json: JSONValue {
    [
      "id": .string(id), "version": .string(version.description), "digest": .string(digest.description),
      "title": .string(title),
    ]
  }

  init(_ object: StrictObject) throws(Failure) {
    self.init(
      id: try object.text("id"), version: try object.exact("version", SemanticVersion.init(_:)),
      digest: try object.exact("digest") { Digest(text: $0) }, title: try object.text("title"))
  }
}

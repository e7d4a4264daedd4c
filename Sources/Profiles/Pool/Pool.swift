import Diagnostics
import Documents
import Frameworks
import Prio
import Sealing

/// A region's pool, opened: what many partnerships' contributions add up to, with the noise of both registries. It
/// carries both registries' signed shares, so that anybody can add them up again.
public struct Pool: Sendable, Equatable {
  public static let schema = "waymark.pool/1"

  /// What was agreed.
  public let task: PoolTask
  /// ``PoolTask/id()``.
  public let id: Digest
  /// How many partnerships' contributions were added up.
  public let partnerships: Int
  /// In the framework's order.
  public let figures: [PoolFigure]
  public let omitted: [PoolOmission]
  /// The task's file and both registries' signed shares.
  public let evidence: Evidence

  public struct Evidence: Sendable, Equatable {
    /// As both registries signed it.
    public let task: [UInt8]
    /// In the order of the task's registries.
    public let shares: [[UInt8]]
  }

  /// Opens a pool.
  ///
  /// - Parameters:
  ///   - taskFile: signed by both registries.
  ///   - shares: the signed share of each, in any order.
  /// - Throws: `refused` where one registry's share is missing or without its noise, where both did not add up the
  ///   same, or where no criterion passed the gates; `badData`.
  public init(task taskFile: [UInt8], shares: [[UInt8]]) throws(Failure) {
    let task = try PoolTask.readAccepted(taskFile)
    var found: [String: (share: PoolShare, file: [UInt8])] = [:]
    for file in shares {
      let share = try PoolShare.read(file, of: task)
      if let other = found[share.registry], other.file != file {
        throw PoolRule.frozen.refusal(
          "“\(share.registry)” signed two different shares.", help: "Keep both as evidence; neither is used.")
      }
      found[share.registry] = (share, file)
    }
    guard let first = found[task.registries[0].origin], let second = found[task.registries[1].origin] else {
      let missing = task.registries.map(\.origin).filter { found[$0] == nil }
      throw PoolRule.noise.refusal(
        "The share and the noise of \(missing.map { "“\($0)”" }.joined(separator: " and ")) are missing.",
        help:
          "A pool opens only with the full noise of both registries. At each, run `waymark pool aggregate` with --close and the "
          + "other's outbox as --peer.")
    }
    try self.init(
      task: task, first.share, second.share, Evidence(task: taskFile, shares: [first.file, second.file]))
  }

  private init(
    task: PoolTask, _ first: PoolShare, _ second: PoolShare, _ evidence: Evidence
  ) throws(Failure) {
    guard first.batch == second.batch, first.contributions == second.contributions else {
      throw PoolRule.otherBatch.refusal(
        "The registries added up different contributions.", help: "Keep both shares as evidence.")
    }
    var (figures, omitted): ([PoolFigure], [PoolOmission]) = ([], [])
    for (index, criterion) in task.criteria.enumerated() {
      let (one, other) = (first.figures[index], second.figures[index])
      guard one.n == other.n, one.partnerships == other.partnerships, one.release == other.release else {
        throw PoolRule.otherBatch.refusal(
          "The registries say different things of what stands behind “\(criterion.id)”.",
          help: "Keep both shares as evidence.")
      }
      if case .withheld(let reason) = one.release {
        omitted.append(PoolOmission(id: criterion.id, reason: reason))
        continue
      }
      let opened = zip(one.share, other.share).compactMap { ($0 + $1).centred }
      guard opened.count == one.share.count, let scale = task.noiseScale(of: criterion, one.release),
        let figure = PoolFigure(
          criterion, n: one.n, partnerships: one.partnerships,
          opened: one.release == .mean ? .sum(opened.first ?? 0) : .counts(opened),
          epsilon: task.terms.epsilon, scale: scale)
      else {
        throw PoolFailures.impossible("pool", "the shares of “\(criterion.id)” add up to no possible figure")
      }
      figures.append(figure)
    }
    guard !figures.isEmpty else { throw Self.nothing(task, first.contributions, omitted) }
    (self.task, id, partnerships) = (task, try task.id(), first.contributions)
    (self.figures, self.evidence) = (figures, evidence)
    self.omitted = omitted + task.omitted
  }

  private static func nothing(
    _ task: PoolTask, _ contributions: Int, _ omitted: [PoolOmission]
  ) -> Failure {
    let reasons = PoolOmission.Reason.allCases.compactMap { reason -> String? in
      let paths = omitted.filter { $0.reason == reason }.map { "“\($0.id)”" }
      return paths.isEmpty ? nil : "\(reason.words) (\(paths.joined(separator: ", ")))"
    }
    return PoolRule.poolGate.refusal(
      "Nothing can be opened: \(reasons.joined(separator: "; ")). \(contributions) partnerships took part; a criterion needs at "
        + "least \(task.terms.partnerships) of them and \(task.terms.subjects) schools, with at most "
        + "\(task.terms.share.percentage) of the schools from one.",
      help: "Pool a larger region next year. Nothing of these contributions was told to anybody.")
  }

  // MARK: Payload

  /// The exact bytes that are published: canonical JSON (RFC 8785) with the schema `waymark.pool/1`.
  public func payload() throws(Failure) -> [UInt8] {
    try PoolNote.canonical([
      "schema": .string(Self.schema),
      "framework": task.framework.json,
      "region": .string(task.region),
      "period": .string(task.period.description),
      "kind": .string(task.kind.rawValue),
      "policy": ["id": .string(task.policy.id), "digest": .string(task.policy.digest.description)],
      "registries": .array(
        task.registries.map { ["title": .string($0.title), "origin": .string($0.origin)] }),
      "partnerships": .int(Int64(partnerships)),
      "figures": .array(figures.map(\.json)),
      "omitted": .array(omitted.map { ["id": .string($0.id), "reason": .string($0.reason.rawValue)] }),
      "evidence": [
        "task": .string(String(decoding: evidence.task, as: UTF8.self)),
        "shares": .array(evidence.shares.map { .string(String(decoding: $0, as: UTF8.self)) }),
      ],
    ])
  }

  /// Reads an opened pool: everything in it is worked out again from both registries' signed shares, and has to come
  /// out byte for byte.
  ///
  /// - Throws: `badData`, or `refused` where a signature or a share does not hold.
  public init(payload: [UInt8]) throws(Failure) {
    let noun = "pool"
    let json: JSONValue
    do {
      json = try JSONValue(parsing: payload, limits: JSONLimits(bytes: 4 << 20, depth: 8, values: 200_000))
    } catch {
      throw Failure(
        .badData, "This is no pool. \(error)", help: "Ask its sender for the file as it was signed.")
    }
    guard json["schema"]?.asString == Self.schema else {
      throw PoolFailures.impossible(noun, "its schema is not “\(Self.schema)”")
    }
    guard let evidence = json["evidence"], let task = evidence["task"]?.asString,
      let texts = evidence["shares"]?.asArray?.map(\.asString), texts.count == 2, !texts.contains(nil)
    else { throw PoolFailures.impossible(noun, "it lacks the registries' signed shares") }
    try self.init(task: Array(task.utf8), shares: texts.compactMap { $0.map { Array($0.utf8) } })
    guard try self.payload() == payload else {
      throw PoolFailures.impossible(noun, "its figures are not what the registries' shares add up to")
    }
  }
}

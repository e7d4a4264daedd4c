import Diagnostics
import Documents
import Frameworks
import Prio
import Sealing

/// A partnership's counts on their way to a pool: two sealed shares, neither of which tells anything, a proof that the
/// counts behind them are possible, and how many subjects are declared for each criterion.
public struct PoolContribution: Sendable, Equatable {
  public static let schema = "waymark.contribution/1"

  /// ``PoolTask/id()``.
  public let task: Digest
  /// What it is for, in the clear, so that a refusal can say what is wrong.
  public let framework: Sheet.FrameworkName
  public let region: String
  public let period: Period
  public let kind: ReviewKind
  /// The partnership's slug.
  public let partnership: String
  /// The content that the judgements were made against.
  public let source: Digest
  /// How many subjects are judged on each criterion of the task.
  public let declared: [Int]
  public let omitted: [Omission]
  public let nonce: [UInt8]
  public let publicShare: [UInt8]
  /// For the first and the second registry.
  public let shares: [SealedBox]

  /// A criterion of the pool that the partnership's framework has no equal to. It says nothing about judgements.
  public struct Omission: Sendable, Equatable {
    /// The criterion's path in the pool's framework.
    public let id: String
    public let reason: Reason

    public enum Reason: String, Sendable, CaseIterable {
      case noCounterpart = "no-counterpart"
      case notTheSame = "not-the-same"
      case otherScale = "other-scale"
      /// The words differ, and no author says that the meaning does not.
      case unsaid = "other-words"
      case notJudged = "not-judged"
    }
  }

  /// Splits and seals counts. Every call draws anew, so a workspace calls once and keeps the bytes.
  ///
  /// - Returns: the contribution's file, signed.
  /// - Throws: `badData` where something cannot be shared, sealed or signed.
  public static func file(
    _ counts: PoolCounts, for task: PoolTask, of partnership: String, source: Digest, signedBy key: SigningKey
  ) throws(Failure) -> [UInt8] {
    try file(counts, for: task, of: partnership, source: source, signedBy: key, changing: { _ in })
  }

  /// The same, with a look at the shares before they are sealed.
  package static func file(
    _ counts: PoolCounts, for task: PoolTask, of partnership: String, source: Digest,
    signedBy key: SigningKey,
    changing: (inout [[UInt8]]) -> Void
  ) throws(Failure) -> [UInt8] {
    let sharing = try task.sharing()
    do {
      let nonce = SystemRandomness.randomBytes(Prio3SumVec.nonceSize)
      let report = try sharing.prio.shard(
        counts.cells, context: sharing.context, nonce: nonce,
        random: SystemRandomness.randomBytes(sharing.prio.randomSize))
      var contribution = try PoolContribution(
        task: task.id(), framework: task.framework, region: task.region, period: task.period, kind: task.kind,
        partnership: partnership, source: source, declared: counts.declared, omitted: counts.omitted,
        nonce: nonce, publicShare: report.publicShare, shares: [])
      let context = try contribution.context()
      var boxes: [SealedBox] = []
      var shares = report.inputShares
      changing(&shares)
      for (registry, share) in zip(task.registries, shares) {
        boxes.append(try registry.box.seal(share, for: PoolTask.sharePurpose, context: context))
      }
      contribution = try PoolContribution(contribution, shares: boxes)
      return try PoolNote.signed(contribution.json, by: key)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badData, "The counts cannot be shared. \(error)")
    }
  }

  /// What the shares are bound to: everything but the shares.
  func context() throws(Failure) -> [UInt8] {
    Digest(of: try PoolNote.canonical(.object((json.asObject ?? []).filter { $0.key != "shares" }))).bytes
  }

  /// A registry's own share, opened.
  ///
  /// - Throws: `refused` by the rule “not-sealed”.
  public func share(_ place: Int, openedBy key: BoxKey) throws(Failure) -> [UInt8] {
    do {
      return try key.open(shares[place], for: PoolTask.sharePurpose, context: try context())
    } catch {
      throw PoolRule.notSealed.refusal(
        "The share for this registry does not open. \(error)",
        help: "The partnership makes a contribution from the pool's task as both registries signed it.")
    }
  }

  init(
    task: Digest, framework: Sheet.FrameworkName, region: String, period: Period, kind: ReviewKind,
    partnership: String, source: Digest, declared: [Int], omitted: [Omission], nonce: [UInt8],
    publicShare: [UInt8], shares: [SealedBox]
  ) throws(Failure) {
    (self.task, self.framework, self.region, self.period) = (task, framework, region, period)
    (self.kind, self.partnership, self.source) = (kind, partnership, source)
    (self.declared, self.omitted, self.nonce) = (declared, omitted, nonce)
    (self.publicShare, self.shares) = (publicShare, shares)
    func impossible(_ what: String) -> Failure { PoolFailures.impossible("contribution", what) }
    guard SlugRule.isSlug(partnership) else {
      throw impossible("“\(partnership.prefix(80))” is no partnership's slug")
    }
    guard Region.isCode(region) else { throw impossible("“\(region.prefix(80))” is no region's code") }
    guard declared.allSatisfy({ (0...1_000_000).contains($0) }) else {
      throw impossible("it declares a number of subjects that cannot be")
    }
    guard nonce.count == Prio3SumVec.nonceSize else { throw impossible("its nonce has a wrong length") }
  }

  private init(_ other: PoolContribution, shares: [SealedBox]) throws(Failure) {
    try self.init(
      task: other.task, framework: other.framework, region: other.region, period: other.period,
      kind: other.kind, partnership: other.partnership, source: other.source, declared: other.declared,
      omitted: other.omitted, nonce: other.nonce, publicShare: other.publicShare, shares: shares)
  }
}

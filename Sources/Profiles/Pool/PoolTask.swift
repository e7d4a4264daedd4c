import Diagnostics
import Documents
import Frameworks
import Rubrics
import Sealing

/// A criterion that is pooled.
public struct PoolCriterion: Sendable, Equatable {
  /// The criterion's path.
  public let id: String
  public let title: String
  /// The values of the scale's points, in its order.
  public let points: [Int]

  public init(id: String, title: String, points: [Int]) {
    (self.id, self.title, self.points) = (id, title, points)
  }

  var lowest: Int { points.min() ?? 0 }
  var highest: Int { points.max() ?? 0 }
}

/// What two registries agree to add up: one framework, region, school year and kind of review.
public struct PoolTask: Sendable, Equatable {
  public static let schema = "waymark.pool-task/1"
  /// The most that one count may be.
  public static let largestCount = 255

  public let framework: Sheet.FrameworkName
  /// In the framework's order.
  public let criteria: [PoolCriterion]
  /// Judged criteria that cannot be pooled.
  public let omitted: [PoolOmission]
  /// The region's code at the Office for National Statistics.
  public let region: String
  public let period: Period
  public let kind: ReviewKind
  /// The last day on which contributions are taken.
  public let until: Day
  public let policy: Sheet.PolicyName
  public let terms: PoolTerms
  /// The one that opened the pool, and the one beside it. Shares go to them in this order.
  public let registries: [PoolRegistry]
  /// The key that both check proofs with, sealed to the second; contributors never learn it.
  public let sealedVerifyKey: SealedBox
  /// How a proof is cut up; all parties hold the same.
  public let chunkLength: Int

  /// - Throws: `badData` where something is impossible.
  public init(
    framework: Sheet.FrameworkName, criteria: [PoolCriterion], omitted: [PoolOmission], region: String,
    period: Period, kind: ReviewKind, until: Day, policy: Sheet.PolicyName, terms: PoolTerms,
    registries: [PoolRegistry], sealedVerifyKey: SealedBox, chunkLength: Int? = nil
  ) throws(Failure) {
    (self.framework, self.criteria, self.omitted, self.region) = (framework, criteria, omitted, region)
    (self.period, self.kind, self.until, self.policy) = (period, kind, until, policy)
    (self.terms, self.registries, self.sealedVerifyKey) = (terms, registries, sealedVerifyKey)
    self.chunkLength =
      chunkLength
      ?? PoolSharing.shortestProof(cells: criteria.reduce(0) { $0 + $1.points.count })
    try check()
    _ = try sharing()
  }

  /// How the cells of a criterion lie in the list of all cells.
  public func cells(of criterion: Int) -> Range<Int> {
    let start = criteria[..<criterion].reduce(0) { $0 + $1.points.count }
    return start..<(start + criteria[criterion].points.count)
  }

  public var cellCount: Int { criteria.reduce(0) { $0 + $1.points.count } }

  /// SHA-256 of the task's canonical JSON, by which everything about a pool names it.
  public func id() throws(Failure) -> Digest { Digest(of: try PoolNote.canonical(json)) }

  /// For people: `emtss 1, 2025-26, peer, E12000006`.
  public var words: String {
    "\(framework.id) \(framework.version.major), \(period), \(kind.rawValue), \(region)"
  }

  private func check() throws(Failure) {
    func impossible(_ what: String) -> Failure { PoolFailures.impossible("pool's task", what) }
    guard SlugRule.isSlug(framework.id), SlugRule.isSlug(policy.id) else {
      throw impossible("its framework or policy has no id")
    }
    guard Region.isCode(region) else { throw impossible("“\(region.prefix(80))” is no region's code") }
    guard registries.count == 2, registries[0].key != registries[1].key,
      registries[0].box.bytes != registries[1].box.bytes, registries[0].origin != registries[1].origin
    else { throw impossible("a pool has two different registries") }
    guard (1...2_000).contains(criteria.count) else { throw impossible("it pools no criterion, or too many") }
    guard (2...1_000).contains(terms.partnerships), (1...100_000).contains(terms.subjects),
      terms.means >= terms.subjects, terms.distributions >= terms.means, terms.distributions <= 1_000_000,
      terms.share.numerator < terms.share.denominator
    else { throw impossible("its gates make no sense") }
    var seen: Set<String> = []
    for id in criteria.map(\.id) + omitted.map(\.id) where !SlugRule.isPath(id) || !seen.insert(id).inserted {
      throw impossible("“\(id.prefix(80))” names no criterion, or stands there twice")
    }
    for title in criteria.map(\.title) + [framework.title] {
      let isPlain = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
      guard isPlain, (1...4_000).contains(title.utf8.count) else {
        throw impossible("a title is no plain text")
      }
    }
    for criterion in criteria {
      guard (2...100).contains(criterion.points.count), criterion.lowest < criterion.highest,
        criterion.points.allSatisfy({ (-1_000...1_000).contains($0) })
      else { throw impossible("“\(criterion.id)” has a scale that cannot be pooled") }
    }
  }
}

extension PoolTask {
  /// What of a framework is pooled: every judged criterion whose points have an order and more than one value.
  public static func contents(
    of rubric: Rubric, kind: ReviewKind
  ) -> (criteria: [PoolCriterion], omitted: [PoolOmission]) {
    let columns = rubric.columns(kind)
    var (criteria, omitted): ([PoolCriterion], [PoolOmission]) = ([], [])
    for column in columns.criteria.indices {
      let criterion = rubric.framework.criteria[columns.criteria[column]]
      let scale = rubric.scales[columns.scales[column]]
      if !scale.isOrdered {
        omitted.append(PoolOmission(id: criterion.path, reason: .nominalScale))
      } else if scale.lowest == scale.highest {
        omitted.append(PoolOmission(id: criterion.path, reason: .oneValue))
      } else {
        criteria.append(PoolCriterion(id: criterion.path, title: criterion.name, points: scale.values))
      }
    }
    return (criteria, omitted)
  }
}

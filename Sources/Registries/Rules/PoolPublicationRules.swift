import Diagnostics
import Profiles
import Sealing

/// A pool that a registry holds. A region has one in a scope.
public struct HeldPool: Sendable, Equatable {
  public let scope: ReleaseScope
  public let region: String
  /// ``Profiles/Pool/id``.
  public let task: Digest
  /// How many partnerships' contributions it adds up.
  public let partnerships: Int
  /// Its entry in the log.
  public let entry: UInt64

  public init(scope: ReleaseScope, region: String, task: Digest, partnerships: Int, entry: UInt64) {
    (self.scope, self.region, self.task) = (scope, region, task)
    (self.partnerships, self.entry) = (partnerships, entry)
  }

  init(_ pool: Pool, entry: UInt64) {
    self.init(
      scope: ReleaseScope(
        framework: pool.task.framework.id, major: pool.task.framework.version.major, kind: pool.task.kind,
        period: pool.task.period),
      region: pool.task.region, task: pool.id, partnerships: pool.partnerships, entry: entry)
  }
}

/// What a registry asks of an opened pool beyond that the shares in it add up.
enum PoolPublicationRules {
  static func check(
    _ pool: Pool, _ held: HeldPool, by publisher: AdmittedPublisher, in store: any RegistryReading
  ) throws {
    let task = pool.task
    guard task.registries.contains(where: { $0.key == publisher.key }) else {
      throw PoolRule.notSigned.refusal(
        "The pool is not published by one of the registries that made it.",
        help: "“\(task.registries[0].origin)” or “\(task.registries[1].origin)” publishes it.")
    }
    for registry in task.registries {
      guard try store.publisher(keyName: registry.key.name)?.key == registry.key else {
        throw PoolRule.notAdmitted.refusal(
          "“\(registry.origin)” is not admitted here with the key that made the pool.",
          help: "Make sure whose key it is, and admit it: waymark registry admit NAME \(registry.key.text)")
      }
    }
    let regions = try RegionList.read(from: store)
    guard regions.region(code: task.region) != nil else {
      throw PoolRule.otherRegion.refusal(
        "This registry knows no region “\(task.region)”.", help: "Publish the pool where its region is known."
      )
    }
    if let earlier = try store.pool(in: held.scope, region: held.region) {
      throw PoolRule.onePool.refusal(
        "There is a pool \(task.words) here already (entry \(earlier.entry)).",
        help: "A second one would let others work out single judgements.")
    }
    try checkFramework(task, store)
    if let least = try store.policies().first(where: \.isLeast) {
      try PoolOpening.check(task.terms, id: task.policy.id, least: least.policy())
    }
  }

  private static func checkFramework(_ task: PoolTask, _ store: any RegistryReading) throws {
    guard let held = try store.framework(id: task.framework.id, version: task.framework.version) else {
      throw PoolRule.otherFramework.refusal(
        "The pool rests on “\(task.framework.reference)”, which this registry does not hold.",
        help: "Publish the framework first.")
    }
    let expected = held.outline.criteria.filter { $0.lowest != nil }.map {
      PoolCriterion(id: $0.id, title: $0.title, points: $0.points.map(\.value))
    }
    guard held.digest == task.framework.digest, held.outline.title == task.framework.title,
      held.outline.kind == task.kind.rawValue, expected == task.criteria
    else {
      throw PoolRule.otherFramework.refusal(
        "The pool does not fit “\(task.framework.reference)” as it is published here.",
        help: "Pools are made from the framework as it was published.")
    }
  }
}

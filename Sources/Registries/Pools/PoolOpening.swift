import Diagnostics
import Documents
import Frameworks
import Profiles
import Rubrics
import Sealing

/// What an operator asks for when opening a pool.
public struct PoolRequest: Sendable {
  /// `id@version` of a framework that the registry holds.
  public var framework: String
  public var region: String
  public var period: Period
  /// Without it, the kind that the framework publishes.
  public var kind: ReviewKind?
  /// The id of a policy that the registry knows; without it, its least.
  public var policy: String?
  public var until: Day

  public init(
    framework: String, region: String, period: Period, kind: ReviewKind? = nil, policy: String? = nil,
    until: Day
  ) {
    (self.framework, self.region, self.period) = (framework, region, period)
    (self.kind, self.policy, self.until) = (kind, policy, until)
  }
}

extension PoolAggregator {
  /// Opens a pool beside another registry, and admits both registries' keys to this one's log. Opened again with the
  /// same request, it is the same pool.
  ///
  /// - Parameter card: the other registry's.
  /// - Returns: the task's file, signed by this registry; the other one has to sign it too.
  /// - Throws: `refused` by the rule that forbids it.
  public func open(_ request: PoolRequest, beside card: [UInt8], on day: Day) throws(Failure) -> [UInt8] {
    let peer = try PoolCard.read(card)
    let own = try registry()
    guard peer.origin != own.origin, peer.key != own.key else { throw PoolOpening.ownCard(own) }
    return try store.writePools { rows in
      let (held, rubric) = try PoolOpening.framework(request.framework, rows)
      let kind = ReviewKind(rawValue: held.outline.kind) ?? .own
      guard request.kind == nil || request.kind == kind else { throw PoolOpening.otherKind(held) }
      let scope = ReleaseScope(
        framework: held.id, major: held.version.major, kind: kind, period: request.period)
      let policy = try PoolOpening.policy(request.policy, rows)
      try PoolOpening.checkRegion(request.region, rows)
      let before = try rows.poolTask(in: scope, region: request.region)
      if let before { return try PoolOpening.same(before, request, held, peer) }
      guard request.until >= day else { throw PoolOpening.past(request) }
      let key = try PoolTask.newVerifyKey(sealedTo: peer)
      let contents = PoolTask.contents(of: rubric, kind: kind)
      let task = try PoolTask(
        framework: Sheet.FrameworkName(
          id: held.id, version: held.version, digest: held.digest, title: held.outline.title),
        criteria: contents.criteria, omitted: contents.omitted, region: request.region,
        period: request.period, kind: kind, until: request.until,
        policy: Sheet.PolicyName(id: policy.id, digest: policy.digest), terms: policy.policy().pool,
        registries: [own, peer], sealedVerifyKey: key.sealed)
      let file = try task.file(signedBy: keys.signing)
      try rows.add(
        HeldPoolTask(
          id: task.id(), scope: scope, region: request.region, place: 0, verifyKey: key.key, file: file))
      try PoolOpening.admit(task, rows)
      return file
    }
  }

  /// Accepts a pool that another registry opened beside this one, once this registry would have opened the same.
  /// Accepted again, it is the same.
  ///
  /// - Returns: the task's file with both signatures.
  /// - Throws: `refused` by the rule that forbids it.
  public func accept(_ file: [UInt8], beside card: [UInt8], on day: Day) throws(Failure) -> [UInt8] {
    let (task, _) = try PoolTask.read(file)
    let (first, own) = (try PoolCard.read(card), try registry())
    guard task.registries == [first, own] else { throw PoolOpening.otherRegistries(task) }
    let verifyKey = try task.verifyKey(openedBy: keys.box)
    let id = try task.id()
    return try store.writePools { rows in
      let scope = ReleaseScope(
        framework: task.framework.id, major: task.framework.version.major, kind: task.kind,
        period: task.period)
      if let before = try rows.poolTask(in: scope, region: task.region) {
        guard before.id == id else { throw PoolOpening.second(task.words) }
        return before.file
      }
      try PoolOpening.check(task, rows)
      guard task.until >= day else { throw PoolOpening.past(task) }
      let signed = try PoolTask.countersigned(file, by: keys.signing)
      try rows.add(
        HeldPoolTask(
          id: id, scope: scope, region: task.region, place: 1, verifyKey: verifyKey, file: signed))
      try PoolOpening.admit(task, rows)
      return signed
    }
  }
}

/// What a registry asks of a pool before it signs the task.
enum PoolOpening {
  static func framework(
    _ reference: String, _ rows: any PoolReading
  ) throws -> (HeldFramework, Rubric) {
    let parts = reference.split(separator: "@", maxSplits: 1).map(String.init)
    let versions = try rows.frameworks(id: parts.first ?? "")
    let held =
      parts.count == 2
      ? versions.first { $0.version.description == parts[1] } : versions.max { $0.version < $1.version }
    guard let held, let resolved = RegistryHistory(store: rows).framework(held) else {
      throw PoolRule.otherFramework.refusal(
        "This registry does not hold “\(reference.prefix(100))”.",
        help: "Publish the framework first; `waymark registry list` shows what there is.")
    }
    return (held, try Rubric(resolved))
  }

  static func policy(_ id: String?, _ rows: any PoolReading) throws -> HeldPolicy {
    let policies = try rows.policies()
    let chosen = id.map { id in policies.first { $0.id == id } } ?? policies.first(where: \.isLeast)
    guard let chosen, let least = policies.first(where: \.isLeast) else {
      throw PoolRule.poolPolicy.refusal(
        "This registry knows no policy “\((id ?? "").prefix(80))”.",
        help: "It knows: \(policies.map(\.id).joined(separator: ", ")).")
    }
    try check(chosen.policy().pool, id: chosen.id, least: least.policy())
    return chosen
  }

  /// No pool asks for less than the registry's least policy.
  static func check(_ terms: PoolTerms, id: String, least: Policy) throws(Failure) {
    let least = (id: least.id.value, pool: least.pool)
    var weaker: [String] = []
    if !(terms.epsilon <= least.pool.epsilon) { weaker.append("less noise") }
    if terms.partnerships < least.pool.partnerships { weaker.append("fewer partnerships") }
    if terms.subjects < least.pool.subjects { weaker.append("fewer subjects") }
    if !(terms.share <= least.pool.share) { weaker.append("a larger share of one partnership") }
    if terms.means < least.pool.means { weaker.append("means of fewer subjects") }
    if terms.distributions < least.pool.distributions { weaker.append("distributions of fewer subjects") }
    if weaker.isEmpty { return }
    throw PoolRule.poolPolicy.refusal(
      "The policy “\(id)” asks for \(weaker.joined(separator: ", ")) than this registry's least policy “\(least.id)” does.",
      help: "Choose a policy that is at least as strict.")
  }

  /// What the second registry checks of a task that the first one made.
  static func check(_ task: PoolTask, _ rows: any PoolReading) throws {
    let (held, rubric) = try framework(task.framework.reference, rows)
    guard held.digest == task.framework.digest, held.outline.title == task.framework.title else {
      throw PoolRule.otherFramework.refusal(
        "The pool rests on other content of “\(task.framework.reference)” (\(task.framework.digest)) than this registry "
          + "holds (\(held.digest)).", help: "Both registries have to hold the framework as it was published."
      )
    }
    guard held.outline.kind == task.kind.rawValue else { throw otherKind(held) }
    let contents = PoolTask.contents(of: rubric, kind: task.kind)
    guard contents.criteria == task.criteria, contents.omitted == task.omitted else {
      throw PoolRule.otherFramework.refusal(
        "The pool's criteria are not those of “\(task.framework.reference)”.",
        help: "Ask “\(task.registries[0].origin)” to open it with the framework as it was published.")
    }
    try checkRegion(task.region, rows)
    guard let least = try rows.policies().first(where: \.isLeast) else { return }
    try check(task.terms, id: task.policy.id, least: least.policy())
  }

  static func checkRegion(_ code: String, _ rows: any PoolReading) throws {
    let regions = try RegionList.read(from: rows)
    guard regions.region(code: code) != nil else {
      throw PoolRule.otherRegion.refusal(
        "This registry knows no region “\(code.prefix(80))”.",
        help: "It knows: \(regions.regions.map { "\($0.code.value) (\($0.name))" }.joined(separator: ", ")).")
    }
  }

  /// Both registries may publish what they open: whoever names the other's card vouches for its key.
  static func admit(_ task: PoolTask, _ rows: any PoolWriting) throws {
    for registry in task.registries {
      if let held = try rows.publisher(keyName: registry.key.name) {
        if held.key == registry.key { continue }
        throw PoolRule.notAdmitted.refusal(
          "“\(registry.origin)” is known here with another key for pools.",
          help: "Ask its operator which of the two is its own.")
      }
      let name = slug(of: registry.origin)
      guard try !rows.publishers().contains(where: { $0.name == name }) else {
        throw PoolRule.notAdmitted.refusal(
          "Somebody else is admitted here as “\(name)”.",
          help: "A registry's key for pools goes by that name.")
      }
      try rows.add(AdmittedPublisher(name: name, key: registry.key))
    }
  }

  /// `pool-registry-example-east`
  static func slug(of origin: String) -> String {
    let words = origin.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (["pool"] + words).joined(separator: "-")
  }

  /// The pool as it was opened before.
  static func same(
    _ before: HeldPoolTask, _ request: PoolRequest, _ held: HeldFramework, _ peer: PoolRegistry
  ) throws(Failure) -> [UInt8] {
    let task = try PoolTask.read(before.file).task
    guard before.place == 0, task.framework.digest == held.digest, task.until == request.until,
      task.registries[1] == peer
    else { throw second(task.words) }
    return before.file
  }

  static func second(_ words: String) -> Failure {
    PoolRule.onePool.refusal(
      "There is a pool \(words) at this registry already, and it is another one.",
      help: "A second one would let others work out single judgements. Use the one that there is.")
  }

  static func past(_ request: PoolRequest) -> Failure {
    Failure(
      .usage, "\(request.until) has passed.", help: "Let the pool take contributions until a day to come.")
  }

  static func past(_ task: PoolTask) -> Failure {
    PoolRule.late.refusal("The pool took contributions until \(task.until).", help: "Open another next year.")
  }

  static func ownCard(_ own: PoolRegistry) -> Failure {
    Failure(
      .usage, "The card is of “\(own.origin)”, which is this registry itself.",
      help: "A pool needs two registries: give the other one's card.")
  }

  static func otherKind(_ held: HeldFramework) -> Failure {
    PoolRule.otherKind.refusal(
      "Of “\(held.reference)” judgements of the kind “\(held.outline.kind)” are published.",
      help: "Open the pool for that kind.")
  }

  static func otherRegistries(_ task: PoolTask) -> Failure {
    PoolRule.notAccepted.refusal(
      "The pool is for “\(task.registries[0].origin)” and “\(task.registries[1].origin)” with the keys in its task, which "
        + "are not those of the card and of this registry.",
      help:
        "Give the card of the registry that opened the pool, and accept the pool at the one that it is for.")
  }
}

import Diagnostics
import Documents
import Frameworks
import Sealing

/// Which sheets and pools a request means: the major version, the kind and the periods, from what there is.
struct ComparisonSelection {
  let framework: String
  let major: Int
  let kind: ReviewKind
  /// Oldest first.
  let periods: [Period]
  /// Of these periods.
  let bases: [BasisCount]
  /// Opened pools of these periods, where regions are compared.
  let pools: [HeldPool]
  /// Of the same kind, against other major versions: of sheets, and of pools where regions are compared.
  let otherMajors: [BasisCount]
  let otherPools: [HeldPool]
  /// How many sheets of these periods hold figures that cannot be compared.
  let leftOut: Int

  /// The contents that the sheets of each period rest on.
  var frameworks: [Set<Digest>] {
    periods.map { period in Set(bases.filter { $0.scope.period == period }.map(\.basis.framework)) }
  }

  /// What there is, of sheets that can be compared or of pools.
  private struct There {
    var bases: [BasisCount]
    var pools: [HeldPool]
    var scopes: [ReleaseScope] { bases.map(\.scope) + pools.map(\.scope) }

    func filtered(_ isMeant: (ReleaseScope) -> Bool) -> There {
      There(bases: bases.filter { isMeant($0.scope) }, pools: pools.filter { isMeant($0.scope) })
    }
  }

  func scope(_ period: Period) -> ReleaseScope {
    ReleaseScope(framework: framework, major: major, kind: kind, period: period)
  }

  init(_ request: ComparisonRequest, _ store: any RegistryReading) throws {
    framework = request.framework
    if let version = request.version, try store.framework(id: framework, version: version) == nil {
      throw try Self.notHeld("\(framework)@\(version)", framework, store)
    }
    let all = try store.bases(framework: framework)
    let pooled = try store.pools(framework: framework)
    let held = There(bases: all.filter { $0.sheets > 0 }, pools: request.by == .region ? pooled : [])
    if held.scopes.isEmpty {
      if !all.isEmpty { throw Self.nothingComparable(framework, all) }
      if try store.frameworks(id: framework).isEmpty { throw try Self.notHeld(framework, framework, store) }
      throw Self.nothingPublished(framework, hasPools: !pooled.isEmpty)
    }
    let majors = Set(held.scopes.map(\.major))
    let major = request.major ?? majors.max() ?? 0
    var meant = held.filtered { $0.major == major }
    // The peers' judgements count where there are any (DESIGN section 6).
    let kind = request.kind ?? meant.scopes.map(\.kind).max() ?? .own
    meant = meant.filtered { $0.kind == kind }
    let others = held.filtered { $0.major != major && $0.kind == kind }
    (otherMajors, otherPools) = (others.bases, others.pools)
    let years = Set(meant.scopes.map(\.period)).sorted()
    let periods =
      switch request.periods {
      case .latest: Array(years.suffix(1))
      case .one(let period): years.contains(period) ? [period] : []
      case .all: years
      }
    leftOut = all.reduce(0) { sum, count in
      let scope = count.scope
      let isMeant = scope.major == major && scope.kind == kind && periods.contains(scope.period)
      return isMeant ? sum + count.leftOut : sum
    }
    meant = meant.filtered { periods.contains($0.period) }
    (self.major, self.kind, self.periods) = (major, kind, periods)
    (bases, pools) = (meant.bases, meant.pools)
    if periods.isEmpty { throw Self.nothing(request, major, kind, years, majors) }
  }

  private static func nothingPublished(_ framework: String, hasPools: Bool) -> Failure {
    Failure(
      .unavailable, "Nobody has published a sheet for “\(framework)” here yet.",
      help: hasPools
        ? "There are pools of regions: compare --by region."
        : "Make one with `waymark profile sheet`, and publish it with `waymark registry publish`.")
  }

  private static func nothingComparable(_ framework: String, _ bases: [BasisCount]) -> Failure {
    let sheets = bases.reduce(0) { $0 + $1.leftOut }
    return Failure(
      .unavailable,
      "No figure of “\(framework)” can be compared here: \(sheets == 1 ? "its one sheet holds" : "its \(sheets) sheets hold") "
        + "rounded figures instead of noise of a known size.",
      help: "Read them one by one with `waymark registry show`, or ask for sheets under a policy with noise.")
  }

  private static func notHeld(
    _ reference: String, _ id: String, _ store: any RegistryReading
  ) throws -> Failure {
    let versions = try store.frameworks(id: id).map(\.reference)
    let known = versions.isEmpty ? Set(try store.frameworks(id: nil).map(\.id)).sorted() : versions
    let near = versions.isEmpty ? NearestName.of(id, among: known) : nil
    let all = known.isEmpty ? "It holds no framework yet." : "It holds: \(known.joined(separator: ", "))."
    let help = near.map { "Did you mean “\($0)”?" } ?? all
    return Failure(.unavailable, "This registry does not hold the framework “\(reference)”.", help: help)
  }

  private static func nothing(
    _ request: ComparisonRequest, _ major: Int, _ kind: ReviewKind, _ periods: [Period], _ majors: Set<Int>
  ) -> Failure {
    let noun = request.by == .region ? "a sheet or a pool" : "a sheet"
    var what = "Nobody has published \(noun) for version \(major) of “\(request.framework)”"
    if majors.contains(major) { what += " with judgements of the kind “\(kind.rawValue)”" }
    if case .one(let period) = request.periods, !periods.isEmpty { what += " for \(period)" }
    let help =
      if !periods.isEmpty {
        "There are figures for: \(periods.map(\.description).joined(separator: ", "))."
      } else {
        "There are figures for: "
          + majors.sorted().map { "version \($0)" }.joined(separator: ", ") + "."
      }
    return Failure(.unavailable, what + " here.", help: help)
  }
}

import Documents

/// The frameworks that two come from, and what ties them together.
struct Lineage {
  /// A framework by id and version, in an order that does not depend on which was asked for first.
  struct Name: Hashable, Comparable {
    let id: String
    let version: SemanticVersion

    static func < (left: Name, right: Name) -> Bool {
      left.id != right.id ? left.id < right.id : left.version < right.version
    }
  }

  /// What ties an earlier framework to a later one.
  struct Tie {
    let earlier: Name
    let later: Name
    let bond: Bond

    enum Bond {
      case variant(Descent)
      case migration(Migration)
      case unsaid
      case crosswalk(ResolvedCrosswalk)
    }
  }

  private(set) var frameworks: [Name: ResolvedFramework] = [:]
  private(set) var ties: [Tie] = []

  /// No family of frameworks is larger; what lies beyond is not looked at.
  private static let limit = 200

  init(_ ends: [ResolvedFramework], history: some FrameworkHistory, crosswalks: [ResolvedCrosswalk]) {
    for end in ends { frameworks[Self.name(end)] = end }
    var waiting = ends.map(Self.name)
    for crosswalk in crosswalks {
      for end in [crosswalk.from, crosswalk.to] where frameworks[Self.name(end)] == nil {
        frameworks[Self.name(end)] = end
        waiting.append(Self.name(end))
      }
      ties.append(
        Tie(
          earlier: Self.name(crosswalk.from), later: Self.name(crosswalk.to), bond: .crosswalk(crosswalk)))
    }
    var position = 0
    while position < waiting.count, frameworks.count < Self.limit {
      climb(waiting[position], history, &waiting)
      position += 1
    }
  }

  static func name(_ framework: ResolvedFramework) -> Name {
    Name(id: framework.framework.id.value, version: framework.framework.version.value)
  }

  /// Everything that one framework came from directly.
  private mutating func climb(_ name: Name, _ history: some FrameworkHistory, _ waiting: inout [Name]) {
    guard let framework = frameworks[name] else { return }
    if let descent = framework.descent,
      let base = known(descent.base) ?? framework.base ?? history.framework(descent.base),
      Self.holds(base, descent.base)
    {
      tie(base, name, .variant(descent), &waiting)
    }
    var told: Set<SemanticVersion> = []
    for migration in framework.framework.migrations {
      let id = migration.id?.value ?? name.id
      let identity = FrameworkIdentity(
        id: id, version: migration.version.value, digest: migration.digest?.value)
      if id == name.id { told.insert(identity.version) }
      guard let earlier = known(identity) ?? history.framework(identity), Self.holds(earlier, identity) else {
        continue
      }
      tie(earlier, name, .migration(migration), &waiting)
    }
    let here = frameworks.keys.filter { $0.id == name.id }.map(\.version)
    let versions = Set(history.versions(of: name.id) + here).filter { $0 < name.version }
    guard let last = versions.max(), !told.contains(last) else { return }
    let identity = FrameworkIdentity(id: name.id, version: last)
    guard let earlier = known(identity) ?? history.framework(identity) else { return }
    tie(earlier, name, .unsaid, &waiting)
  }

  private func known(_ identity: FrameworkIdentity) -> ResolvedFramework? {
    frameworks[Name(id: identity.id, version: identity.version)]
  }

  /// Whether a framework has the content that somebody meant: a draft may have changed since.
  private static func holds(_ framework: ResolvedFramework, _ identity: FrameworkIdentity) -> Bool {
    guard let wanted = identity.digest else { return true }
    return (framework.digest ?? (try? framework.framework.contentDigest())) == wanted
  }

  private mutating func tie(
    _ earlier: ResolvedFramework, _ later: Name, _ bond: Tie.Bond, _ waiting: inout [Name]
  ) {
    let name = Self.name(earlier)
    guard name != later else { return }
    ties.append(Tie(earlier: name, later: later, bond: bond))
    if frameworks[name] == nil {
      frameworks[name] = earlier
      waiting.append(name)
    }
  }
}

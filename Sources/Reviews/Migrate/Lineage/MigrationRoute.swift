import Diagnostics
import Documents
import Frameworks

/// The way from one framework to another, along what their authors say of where they came from.
struct MigrationRoute: Sendable {
  let steps: [MigrationStep]

  var from: MigrationStop? { steps.first?.from }

  /// - Throws: `badData` where neither comes from the other nor both from a third, and they are not versions of one
  ///   framework; `noInput` where a framework in between is not there.
  init(from start: MigrationStop, to end: MigrationStop, _ stops: some MigrationStops) throws(Failure) {
    let (up, down) = (try Ancestry(of: start, stops), try Ancestry(of: end, stops))
    guard let meeting = up.meeting(down) else {
      if let missing = down.missing.first ?? up.missing.first {
        throw Failure(
          .noInput, "\(missing.child) comes from \(missing.parent), which was not found.",
          help: "Put it where frameworks are looked for, or name its folder with --frameworks.")
      }
      throw Failure(
        .badData, "Nothing says how \(end.reference) came from \(start.reference).",
        help: "Reviews are migrated between versions of one framework, and between a variant and its base.")
    }
    var steps = up.steps(to: meeting.left).map(\.reversed)
    if meeting.left != meeting.right, let left = up.stops[meeting.left], let right = down.stops[meeting.right]
    {
      let isForward = left.identity.version < right.identity.version
      let (earlier, later) = isForward ? (left, right) : (right, left)
      let step = MigrationStep(from: earlier, to: later, nil)
      steps.append(isForward ? step : step.reversed)
    }
    self.steps = steps + down.steps(to: meeting.right).reversed()
  }
}

/// A framework and all that it came from.
private struct Ancestry {
  struct Key: Hashable {
    let id: String
    let version: SemanticVersion
  }

  private(set) var stops: [Key: MigrationStop] = [:]
  private(set) var missing: [(child: String, parent: String)] = []
  /// For each, the step that leads to it from the start's side, written from the earlier to the later.
  private var steps: [Key: MigrationStep] = [:]
  /// The nearest first.
  private var order: [Key] = []

  init(of start: MigrationStop, _ finder: some MigrationStops) throws(Failure) {
    let first = Key(id: start.identity.id, version: start.identity.version)
    stops[first] = start
    order = [first]
    var next = 0
    while next < order.count {
      let child = stops[order[next]] ?? start
      next += 1
      for parent in Self.parents(of: child) where stops[parent.key] == nil {
        guard let stop = try finder.stop(id: parent.key.id, version: parent.key.version) else {
          missing.append((child.reference, "\(parent.key.id)@\(parent.key.version)"))
          continue
        }
        stops[parent.key] = stop
        order.append(parent.key)
        let descent =
          parent.migration.map { Descent(migration: $0, from: stop.framework, to: child.framework) }
          ?? child.framework.descent
        steps[parent.key] = MigrationStep(from: stop, to: child, descent, by: parent.migration)
      }
    }
  }

  /// What a framework says that it came from.
  private static func parents(of stop: MigrationStop) -> [(key: Key, migration: Migration?)] {
    let content = stop.framework.framework
    var parents: [(key: Key, migration: Migration?)] = content.migrations.map {
      (Key(id: $0.id?.value ?? content.id.value, version: $0.version.value), $0)
    }
    if let base = stop.framework.descent?.base {
      parents.append((Key(id: base.id, version: base.version), nil))
    }
    return parents
  }

  /// From the start to one of its ancestors, each step written from the earlier to the later.
  func steps(to ancestor: Key) -> [MigrationStep] {
    var found: [MigrationStep] = []
    var key = ancestor
    while let step = steps[key] {
      found.append(step)
      key = Key(id: step.to.identity.id, version: step.to.identity.version)
    }
    return found.reversed()
  }

  /// Where two lines meet: in one framework, else in the two versions of one framework that are nearest.
  func meeting(_ other: Ancestry) -> (left: Key, right: Key)? {
    // Of two ways of the same length, the one that never leaves the line.
    let common = order.filter { other.stops[$0] != nil }.map { key in
      (key: key, length: [steps(to: key).count, other.steps(to: key).count].sorted())
    }
    let nearest = common.min { left, right in
      (left.length[0] + left.length[1], left.length[0]) < (right.length[0] + right.length[1], right.length[0])
    }
    if let nearest { return (nearest.key, nearest.key) }
    guard missing.isEmpty, other.missing.isEmpty else { return nil }
    let pairs = order.flatMap { left in
      other.order.filter { $0.id == left.id }.map { (left: left, right: $0) }
    }
    return pairs.min { Self.gap($0.left, $0.right).lexicographicallyPrecedes(Self.gap($1.left, $1.right)) }
  }

  private static func gap(_ left: Key, _ right: Key) -> [Int] {
    [
      abs(left.version.major - right.version.major), abs(left.version.minor - right.version.minor),
      abs(left.version.patch - right.version.patch),
    ]
  }
}

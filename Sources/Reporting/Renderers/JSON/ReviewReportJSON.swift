import Frameworks
import Rubrics
import Sealing

extension ReviewReport {
  /// The score as ``Rubrics/ScoredReview/json()`` gives it, and where there is more:
  ///
  /// - `peer`: the peers' own score, and `beside`: each `path`, `self`, `peer`, `gap` (in points, the peers' less the
  ///   subject's own), `obstacle` (why the two cannot be compared) and `words`
  /// - `shift`: `since` (`kind`, `date`, `period`, `framework`), `up`, `down`, `unchanged`, `notComparable`, `route`
  ///   (how the two frameworks hang together, a sentence a step), `cautions`, and `criteria`: each `path`,
  ///   `earlierPath` where it is another, `earlier`, `later`, `relation`, `movement`, `points`, `cautions`, `words`
  public func json() -> JSONValue {
    guard case .object(var members) = main.json() else { return main.json() }
    if let beside {
      members.append(.init("peer", beside.peer.json()))
      members.append(.init("beside", .array(beside.entries.map { Self.json($0, beside) })))
    }
    if let shift { members.append(.init("shift", Self.json(shift))) }
    return .object(members)
  }

  private static func json(_ entry: SelfBesidePeer.Entry, _ beside: SelfBesidePeer) -> JSONValue {
    .members([
      ("path", .string(entry.path)), ("self", mark(beside.own.criterion(entry.path))),
      ("peer", mark(beside.peer(of: entry.path) ?? beside.peer.criterion(entry.path))),
      ("gap", entry.gap.map { .int(Int64($0)) }), ("obstacle", entry.obstacle.map { .string($0.rawValue) }),
      ("words", .string(entry.words)),
    ])
  }

  private static func json(_ shift: Shift) -> JSONValue {
    let (up, down, unchanged) = shift.summary
    return .members([
      (
        "since",
        .members([
          ("kind", .string(shift.earlier.kind.rawValue)),
          ("date", shift.earlier.review.date.map { .string($0.description) }),
          ("period", shift.earlier.period.map { .string($0.description) }),
          ("framework", .string(shift.earlier.rubric.reference)),
        ])
      ),
      ("up", .int(Int64(up))), ("down", .int(Int64(down))), ("unchanged", .int(Int64(unchanged))),
      ("notComparable", .int(Int64(shift.broken.count))),
      (
        "route",
        shift.comparability.route.isEmpty
          ? nil : .array(shift.comparability.route.map { .string($0.words) })
      ),
      ("cautions", .array(shift.cautions.map { .string($0) })),
      (
        "criteria",
        .array(
          shift.entries.map { entry in
            let (name, points) = movement(entry.movement)
            return .members([
              ("path", .string(entry.path)),
              ("earlierPath", entry.earlierPath.flatMap { $0 == entry.path ? nil : .string($0) }),
              ("earlier", mark(entry.earlierPath.flatMap(shift.earlier.criterion))),
              ("later", entry.later.flatMap { _ in mark(shift.later.criterion(entry.path)) }),
              ("relation", relation(entry, shift).map { .string($0.rawValue) }), ("movement", .string(name)),
              ("points", points.map { .int(Int64($0)) }),
              (
                "cautions",
                entry.cautions.isEmpty ? nil : .array(entry.cautions.map { .string($0.rawValue) })
              ),
              ("words", .string(entry.words)),
            ])
          })
      ),
    ])
  }

  /// What the criterion is to the one before, in this kind of review.
  private static func relation(_ entry: Shift.Entry, _ shift: Shift) -> Comparability.Relation? {
    let pair =
      entry.later == nil
      ? entry.earlierPath.flatMap { shift.comparability.pair(from: $0) }
      : shift.comparability.pair(to: entry.path)
    return pair?.relation(for: shift.later.kind)
  }

  private static func movement(_ movement: Shift.Movement) -> (name: String, points: Int?) {
    switch movement {
    case .up(let points): ("up", points)
    case .down(let points): ("down", -points)
    case .unchanged: ("unchanged", 0)
    case .changed: ("changed", nil)
    case .unknown: ("unknown", nil)
    case .notComparable(let reason): ("not-comparable: \(reason.rawValue)", nil)
    }
  }

  /// A point's id, or why there is none; `nil` where that review does not mark the criterion.
  private static func mark(_ criterion: ScoredCriterion?) -> JSONValue? {
    switch criterion?.mark {
    case .point: criterion?.point.map { .string($0.id.value) }
    case .notApplicable: "not-applicable"
    case .notReviewed: "not-reviewed"
    case .missing: "missing"
    case .hidden: "not-asked"
    case nil: nil
    }
  }
}

import Frameworks
import Rubrics
import Sealing

extension ReviewReport {
  /// The score as ``Rubrics/ScoredReview/json()`` gives it, and where there is more:
  ///
  /// - `peer`: the peers' own score, and `beside`: each `path`, `self`, `peer`, `gap` (in points, the peers' less the
  ///   subject's own) and `words`
  /// - `shift`: `since` (`kind`, `date`, `period`), `up`, `down`, `unchanged`, `cautions`, and `criteria`: each `path`,
  ///   `earlier`, `later`, `movement`, `points` and `words`
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
      ("peer", mark(beside.peer.criterion(entry.path))), ("gap", entry.gap.map { .int(Int64($0)) }),
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
        ])
      ),
      ("up", .int(Int64(up))), ("down", .int(Int64(down))), ("unchanged", .int(Int64(unchanged))),
      ("cautions", .array(shift.cautions.map { .string($0) })),
      (
        "criteria",
        .array(
          shift.entries.map { entry in
            let (name, points) = movement(entry.movement)
            return .members([
              ("path", .string(entry.path)), ("earlier", mark(shift.earlier.criterion(entry.path))),
              ("later", mark(shift.later.criterion(entry.path))), ("movement", .string(name)),
              ("points", points.map { .int(Int64($0)) }), ("words", .string(entry.words)),
            ])
          })
      ),
    ])
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

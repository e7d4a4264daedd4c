import Frameworks
import Reviews
import Sealing

extension RuleFindings {
  /// As members of a score, see ``ScoredReview/json()``. Lists without an entry are left out.
  public func json() -> [JSONValue.Member] {
    let lists: [(String, [JSONValue])] = [
      ("rules", outcomes.map(Self.json)),
      ("hidden", hidden.sorted().map { .string($0) }),
      ("answeredHidden", answeredHidden.map { .string($0) }),
      ("trends", trends.map(Self.json)),
      (
        "signals",
        signals.map {
          .members(
            [("id", .string($0.signal.id.value)), ("title", .string($0.signal.title))]
              + Self.members($0.result))
        }
      ),
      (
        "triggers",
        triggers.map {
          .members(
            [("id", .string($0.trigger.id.value)), ("title", .string($0.trigger.title))]
              + Self.members($0.result))
        }
      ),
    ]
    return lists.compactMap { $1.isEmpty ? nil : JSONValue.Member($0, .array($1)) }
  }

  private static func json(_ outcome: RuleOutcome) -> JSONValue {
    var result = ""
    var reason: String?
    var found: Int?
    switch outcome.result {
    case .held: result = "held"
    case .broken(let number): (result, found) = ("broken", number)
    case .notAsked: result = "not-asked"
    case .notEvaluable(let why): (result, reason) = ("not-evaluable", why)
    case .failed(let why): (result, reason) = ("failed", why)
    }
    return .members([
      ("id", .string(outcome.rule.id)), ("strength", .string(outcome.rule.strength.rawValue)),
      ("result", .string(result)), ("message", .string(outcome.rule.message)),
      ("criterion", outcome.rule.criterion.map { .string($0) }), ("found", found.map { .int(Int64($0)) }),
      ("reason", reason.map { .string($0) }),
    ])
  }

  private static func json(_ finding: TrendFinding) -> JSONValue {
    var members: [(String, JSONValue?)] = [
      ("id", .string(finding.trend.id.value)), ("title", .string(finding.trend.title)),
    ]
    switch finding.result {
    case .moved(let category, let change):
      members += [
        ("result", .string(finding.trend.categories[category].id.value)), ("change", .double(change)),
      ]
    case .notEvaluable(let why): members += [("result", "not-evaluable"), ("reason", .string(why))]
    case .failed(let why): members += [("result", "failed"), ("reason", .string(why))]
    }
    return .members(members)
  }

  private static func members(_ condition: Condition) -> [(String, JSONValue?)] {
    switch condition {
    case .holds: [("result", "holds")]
    case .holdsNot: [("result", "holds-not")]
    case .notEvaluable(let why): [("result", "not-evaluable"), ("reason", .string(why))]
    case .failed(let why): [("result", "failed"), ("reason", .string(why))]
    }
  }
}

import Frameworks
import Sealing

/// What differs between two frameworks, for programs.
public enum FrameworkDiffJSON {
  /// `from`, `to`, `route`, `told`, `step`, `leastVersion`, `changes` and `comparability`.
  public static func value(_ diff: FrameworkDiff) -> JSONValue {
    .members([
      ("from", identity(diff.from)), ("to", identity(diff.to)), ("route", texts(diff.route)),
      ("told", .bool(diff.isTold)), ("step", diff.step.map { .string($0.rawValue) } ?? .null),
      ("leastVersion", diff.leastVersion.map { .string($0.description) } ?? .null),
      ("changes", .array(diff.changes.map(change))),
      ("kept", .int(Int64(diff.kept))),
      (
        "comparability",
        .members([
          ("comparable", .int(Int64(diff.count(.comparable)))),
          ("withCare", .int(Int64(diff.count(.withCare)))), ("not", .int(Int64(diff.count(.not)))),
          ("criteria", .array(diff.standings.map(standing))),
        ])
      ),
    ])
  }

  private static func identity(_ identity: FrameworkIdentity) -> JSONValue {
    .members([
      ("id", .string(identity.id)), ("version", .string(identity.version.description)),
      ("digest", identity.digest.map { .string($0.description) }),
    ])
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private static func change(_ change: Difference) -> JSONValue {
    .members([
      ("kind", .string(change.kind.rawValue)), ("step", .string(change.step.rawValue)),
      ("rule", .string(change.rowID)), ("reason", .string(change.reason)),
      ("subject", .string(change.subject)), ("sentence", .string(change.sentence)),
      ("from", texts(change.from)), ("to", texts(change.to)),
      ("edits", change.edits.isEmpty ? nil : .array(change.edits.map(edit))),
      ("why", change.why.isEmpty ? nil : texts(change.why)), ("guess", change.isGuess ? true : nil),
    ])
  }

  private static func edit(_ edit: Difference.Edit) -> JSONValue {
    .members([
      ("field", .string(edit.field)), ("before", edit.before.map { .string($0) } ?? .null),
      ("after", edit.after.map { .string($0) } ?? .null), ("prose", .bool(edit.isProse)),
    ])
  }

  private static func standing(_ standing: CriterionStanding) -> JSONValue {
    .members([
      ("from", texts(standing.from)), ("to", texts(standing.to)), ("name", .string(standing.name)),
      ("relation", .string(standing.relation.rawValue)), ("standing", .string(standing.standing.rawValue)),
      ("reasons", texts(standing.reasons)),
    ])
  }
}

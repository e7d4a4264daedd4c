import Diagnostics
import Frameworks
import Sealing

/// What became of a variant's changes on a newer base.
public enum UpgradeText {
  public static func text(_ upgrade: VariantUpgrade, id: String, path: String, isDone: Bool) -> String {
    let kept = upgrade.outcomes.count { $0.result == .kept }
    let rewritten = upgrade.outcomes.filter { if case .rewritten = $0.result { true } else { false } }
    let dropped = upgrade.outcomes.filter { if case .dropped = $0.result { true } else { false } }
    let counts = [
      "\(kept) kept", "\(rewritten.count) with new addresses", "\(dropped.count) not needed any more",
      "\(upgrade.looks.count) to look at", "\(upgrade.decisions.count) to decide",
    ]
    var lines = [
      "\(id) from \(upgrade.from) to \(upgrade.to): \(changes(upgrade.outcomes.count)), \(counts.joined(separator: ", "))."
    ]
    lines += section("To decide (in the file as comments):", upgrade.decisions)
    lines += section("To look at (kept as they are):", upgrade.looks)
    lines += section("With new addresses:", rewritten)
    lines += section("Not needed any more (in the file as comments):", dropped)
    if !upgrade.gained.isEmpty {
      lines +=
        ["", "New in the base, taken over as they are:"]
        + upgrade.gained.map {
          "  \($0.path)" + ($0.below > 0 ? ", and \($0.below) below it" : "")
        }
    }
    if !upgrade.remaining.isEmpty {
      lines += ["", "Mistakes that are left in the new file:"] + upgrade.remaining.map { "  \($0.message)" }
    }
    lines += [
      "",
      isDone
        ? "Wrote \(path), version \(upgrade.version), a draft. Next: waymark framework check \(path)"
        : "Nothing was written. Without --dry-run it becomes \(path), version \(upgrade.version), a draft.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func changes(_ count: Int) -> String { "\(count) change\(count == 1 ? "" : "s")" }

  private static func section(_ title: String, _ outcomes: [VariantUpgrade.Outcome]) -> [String] {
    guard !outcomes.isEmpty else { return [] }
    return ["", title]
      + outcomes.map { "  \($0.position). \($0.verb.rawValue) \($0.target): \(words($0.result))" }
  }

  private static func words(_ result: VariantUpgrade.Result) -> String {
    switch result {
    case .kept: ""
    case .rewritten(let notes): notes.joined(separator: ", ")
    case .look(let words), .dropped(let words), .decide(let words): words
    }
  }

  /// - `from`, `to`, `version`, `path`, `written`; `changes`: list of `position`, `verb`, `target`, `result` (kept,
  ///   rewritten, look, dropped, decide), `words`; `gained`: list of `path`, `below`; `mistakes`: messages.
  public static func json(_ upgrade: VariantUpgrade, path: String, isDone: Bool) -> JSONValue {
    .members([
      ("from", .string(upgrade.from.description)), ("to", .string(upgrade.to.description)),
      ("version", .string(upgrade.version.description)), ("path", .string(path)), ("written", .bool(isDone)),
      (
        "changes",
        .array(
          upgrade.outcomes.map {
            .members([
              ("position", .int(Int64($0.position))), ("verb", .string($0.verb.rawValue)),
              ("target", .string($0.target)), ("result", .string(name($0.result))),
              ("words", .string(words($0.result))),
            ])
          })
      ),
      (
        "gained",
        .array(
          upgrade.gained.map { .members([("path", .string($0.path)), ("below", .int(Int64($0.below)))]) })
      ),
      ("mistakes", .array(upgrade.remaining.map { .string($0.message) })),
    ])
  }

  private static func name(_ result: VariantUpgrade.Result) -> String {
    switch result {
    case .kept: "kept"
    case .rewritten: "rewritten"
    case .look: "look"
    case .dropped: "dropped"
    case .decide: "decide"
    }
  }
}

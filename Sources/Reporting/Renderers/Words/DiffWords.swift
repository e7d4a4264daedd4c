import Documents
import Frameworks

/// What a text and a page say about the difference between two frameworks.
struct DiffWords {
  let diff: FrameworkDiff

  init(_ diff: FrameworkDiff) { self.diff = diff }

  var title: String {
    diff.isOneFramework
      ? "\(diff.toTitle): from \(diff.from.version) to \(diff.to.version)" : "From \(diff.from) to \(diff.to)"
  }

  /// How the two hang together.
  var route: String {
    if !diff.route.isEmpty { return diff.route.joined(separator: " ") }
    if diff.isOneFramework { return "Both are called \(diff.to)." }
    return "Nobody says how \(diff.to) came from \(diff.from); criteria that look alike are set side by side."
  }

  /// What the changes ask of the version.
  var verdict: String {
    guard let step = diff.step, let version = diff.leastVersion else {
      return "They say the same: nothing differs but version and status."
    }
    guard diff.isOneFramework else {
      return
        "They are two frameworks, each with versions of its own. Between versions of one, this would be a \(step) step."
    }
    let needed = "This needs a \(step) step: \(version) at least."
    guard diff.to.version > diff.from.version else { return needed }
    return step.isTaken(from: diff.from.version, to: diff.to.version)
      ? "\(needed) \(diff.to.version) is enough." : "\(needed) \(diff.to.version) is too low."
  }

  /// The changes that need a step, the reason for it first.
  struct Group {
    let step: VersionStep
    let reasons: [(why: String, changes: [Difference])]

    var count: Int { reasons.reduce(0) { $0 + $1.changes.count } }
  }

  /// The largest step first; reasons in the order of the table.
  var groups: [Group] {
    VersionStep.allCases.reversed().compactMap { step in
      let changes = diff.changes.filter { $0.step == step }
      guard !changes.isEmpty else { return nil }
      let byRow = Dictionary(grouping: changes, by: \.rowID)
      return Group(
        step: step,
        reasons: StepTable.rows.compactMap { row in byRow[row.id].map { (row.why, $0) } })
    }
  }

  /// "68 criteria stand where they stood, 2 were split, 1 is gone."
  var criteria: String {
    var parts = [
      "\(English.count(diff.kept, "criterion")) \(diff.kept == 1 ? "stands" : "stand") where \(diff.kept == 1 ? "it" : "they") stood"
    ]
    let words: [(Difference.Kind, String, String)] = [
      (.renamed, "was renamed", "were renamed"), (.moved, "was moved", "were moved"),
      (.split, "was split", "were split"), (.merged, "was merged from others", "were merged from others"),
      (.replaced, "was replaced", "were replaced"), (.removed, "is gone", "are gone"),
      (.added, "is new", "are new"),
    ]
    for (kind, one, several) in words {
      let count = diff.changes.count { $0.kind == kind && Self.aboutCriteria.contains($0.rowID) }
      if count > 0 { parts.append("\(count) \(count == 1 ? one : several)") }
    }
    return English.list(parts) + "."
  }

  private static let aboutCriteria: Set<String> = ["criterion-added", "criterion-gone"]

  /// How many criteria that are judged may be compared.
  var comparability: String {
    let count = diff.standings.count
    guard count > 0 else { return "Neither of the two judges any criterion." }
    let parts = CriterionStanding.Standing.allCases.compactMap { standing -> String? in
      let number = diff.count(standing)
      return number == 0 ? nil : "\(number) \(standing.rawValue)"
    }
    return
      "Of \(English.count(count, "judged criterion", plural: "judged criteria")): \(English.list(parts))."
  }

  /// Criteria that are not simply comparable, by standing and reasons.
  var cautions: [(standing: CriterionStanding.Standing, reason: String, names: [String])] {
    var found: [(standing: CriterionStanding.Standing, reason: String, names: [String])] = []
    for standing in [CriterionStanding.Standing.not, .withCare] {
      for criterion in diff.standings where criterion.standing == standing {
        let reason = criterion.reasons.joined(separator: " ")
        if let known = found.firstIndex(where: { $0.standing == standing && $0.reason == reason }) {
          found[known].names.append(criterion.name)
        } else {
          found.append((standing, reason, [criterion.name]))
        }
      }
    }
    return found
  }

  /// What to write so that nothing has to be guessed; empty where nothing was.
  var advice: String {
    let guesses = diff.guesses.count
    if guesses == 0 {
      return diff.isTold || !diff.isOneFramework || diff.isEmpty
        ? ""
        : "Nobody says how the one became the other. A migration in \(diff.to) can: then reviews can be carried over, and comparisons know what they may set side by side."
    }
    return
      "\(guesses == 1 ? "One criterion looks" : "\(guesses) criteria look") as if moved or renamed, and nobody says so. If that is right, write it into \(diff.to):"
  }

  /// The migration that says what was guessed, as YAML.
  var migration: String? {
    guard !diff.guesses.isEmpty else { return nil }
    var lines = ["migrations:", "  - from: {version: \(diff.from.version)}", "    changes:"]
    if !diff.isOneFramework { lines[1] = "  - from: {id: \(diff.from.id), version: \(diff.from.version)}" }
    for guess in diff.guesses {
      guard let from = guess.from.first, let to = guess.to.first else { continue }
      let (old, new) = (from.split(separator: "/"), to.split(separator: "/"))
      var change = "      - {move: \(from)"
      if old.dropLast() != new.dropLast() {
        change += ", to: \(new.count == 1 ? "criteria" : new.dropLast().joined(separator: "/"))"
      }
      if let id = new.last, id != old.last { change += ", as: \(id)" }
      lines.append(change + ", why: …}")
    }
    return lines.joined(separator: "\n")
  }
}

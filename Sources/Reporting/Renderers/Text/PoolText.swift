import Frameworks
import Profiles
import Registries
import Workspaces

/// Pools for the terminal, at most 100 columns wide.
public enum PoolText {
  /// An opened pool.
  public static func text(_ pool: Pool, regions: RegionList = RegionList()) -> String {
    let task = pool.task
    var lines = TerminalText.underlined(
      "\(regions.name(ofCode: task.region)): \(TerminalText.clean(task.framework.title)), \(task.period)")
    lines += TerminalText.wrap(
      "What \(pool.partnerships) partnerships' judgements add up to (\(task.kind == .peer ? "peers'" : "schools' own")). "
        + "\(task.registries[0].origin) and \(task.registries[1].origin) added them up without seeing any one "
        + "partnership's, and each put its own random error on every figure.")
    lines += [""]
    lines += TextTable(
      [
        .init("Criterion"), .init("Schools", isNumeric: true), .init("Partnerships", isNumeric: true),
        .init("Mean", isNumeric: true), .init("95 % interval"), .init("Share at each point"),
      ],
      rows: pool.figures.map { figure in
        [
          figure.title, "\(figure.n)", "\(figure.partnerships)", number(figure.mean),
          "\(number(figure.interval.lowerBound)) to \(number(figure.interval.upperBound))", shares(figure),
        ]
      }
    ).lines()
    if !pool.omitted.isEmpty { lines += ["", "Left out"] }
    for omission in pool.omitted {
      lines += TerminalText.hanging("- ", "\(omission.id): \(omission.reason.words)")
    }
    lines += [""] + TerminalText.wrap(meaning(pool))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Pools added up.
  public static func sum(_ sum: PoolSum, regions: RegionList = RegionList()) -> String {
    let task = sum.pools[0].task
    var lines = TerminalText.underlined(
      "\(TerminalText.clean(sum.name)): \(TerminalText.clean(task.framework.title)), \(task.period)")
    let names = sum.pools.map { regions.name(ofCode: $0.task.region) }
    lines += TerminalText.wrap("Added up from the opened pools of: \(names.joined(separator: ", ")).") + [""]
    lines += TextTable(
      [
        .init("Criterion"), .init("Regions", isNumeric: true), .init("Schools", isNumeric: true),
        .init("Partnerships", isNumeric: true), .init("Mean", isNumeric: true), .init("95 % interval"),
      ],
      rows: sum.figures.map { figure in
        [
          figure.title + (figure.cautions.isEmpty ? "" : " *"),
          "\(figure.regions.count) of \(sum.pools.count)", "\(figure.n)", "\(figure.partnerships)",
          number(figure.mean),
          "\(number(figure.interval.lowerBound)) to \(number(figure.interval.upperBound))",
        ]
      }
    ).lines()
    lines +=
      [""]
      + TerminalText.wrap(
        "The random errors of the regions are in these figures too. A difference within the interval means nothing."
      )
    let cautions = Comparability.Caution.allCases.filter { caution in
      sum.figures.contains { $0.cautions.contains(caution) }
    }
    lines += cautions.flatMap { TerminalText.hanging("* ", $0.meaning) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How a pool stands at a registry, and what comes next.
  public static func status(_ status: PoolStatus, of pool: RunningPool) -> String {
    let count = status.contributions.count
    var lines = ["The pool \(pool.task.words): \(stage(status, pool))"]
    let sound = status.count(.sound) + status.count(.counted)
    var parts = ["\(count) \(count == 1 ? "contribution" : "contributions") taken", "\(sound) sound"]
    let waiting = status.count(.taken)
    if waiting > 0 { parts.append("\(waiting) waiting for the check of \(pool.other.origin)") }
    if status.count(.leftOut) > 0 { parts.append("\(status.count(.leftOut)) left out") }
    lines.append("  \(parts.joined(separator: ", ")).")
    for contribution in status.contributions {
      if case .refused(let rule) = contribution.verdict {
        lines.append("  Refused: \(contribution.partnership), \(why(rule)) (rule “\(rule.rawValue)”).")
      }
    }
    lines.append("  \(next(status, pool))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a partnership has made.
  ///
  /// - Parameter columns: what of its own framework goes in.
  public static func contribution(
    _ file: PoolContributionFile, task: PoolTask, columns: PoolColumns, leftOut: [LeftOut], at path: String
  ) -> String {
    let own = file.contribution
    let largest = own.declared.max() ?? 0
    var lines = [
      "The contribution of \(own.partnership) to the pool \(task.words): up to \(largest) "
        + "\(largest == 1 ? "school" : "schools") on each of \(own.declared.count { $0 > 0 }) criteria.",
      "  Told to both registries: how many schools were judged on each criterion, and that you take part.",
      "  Told to neither: any school's judgement, any count, any name.",
    ]
    for (criterion, cautions) in columns.reworded {
      lines += TerminalText.hanging(
        "  - ", "\(criterion.id) goes in: \(cautions.map(\.meaning).joined(separator: " "))")
    }
    for omission in own.omitted {
      lines += TerminalText.hanging("  - ", "\(omission.id) is left out: \(words(omission.reason))")
    }
    for left in leftOut { lines += TerminalText.hanging("  - ", left.words) }
    lines.append(
      "Wrote \(path). Send this one file to both registries: "
        + "\(task.registries[0].origin) and \(task.registries[1].origin).")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Words

  private static func stage(_ status: PoolStatus, _ pool: RunningPool) -> String {
    switch status.stage {
    case .open: "open until \(pool.task.until)."
    case .closed: "closed here."
    case .shared: status.isPublished ? "published." : "added up here, with this registry's noise."
    case .frozen: "frozen."
    }
  }

  /// Why a contribution that was taken does not count.
  private static func why(_ rule: PoolRule) -> String {
    switch rule {
    case .badProof: "whose hidden counts are impossible"
    case .cellSum: "whose hidden counts do not add up to the number that it declares"
    default: "which does not count"
    }
  }

  private static func next(_ status: PoolStatus, _ pool: RunningPool) -> String {
    let other = pool.other.origin
    return switch status.stage {
    case .frozen:
      "\(other) signed two different messages for one step. Both are kept; nothing will be opened."
    case .open where status.count(.taken) > 0:
      "Next: let \(other) take the same contributions, then read its outbox with --peer."
    case .open: "Next: take more contributions, or close with --close."
    case .closed: "Next: \(other) closes too; then read its outbox with --peer."
    case .shared where status.isPublished: "Nothing is left to do."
    case .shared where status.otherHasShared: "Next: waymark pool publish."
    case .shared: "Next: let \(other) read this outbox; then waymark pool publish with its outbox as --peer."
    }
  }

  private static func words(_ reason: PoolContribution.Omission.Reason) -> String {
    switch reason {
    case .noCounterpart: "your framework has no criterion that came from it."
    case .notTheSame: "your framework's criterion is not the same one."
    case .otherScale: "your framework judges it on another scale."
    case .notJudged: "one of the two frameworks does not judge it."
    case .unsaid: "your framework's words differ, and nobody says for certain that they mean the same."
    }
  }

  private static func shares(_ figure: PoolFigure) -> String {
    guard let shares = figure.shares else { return "(mean only)" }
    return zip(figure.points, shares).map { "\($0): \(Int(($1 * 100).rounded())) %" }.joined(separator: "  ")
  }

  private static func meaning(_ pool: Pool) -> String {
    let reach = pool.figures.compactMap { figure in
      figure.countReach.map { Double($0) / Double(figure.n) * 100 }
    }.max()
    let about =
      reach.map { " A share is within about \(Int($0.rounded(.up))) points of the truth in 95 of 100 cases." }
      ?? ""
    return
      "Every figure carries deliberate random error. The interval holds the true mean in about 95 of 100 cases, "
      + "and a difference within it means nothing.\(about) Which partnerships took part is not hidden."
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let rest = String(hundredths.magnitude % 100 + 100).dropFirst()
    return "\(sign)\(hundredths.magnitude / 100).\(rest)"
  }
}

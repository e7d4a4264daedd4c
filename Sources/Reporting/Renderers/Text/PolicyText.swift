import Diagnostics
import Profiles

/// A policy for the terminal, in plain words.
public enum PolicyText {
  /// - Throws: `badData` where the policy has no digest.
  public static func text(_ policy: Policy) throws(Failure) -> String {
    var lines = TerminalText.underlined("The policy “\(policy.id.value)”: \(policy.title)")
    if let summary = policy.summary { lines += TerminalText.wrap(summary) }
    lines +=
      ["", "By the number of subjects judged on a criterion"] + table(policy.criteria, policy.caps).lines()
    lines += [
      "",
      "Frameworks with more than \(policy.sections.above) judged criteria publish up to \(policy.sections.atMost) sections",
    ]
    lines += table(policy.sections.classes, policy.caps).lines()
    lines += ["", "Together"]
    let (caps, pool) = (policy.caps, policy.pool)
    lines += TerminalText.hanging(
      "- ",
      "The sheets of any \(caps.years) years may tell \(caps.epsilon) about one school on one criterion (the sum of their epsilons)."
    )
    lines += TerminalText.hanging(
      "- ",
      "A region's pool opens from \(pool.partnerships) partnerships and \(pool.subjects) subjects on, none of them bringing "
        + "over \(pool.share.percentage); means from \(pool.means), distributions from \(pool.distributions). Each of the two registries "
        + "adds noise of epsilon \(pool.epsilon).")
    lines += ["", "Digest: \(try policy.digest())"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ classes: [SizeClass], _ caps: Caps) -> TextTable {
    TextTable(
      [.init("Subjects"), .init("Technique"), .init("With"), .init("Sheets in \(caps.years) years")],
      rows: classes.map { size in
        let end = size.to.map { $0 == size.from ? "" : " to \($0)" } ?? " and more"
        return ["\(size.from)\(end)", size.technique.rawValue, size.parameterWords, releases(of: size, caps)]
      })
  }

  private static func releases(of size: SizeClass, _ caps: Caps) -> String {
    if size.technique == .nothing { return "none" }
    return caps.releases(of: size).map(String.init)
      ?? "no cap holds: without noise there is nothing to add up"
  }
}

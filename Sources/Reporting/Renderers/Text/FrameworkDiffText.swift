import Frameworks

/// What differs between two frameworks, for the terminal.
public enum FrameworkDiffText {
  public static func text(_ diff: FrameworkDiff) -> String {
    let words = DiffWords(diff)
    var lines = TerminalText.underlined(words.title)
    lines += TerminalText.wrap(words.route)
    lines += TerminalText.wrap(words.verdict)
    for group in words.groups { lines += section(group) }
    guard !diff.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines += [""] + TerminalText.underlined("Criteria") + TerminalText.wrap(words.criteria)
    lines += TerminalText.wrap(words.comparability)
    for caution in words.cautions {
      lines += TerminalText.hanging(
        "- ", "\(caution.standing.rawValue): \(caution.reason) \(names(caution.names))")
    }
    if !words.advice.isEmpty { lines += [""] + TerminalText.wrap(words.advice) }
    if let migration = words.migration { lines += ["", migration] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(_ names: [String]) -> String {
    "(\(names.prefix(8).joined(separator: "; "))\(names.count > 8 ? "; and \(names.count - 8) more" : ""))"
  }

  private static func section(_ group: DiffWords.Group) -> [String] {
    var lines =
      [""]
      + TerminalText.underlined(
        "\(group.step.rawValue.prefix(1).uppercased() + group.step.rawValue.dropFirst()) (\(group.count)): \(group.step.meaning)"
      )
    for (why, changes) in group.reasons {
      lines += [""] + TerminalText.wrap(English.sentence(why.prefix(1).uppercased() + why.dropFirst()))
      for change in changes { lines += self.change(change) }
    }
    return lines
  }

  private static func change(_ change: Difference) -> [String] {
    let guess = change.isGuess ? " (a guess)" : ""
    var lines = TerminalText.hanging("- ", "\(change.kind.rawValue): \(change.sentence)\(guess)")
    for edit in change.edits where edit.isProse {
      lines += TerminalText.hanging("    \(edit.field): ", marked(edit.words))
    }
    for why in change.why { lines += TerminalText.hanging("    why: ", why) }
    return lines
  }

  /// Words that went stand in [- -], words that came in {+ +}; long stretches that both have are cut.
  private static func marked(_ runs: [WordDifference.Run]) -> String {
    runs.enumerated().map { index, run in
      switch run.side {
      case .before: "[-\(run.text)-]"
      case .after: "{+\(run.text)+}"
      case .both: cut(run.text, isFirst: index == 0, isLast: index == runs.count - 1)
      }
    }.joined(separator: " ")
  }

  private static func cut(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let words = text.split(separator: " ")
    guard words.count > 12 else { return text }
    let head = isFirst ? "" : words.prefix(5).joined(separator: " ") + " "
    let tail = isLast ? "" : " " + words.suffix(5).joined(separator: " ")
    return "\(head)…\(tail)"
  }
}

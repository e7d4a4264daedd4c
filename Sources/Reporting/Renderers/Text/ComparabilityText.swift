import Frameworks

/// What may be compared between two frameworks, for the terminal: a line a pair, and why below it.
public enum ComparabilityText {
  public static func text(_ found: Comparability) -> String {
    let words = ComparabilityWords(found)
    var lines = TerminalText.underlined(words.title)
    for sentence in words.route { lines += TerminalText.wrap(sentence) }
    lines.append("")
    let width = Comparability.Relation.allCases.map(\.rawValue.count).max() ?? 0
    for pair in found.pairs {
      let name = pair.relation.rawValue
      lines += TerminalText.hanging(
        name + String(repeating: " ", count: width - name.count + 2), words.paths(pair))
      for note in words.notes(pair) {
        lines += TerminalText.hanging(String(repeating: " ", count: width + 2) + "- ", note)
      }
    }
    lines += [""] + TerminalText.wrap("\(English.count(found.pairs.count, "pair")): \(words.counts).")
    for sentence in words.judged { lines += TerminalText.wrap(sentence) }
    return lines.joined(separator: "\n") + "\n"
  }
}

import Profiles

/// A partnership's exact figures beside its region's for the terminal. The first and the last line say that they are
/// not for publication.
public enum LocalText {
  public static func text(_ profile: LocalProfile) -> String {
    let words = LocalWords(profile)
    var lines = [LocalWords.mark, ""] + TerminalText.underlined(words.title)
    lines += TerminalText.wrap(words.eyebrow) + TerminalText.wrap(words.summary)
    if profile.subjects > 0 {
      for unit in [Sheet.Unit.section, .criterion] {
        guard let table = words.comparisonTable(unit, id: "") else { continue }
        lines += ["", words.besideTitle] + TextTable(table).lines()
      }
      if !profile.compared.isEmpty {
        lines += ["", "What stands out"]
        for sentence in words.clear.isEmpty ? [words.noneClear] : words.clear {
          lines += TerminalText.hanging("- ", sentence)
        }
      }
      lines += spread("How your answers spread, section by section", profile.sections, words)
      lines += spread("How your judgements spread", profile.criteria, words)
    }
    if !words.reading.isEmpty { lines += ["", "How to read it"] }
    for sentence in words.reading { lines += TerminalText.hanging("- ", sentence) }
    return (lines + ["", LocalWords.mark]).joined(separator: "\n") + "\n"
  }

  private static func spread(_ title: String, _ figures: [LocalFigure], _ words: LocalWords) -> [String] {
    words.spreads(figures).flatMap { spread -> [String] in
      let key = PictureWords.key(spread.scale)
      let table = spread.table(
        id: "", caption: "", rowTitle: words.unitTitle(figures.first?.unit ?? .criterion), isBrief: true)
      return ["", title] + (key.isEmpty ? [] : TerminalText.wrap("Points: \(key)")) + TextTable(table).lines()
    }
  }
}

import Rubrics

/// A partnership's private picture for the terminal, at most 100 columns wide where its sections allow it.
public enum WorkspaceReportText {
  /// The first and the last line say that it is not for publication.
  public static func text(_ picture: PartnershipPicture) -> String {
    let words = PictureWords(picture)
    let tables = PictureTables(picture)
    var lines = [PictureWords.mark, ""] + TerminalText.underlined(words.title)
    lines += TerminalText.wrap(words.eyebrow) + TerminalText.wrap(words.summary)
    lines += [""] + TextTable(tables.members).lines()
    if !words.gaps.isEmpty { lines.append("") }
    for gap in words.gaps { lines += TerminalText.hanging("- ", gap) }
    lines += unfit(words)
    if picture.groups.isEmpty {
      lines += [""] + TerminalText.wrap(words.marksNothing)
    } else if !picture.counted.isEmpty {
      lines += findings(PictureHighlights(picture), words)
      lines += overview(picture)
      lines += schools(tables, words)
      if picture.isLong { lines += sections(picture) }
    }
    lines += ["", PictureWords.mark]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func unfit(_ words: PictureWords) -> [String] {
    guard !words.unfit.isEmpty else { return [] }
    return ["", "Reviews that do not fit"]
      + words.unfit.flatMap { TerminalText.hanging("- ", "\($0.name): \($0.text)") }
  }

  private static func findings(_ highlights: PictureHighlights, _ words: PictureWords) -> [String] {
    var lines: [String] = []
    for finding in highlights.findings {
      lines += ["", finding.title]
      for sentence in finding.sentences { lines += TerminalText.hanging("- ", sentence) }
    }
    if let note = highlights.note { lines += [""] + TerminalText.wrap(note) }
    for caution in words.cautions {
      lines += [""] + TerminalText.wrap("\(caution.title). \(caution.text)")
    }
    return lines
  }

  private static func overview(_ picture: PartnershipPicture) -> [String] {
    PictureSpread.overview(picture).flatMap { spread in
      ["", picture.isLong ? "All answers, section by section" : "How the judgements spread"]
        + lines(spread, rowTitle: picture.isLong ? "Section" : PictureWords(picture).unitTitle)
    }
  }

  private static func lines(_ spread: PictureSpread, rowTitle: String) -> [String] {
    let key = PictureWords.key(spread.scale)
    let table = spread.table(id: "", caption: "", rowTitle: rowTitle, isBrief: true)
    return (key.isEmpty ? [] : TerminalText.wrap("Points: \(key)")) + TextTable(table).lines()
  }

  private static func schools(_ tables: PictureTables, _ words: PictureWords) -> [String] {
    let table = tables.schools(isBrief: true)
    var lines = [""] + TerminalText.wrap(table.caption)
    for (index, title) in tables.schoolTitles.enumerated() {
      lines += TerminalText.hanging("  \(index + 1)  ", title)
    }
    lines += TextTable(table).lines() + TerminalText.wrap(PictureTables.signs)
    return lines + TerminalText.wrap(words.overall)
  }

  private static func sections(_ picture: PartnershipPicture) -> [String] {
    picture.groups.filter { $0.columns.count > 1 }.flatMap { group -> [String] in
      var lines = [""] + TerminalText.underlined(group.title)
      for (part, numbered) in PictureSections.parts(of: group) {
        if let title = part.title { lines += [""] + TerminalText.wrap(title) }
        for spread in PictureSpread.criteria(numbered, picture) {
          lines += Self.lines(spread, rowTitle: PictureWords(picture).unitTitle)
        }
      }
      return lines
    }
  }
}

/// The criteria of a section, numbered through all of its parts.
enum PictureSections {
  static func parts(
    of group: PartnershipPicture.Group
  ) -> [(part: PartnershipPicture.Part, numbered: [(number: Int, column: Int)])] {
    var next = 1
    return group.parts.map { part in
      defer { next += part.columns.count }
      return (part, part.columns.enumerated().map { (next + $0, $1) })
    }
  }
}

extension TextTable {
  /// A table of a page, for the terminal; its caption is left to the caller.
  init(_ table: AccessibleTable) {
    self.init(
      [.init(table.rowTitle)] + table.columns.map { .init($0.title, isNumeric: $0.isNumeric) },
      rows: table.rows.map { row in
        [row.header]
          + row.cells.map { cell in
            switch cell {
            case .text(let text), .figure(let text), .missing(let text): text
            }
          }
      })
  }
}

import Diagnostics
import Documents
import Reviews
import Sealing

/// Reads single values from cells. The codes are those of the same mistakes in YAML.
struct CellValues {
  var bag = DiagnosticBag()

  /// An id as people type it: `Not applicable` is `not-applicable`, and a whole number saved as `3.0` is `3`.
  static func slugged(_ text: String) -> String {
    let slug = text.lowercased().split { $0.isWhitespace || $0 == "_" }.joined(separator: "-")
    let halves = slug.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = halves.count == 2 && !halves[1].isEmpty && halves[1].allSatisfy { $0 == "0" }
    return isWhole && halves[0].allSatisfy { ("0"..."9").contains($0) } ? String(halves[0]) : slug
  }

  mutating func slug(_ text: String, in cell: CSVCell) -> Located<String>? {
    let slug = Self.slugged(text)
    guard SlugRule.isSlug(slug) else {
      bag.report(
        ShapeCodes.notASlug, "“\(text.onOneLine)” is not an id (lower-case letters, digits, single hyphens).",
        at: cell.range)
      return nil
    }
    return Located(slug, at: cell.range)
  }

  mutating func path(_ cell: CSVCell) -> Located<String>? {
    let path = cell.text.lowercased()
    guard SlugRule.isPath(path) else {
      bag.report(ShapeCodes.notAPath, "“\(cell.text.onOneLine)” is not a criterion's path.", at: cell.range)
      return nil
    }
    return Located(path, at: cell.range)
  }

  mutating func subject(_ cell: CSVCell) -> Located<String>? {
    let id = Self.slugged(cell.text)
    guard SubjectRule.isSubject(id) else {
      bag.report(
        ShapeCodes.notAReference, "“\(cell.text.onOneLine)” is not \(SubjectRule.meaning).", at: cell.range)
      return nil
    }
    return Located(id, at: cell.range)
  }

  mutating func choice<Word: Choice>(_ cell: CSVCell, of key: String, as _: Word.Type) -> Located<Word>? {
    let word = cell.text.lowercased()
    if let value = Word(rawValue: word) { return Located(value, at: cell.range) }
    let words = Word.allCases.map(\.rawValue)
    let help =
      NearestName.of(word, among: words).map { "Did you mean “\($0)”?" }
      ?? "It may be: \(words.joined(separator: ", "))."
    bag.report(
      ShapeCodes.unknownChoice, "“\(cell.text.onOneLine)” cannot stand for “\(key)”.", help: help,
      at: cell.range)
    return nil
  }

  /// `YYYY-MM-DD`, or `DD/MM/YYYY`, into which British spreadsheets turn it when they save.
  mutating func date(_ cell: CSVCell) -> Located<Day>? {
    let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false)
    var day = Day(cell.text)
    if parts.map(\.count) == [2, 2, 4] { day = Day("\(parts[2])-\(parts[1])-\(parts[0])") }
    guard let day else {
      bag.report(
        ShapeCodes.notADate, "“\(cell.text.onOneLine)” is not a date of the calendar.", at: cell.range)
      return nil
    }
    return Located(day, at: cell.range)
  }

  mutating func period(_ cell: CSVCell) -> Located<Period>? {
    guard let period = Period(cell.text) else {
      bag.report(ShapeCodes.notAPeriod, "“\(cell.text.onOneLine)” is not a school year.", at: cell.range)
      return nil
    }
    return Located(period, at: cell.range)
  }

  mutating func digest(_ cell: CSVCell) -> Located<Digest>? {
    guard let digest = Digest(text: cell.text.lowercased()) else {
      bag.report(ShapeCodes.notADigest, "“\(cell.text.onOneLine)” is not a digest.", at: cell.range)
      return nil
    }
    return Located(digest, at: cell.range)
  }

  /// Ids between line breaks, commas, semicolons or spaces.
  mutating func slugs(_ cell: CSVCell) -> [Located<String>] {
    cell.text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.compactMap { slug(String($0), in: cell) }
  }

  /// Texts between line breaks or semicolons; `;;` is a semicolon inside a text.
  static func texts(_ cell: CSVCell) -> [String] {
    var texts: [String] = []
    var current = String.UnicodeScalarView()
    var scalars = cell.text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == ";", scalars.first == ";" {
        scalars.removeFirst()
        current.append(scalar)
      } else if scalar == ";" || scalar == "\n" {
        texts.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    texts.append(String(current))
    return texts.map(\.trimmedAsRead).filter { !$0.isEmpty }
  }
}

extension String {
  /// Short enough for a message on one line.
  var onOneLine: String {
    let line = split(whereSeparator: \.isNewline).first ?? ""
    return line.count > 60 ? line.prefix(57) + "…" : String(line)
  }
}

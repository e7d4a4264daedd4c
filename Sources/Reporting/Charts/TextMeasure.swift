/// How wide text is likely to be, without a font at hand.
///
/// The widths are those of a wide sans-serif face (DejaVu Sans), so that a guess errs on the side of wrapping
/// early.
enum TextMeasure {
  /// The estimated width of a line of text, in units of the drawing.
  static func width(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var ems = 0.0
    for character in text { ems += advance(character) }
    return ems * size * (bold ? 1.08 : 1)
  }

  /// Text in lines no wider than `width`, broken at spaces and hyphens; a word that is too long is cut.
  ///
  /// More than `maximumLines` lines end in an ellipsis: the table beside each chart has the whole text.
  static func wrap(
    _ text: String, width: Double, size: Double, bold: Bool = false, maximumLines: Int = .max
  ) -> [String] {
    let lines = MeasuredText(text, size: size, bold: bold).lines(width: width)
    guard lines.count > maximumLines, maximumLines > 0 else { return lines }
    var last = lines[maximumLines - 1]
    while !last.isEmpty && Self.width(last + "…", size: size, bold: bold) > width { last.removeLast() }
    return Array(lines[..<(maximumLines - 1)]) + [last + "…"]
  }

  /// The estimated width of a character, as a share of the text's size.
  static func advance(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "‘", "|", "!": 0.31
    case " ", "\u{A0}", "·": 0.33
    case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.4
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.56
    case "w", "%": 0.86
    case "m", "M", "W", "@", "—", "…": 0.99
    case "a"..."z", "0"..."9": 0.635
    case "A"..."Z": 0.72
    default: character.utf8.count < 3 ? 0.66 : 1.05
    }
  }
}

/// A text measured once, to be wrapped in many ways.
struct MeasuredText {
  private struct Word {
    var text: String
    var width: Double
    /// True for the later parts of a hyphened word, which follow without a space.
    var isJoined: Bool
  }

  private let words: [Word]
  private let size: Double
  private let bold: Bool

  init(_ text: String, size: Double, bold: Bool = false) {
    self.size = size
    self.bold = bold
    words = text.split { $0 == " " || $0.isNewline || $0 == "\t" }.flatMap { word in
      Self.parts(of: word).enumerated().map { index, part in
        Word(text: part, width: TextMeasure.width(part, size: size, bold: bold), isJoined: index > 0)
      }
    }
  }

  /// The width of the longest word, below which wrapping has to cut.
  var longestWord: Double { words.map(\.width).max() ?? 0 }

  func lines(width: Double) -> [String] {
    let space = TextMeasure.width(" ", size: size, bold: bold)
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for word in words.flatMap({ $0.width <= width ? [$0] : cut($0, width: width) }) {
      let added = (word.isJoined || line.isEmpty ? 0 : space) + word.width
      if !line.isEmpty && used + added > width {
        lines.append(line)
        line = word.text
        used = word.width
      } else {
        line += (word.isJoined || line.isEmpty ? "" : " ") + word.text
        used += added
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// As many lines as `lines(width:)` makes, but of about the same length, which looks calmer in a label.
  func balancedLines(width: Double) -> [String] {
    var best = lines(width: width)
    var low = longestWord
    var high = width
    while high - low > 2 {
      let middle = (low + high) / 2
      let attempt = lines(width: middle)
      if attempt.count > best.count {
        low = middle
      } else {
        best = attempt
        high = middle
      }
    }
    return best
  }

  private func cut(_ word: Word, width: Double) -> [Word] {
    let hyphen = TextMeasure.width("-", size: size, bold: bold)
    var pieces: [Word] = []
    var piece = Word(text: "", width: 0, isJoined: word.isJoined)
    for character in word.text {
      let added = TextMeasure.width(String(character), size: size, bold: bold)
      if !piece.text.isEmpty && piece.width + added + hyphen > width {
        pieces.append(Word(text: piece.text + "-", width: piece.width + hyphen, isJoined: piece.isJoined))
        piece = Word(text: "", width: 0, isJoined: true)
      }
      piece.text.append(character)
      piece.width += added
    }
    return piece.text.isEmpty ? pieces : pieces + [piece]
  }

  /// The parts of a hyphened word, between which a line may break.
  ///
  /// A hyphen before a digit does not count, so that a year such as 2025-26 stays whole.
  private static func parts(of word: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in word {
      if part.last == "-" && part.count > 2 && character.isLetter {
        parts.append(part)
        part = ""
      }
      part.append(character)
    }
    return parts + [part]
  }
}

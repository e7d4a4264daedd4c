/// Reads one scalar as libyaml does, and keeps for each byte of its value the bytes that made it
/// (yaml.org/spec/1.2.2, chapters 7 and 8; libyaml's `scanner.c` where they differ).
struct ScalarDecoding {
  private(set) var value: [UInt8] = []
  private(set) var made: [Range<UInt32>] = []
  /// Where the scalar's text starts: behind anchor, quote or the header of a block.
  private(set) var start: Int
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int

  /// Breaks and blanks that are not yet known to belong to the value.
  private var blanks: [Piece] = []
  private var firstBreak: Piece?
  private var laterBreaks: [Piece] = []

  /// A byte or a line end of the file: what it would be in the value, and where it stands.
  private struct Piece {
    let text: [UInt8]
    let range: Range<Int>
    var isLineFeed: Bool { text == [0x0A] }
  }

  /// - Parameters: the file, and where in it the scalar starts and ends.
  init(_ bytes: [UInt8], start: Int, end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
    self.start = min(start, self.end)
    at = self.start
  }

  /// Fills in value and places.
  ///
  /// - Parameter matching: what is wanted from the value; `nil` where it is not the right one. A block that names
  ///   its indentation leaves open from where it counts: then each is tried.
  mutating func decode<Match>(matching: ([UInt8]) -> Match?) -> Match? {
    skipProperties()
    start = at
    guard at < end else { return matching(value) }
    switch bytes[at] {
    case UInt8(ascii: "*"): return nil
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let quote = bytes[at]
      at += 1
      start = at
      flow(quote: quote)
      return matching(value)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return block(matching)
    default:
      flow(quote: nil)
      return matching(value)
    }
  }

  /// Anchors and tags, with the white space and comments behind them.
  private mutating func skipProperties() {
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while at < end, bytes[at] > 0x20 { at += 1 }
      case UInt8(ascii: "#"):
        while at < end, lineEnd(at) == nil { at += 1 }
      case 0x09, 0x0A, 0x0D, 0x20: at += 1
      default: return
      }
    }
  }

  // MARK: Plain and quoted

  private mutating func flow(quote: UInt8?) {
    while at < end {
      if isBlank(at) {
        if firstBreak == nil { blanks.append(piece(at, count: 1)) }
        at += 1
      } else if let count = lineEnd(at) {
        takeBreak(count)
      } else if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\"), let count = lineEnd(at + 1) {
        // An escaped line end stands for nothing, and neither does the indentation behind it.
        join()
        firstBreak = Piece(text: [], range: at..<at + 1 + count)
        at += 1 + count
      } else if bytes[at] == quote, !(quote == UInt8(ascii: "'") && at + 1 < end && bytes[at + 1] == quote) {
        break
      } else {
        join()
        character(quote)
      }
    }
    if quote != nil { join() }
  }

  private mutating func takeBreak(_ count: Int) {
    let piece = lineBreak(at, count)
    if firstBreak == nil {
      blanks = []
      firstBreak = piece
    } else {
      laterBreaks.append(piece)
    }
    at += count
  }

  /// White space that turned out to stand within the value: blanks as they are, one line end as a space.
  private mutating func join() {
    if let first = firstBreak {
      if !first.isLineFeed {
        add(first)
        laterBreaks.forEach { add($0) }
      } else if laterBreaks.isEmpty {
        add(Piece(text: [0x20], range: first.range))
      } else {
        laterBreaks.forEach { add($0) }
      }
    } else {
      blanks.forEach { add($0) }
    }
    (blanks, firstBreak, laterBreaks) = ([], nil, [])
  }

  private mutating func character(_ quote: UInt8?) {
    if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\") {
      escape()
    } else if quote == UInt8(ascii: "'"), bytes[at] == quote {
      add(Piece(text: [bytes[at]], range: at..<at + 2))
      at += 2
    } else {
      add(piece(at, count: 1))
      at += 1
    }
  }

  private mutating func escape() {
    let letter = at + 1 < end ? bytes[at + 1] : 0
    let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
    var scalar = Self.escapes[letter] ?? UInt32(letter)
    var next = at + 2
    if "xuU".utf8.contains(letter) {
      next = min(next + digits, end)
      scalar = UInt32(String(decoding: bytes[min(at + 2, next)..<next], as: UTF8.self), radix: 16) ?? 0xFFFD
    }
    let text = Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
    add(Piece(text: text, range: at..<min(next, end)))
    at = next
  }

  /// Those that do not stand for themselves.
  private static let escapes: [UInt8: UInt32] = [
    UInt8(ascii: "0"): 0, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "e"): 0x1B, UInt8(ascii: "N"): 0x85, UInt8(ascii: "_"): 0xA0, UInt8(ascii: "L"): 0x2028,
    UInt8(ascii: "P"): 0x2029,
  ]

  // MARK: Blocks

  private mutating func block<Match>(_ matching: ([UInt8]) -> Match?) -> Match? {
    let isFolded = bytes[at] == UInt8(ascii: ">")
    var keeps: Bool?
    var written: Int?
    at += 1
    while at < bytes.count, bytes[at] > 0x20 {
      switch bytes[at] {
      case UInt8(ascii: "+"): keeps = true
      case UInt8(ascii: "-"): keeps = false
      case UInt8(ascii: "1")...UInt8(ascii: "9"): written = Int(bytes[at] - UInt8(ascii: "0"))
      default: return nil
      }
      at += 1
    }
    while at < bytes.count, lineEnd(at) == nil { at += 1 }
    at += lineEnd(at) ?? 0
    start = at
    guard let written else {
      lines(indentation: nil, isFolded, keeps)
      return matching(value)
    }
    for indentation in written...written + 128 {
      (at, value, made) = (start, [], [])
      lines(indentation: indentation, isFolded, keeps)
      if let match = matching(value) { return match }
    }
    return nil
  }

  /// - Parameter keeps: whether all line ends at the end belong to the value; `nil`: the first of them.
  private mutating func lines(indentation: Int?, _ isFolded: Bool, _ keeps: Bool?) {
    var (breaks, column) = blankLines(indentation)
    let indentation = indentation ?? max(1, column.widest)
    var lineBreak: Piece?
    var isIndented = false
    while column.here == indentation, at < bytes.count {
      let startsBlank = isBlank(at)
      if isFolded, let first = lineBreak, first.isLineFeed, !isIndented, !startsBlank {
        if breaks.isEmpty { add(Piece(text: [0x20], range: first.range)) }
      } else if let first = lineBreak {
        add(first)
      }
      breaks.forEach { add($0) }
      isIndented = startsBlank
      while at < bytes.count, lineEnd(at) == nil {
        add(piece(at, count: 1))
        at += 1
      }
      lineBreak = lineEnd(at).map { self.lineBreak(at, $0) }
      at += lineEnd(at) ?? 0
      (breaks, column) = blankLines(indentation)
    }
    if keeps != false, let lineBreak { add(lineBreak) }
    if keeps == true { breaks.forEach { add($0) } }
  }

  /// Lines of nothing but indentation, and the indentation of the line behind them.
  private mutating func blankLines(_ indentation: Int?) -> ([Piece], (here: Int, widest: Int)) {
    var breaks: [Piece] = []
    var widest = 0
    while true {
      var column = 0
      while at < bytes.count, bytes[at] == 0x20, indentation.map({ column < $0 }) ?? true {
        at += 1
        column += 1
      }
      widest = max(widest, column)
      guard let count = lineEnd(at) else { return (breaks, (column, widest)) }
      breaks.append(lineBreak(at, count))
      at += count
    }
  }

  // MARK: Bytes

  private mutating func add(_ piece: Piece) {
    value += piece.text
    let range = UInt32(piece.range.lowerBound)..<UInt32(piece.range.upperBound)
    made += Array(repeating: range, count: piece.text.count)
  }

  private func piece(_ at: Int, count: Int) -> Piece {
    Piece(text: Array(bytes[at..<at + count]), range: at..<at + count)
  }

  /// libyaml makes every line end a line feed but the two that only Unicode knows.
  private func lineBreak(_ at: Int, _ count: Int) -> Piece {
    Piece(text: count == 3 ? Array(bytes[at..<at + 3]) : [0x0A], range: at..<at + count)
  }

  private func isBlank(_ at: Int) -> Bool { at < bytes.count && (bytes[at] == 0x20 || bytes[at] == 0x09) }

  /// How many bytes a line end has that starts here: CR LF, CR, LF, U+0085, U+2028 or U+2029.
  private func lineEnd(_ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case 0x0A: return 1
    case 0x0D: return at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0x85: return 2
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8: return 3
    default: return nil
    }
  }
}

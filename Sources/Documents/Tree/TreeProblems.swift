import CYaml
import Diagnostics

/// Says in plain words what libyaml found.
extension TreeBuilder {
  /// What can be told before the parser runs.
  mutating func checkBytes() -> Bool {
    let bytes = source.bytes
    if bytes.count > limits.bytes {
      bag.report(
        TreeCodes.fileTooLarge, "This file has \(bytes.count) bytes; the limit is \(limits.bytes).",
        at: range(0, 0))
      return false
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
      || bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46])
    {
      bag.report(
        TreeCodes.notText, "This is a workbook, a document, an image or a program, not YAML text.",
        at: range(0, 0))
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bag.report(TreeCodes.notUTF8, "This file was saved as UTF-16.", at: range(0, 2))
      return false
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      base = 3
      bag.report(TreeCodes.byteOrderMark, "The file starts with a byte order mark.", at: range(0, 3))
    }
    return true
  }

  mutating func reportSyntax(_ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) {
    if parser.error == YAML_READER_ERROR {
      reportReader(offset: Int(parser.problem_offset), bytes)
      return
    }
    let problem = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
    if problem == "found unexpected end of stream" {
      // libyaml points at the end of the file, where nobody finds the quote.
      let start = places.offset(parser.context_mark.index, bytes)
      bag.report(TreeCodes.syntax, "These quotes are never closed.", at: character(start, bytes))
      return
    }
    let mark = places.offset(parser.problem_mark.index, bytes)
    let at = Int(mark)
    let place = character(mark, bytes)
    if (at < bytes.count && bytes[at] == 0x09) || problem.contains("tab character")
      || indentHasTab(before: at, bytes)
    {
      bag.report(TreeCodes.tabIndentation, "There is a tab in the indentation here.", at: place)
      return
    }
    if problem.contains("undefined tag handle") {
      bag.report(TreeCodes.tag, "This value carries a tag.", at: place)
      return
    }
    var message = Self.plainWords[problem] ?? "YAML cannot be read here: \(problem)."
    if let context = parser.context, parser.context_mark.index < parser.problem_mark.index,
      let words = Self.plainContext[String(cString: context)]
    {
      let start = Int(places.offset(parser.context_mark.index, bytes)) + base
      message += " (\(words) line \(source.position(of: start, lineStarts: source.lineStarts()).line))"
    }
    bag.report(TreeCodes.syntax, message, at: place)
  }

  private func character(_ start: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange {
    range(start + UInt32(base), min(start + 1, UInt32(bytes.count)) + UInt32(base))
  }

  private mutating func reportReader(offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let at = min(max(0, offset), max(0, bytes.count - 1))
    if let start = brokenCharacter(around: at, bytes) {
      bag.report(
        TreeCodes.notUTF8, "The byte \(hex(bytes[start])) (hex) is not valid UTF-8 here.",
        at: place(start, bytes))
    } else if bytes[at] == 0 {
      bag.report(TreeCodes.nulByte, "There is a NUL byte here.", at: place(at, bytes))
    } else {
      bag.report(
        TreeCodes.controlCharacter, "There is an invisible control character (hex \(hex(bytes[at]))) here.",
        at: place(at, bytes))
    }
  }

  private func place(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange {
    range(UInt32(at + base), UInt32(min(at + max(1, width(bytes[at])), bytes.count) + base))
  }

  private func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  /// Where the ill-formed sequence starts that makes the byte at an offset wrong. libyaml points at its
  /// first, second or third byte. `nil` where the text is well-formed: then YAML does not allow the
  /// character.
  private func brokenCharacter(around at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for start in stride(from: at, through: max(0, at - 3), by: -1) {
      let width = max(1, width(bytes[start]))
      guard start + width > at else { continue }
      let sequence = bytes[start..<min(start + width, bytes.count)]
      if String(validating: sequence, as: UTF8.self) == nil { return start }
    }
    return nil
  }

  /// How many bytes a character has that starts with this one; 0 where none does.
  private func width(_ lead: UInt8) -> Int {
    switch lead {
    case 0..<0x80: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF8: 4
    default: 0
    }
  }

  private func indentHasTab(before at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = min(at, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 {
      if bytes[start] == 0x09 { return true }
      start += 1
    }
    return false
  }

  private static let plainWords = [
    "mapping values are not allowed in this context":
      "A colon cannot start a value here. If it belongs to the text, put the text in quotes.",
    "did not find expected key":
      "A key was expected here. Check the indentation of this line against its neighbours.",
    "could not find expected ':'": "A colon was expected after this name.",
    "did not find expected '-' indicator": "A new list item (“- ”) or the end of the list was expected here.",
    "did not find expected ',' or ']'": "A comma or “]” was expected in this list.",
    "did not find expected ',' or '}'": "A comma or “}” was expected in this mapping.",
    "found character that cannot start any token":
      "This character cannot start a value. Put the text in quotes if it belongs to it.",
    "found unknown escape character":
      "This backslash sequence does not exist. Use single quotes for plain backslashes.",
    "did not find expected <document start>":
      "The text goes on after the document has ended. Check the indentation.",
    "block sequence entries are not allowed in this context": "A list item (“- ”) cannot start here.",
    "found unexpected document indicator": "A line `---` or `...` stands inside a quoted text.",
    "did not find expected node content": "A value was expected here.",
    "did not find expected alphabetic or numeric character": "A name was expected after “&” or “*”.",
  ]

  private static let plainContext = [
    "while parsing a block mapping": "in the mapping that starts on",
    "while parsing a block collection": "in the list that starts on",
    "while parsing a flow mapping": "in the “{” of",
    "while parsing a flow sequence": "in the “[” of",
    "while scanning a simple key": "in the key of",
    "while scanning a quoted scalar": "in the quotes opened on",
  ]
}

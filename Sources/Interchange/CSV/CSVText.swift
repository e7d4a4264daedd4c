import Diagnostics
import Documents

/// What can be told of a file before it is split into cells: whether it is text, and in which encoding.
enum CSVText {
  static func check(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Bool {
    let bytes = source.bytes
    func report(_ code: DiagnosticCode, _ message: String, help: String, _ place: Range<Int>) -> Bool {
      bag.report(
        code, message, help: help,
        at: SourceRange(
          file: file, start: UInt32(clamping: place.lowerBound), end: UInt32(clamping: place.upperBound)))
      return false
    }
    let limit = Limits().bytes
    if bytes.count > limit {
      return report(
        TreeCodes.fileTooLarge, "This file has \(bytes.count) bytes; the limit is \(limit).",
        help: "Check that this is the right file.", 0..<0)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || bytes.starts(with: Array("%PDF".utf8))
    {
      return report(
        TreeCodes.notText, "This is a workbook or a document, not a CSV text.", help: saveAs, 0..<0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return report(TreeCodes.notUTF8, "This file was saved as UTF-16 (“Unicode text”).", help: saveAs, 0..<2)
    }
    if let place = firstInvalid(bytes) {
      return report(TreeCodes.notUTF8, message(about: bytes[place.lowerBound]), help: saveAs, place)
    }
    if let place = bytes.firstIndex(of: 0) {
      return report(
        TreeCodes.nulByte, "There is a NUL byte here.", help: "Delete the invisible character.",
        place..<place + 1)
    }
    if bytes.allSatisfy({ $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }) {
      return report(
        TreeCodes.emptyFile, "There is nothing here to read.",
        help: "Check the file. `waymark review new --format csv` writes a blank review.", 0..<0)
    }
    return true
  }

  private static let saveAs =
    "Open it in your spreadsheet and save it as “CSV UTF-8” (Excel: File, Save As, “CSV UTF-8 (Comma delimited)”)."

  private static func firstInvalid(_ bytes: [UInt8]) -> Range<Int>? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error(let length): return offset..<min(bytes.count, offset + length)
      }
    }
  }

  private static func message(about byte: UInt8) -> String {
    let hex = String(byte, radix: 16, uppercase: true)
    let letter = windowsLetter(byte).map { ", probably “\($0)”" } ?? ""
    return "This file was saved in an older encoding than UTF-8: the byte \(hex) (hex)\(letter) shows it."
  }

  /// The commonest characters of Windows-1252 past ASCII; from A0 on it is Latin-1.
  private static func windowsLetter(_ byte: UInt8) -> Character? {
    switch byte {
    case 0x80: "€"
    case 0x85: "…"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x96: "–"
    case 0x97: "—"
    case 0xA1...0xFF: Character(Unicode.Scalar(byte))
    default: nil
    }
  }
}

import Diagnostics
import Documents
import Reviews

/// Reads CSV as RFC 4180 has it and as spreadsheets save it: any line end, a byte order mark, and semicolons or tabs
/// for commas.
package struct CSVReader {
  private let bytes: [UInt8]
  private let file: FileID
  private let separator: UInt8
  private let mostColumns: Int
  private var position: Int
  private var table: CSVTable
  private var row = CSVRow(cells: [])
  private var column = 0

  /// - Parameter columns: the most that are read.
  /// - Returns: `nil` where the text cannot be split into cells; then `bag` says why.
  package static func read(
    _ source: SourceFile, _ file: FileID, columns: Int = 100, into bag: inout DiagnosticBag
  ) -> CSVTable? {
    guard CSVText.check(source, file, into: &bag) else { return nil }
    let (start, separator) = CSVSeparator.find(source.bytes)
    var reader = CSVReader(source.bytes, file, start: start, separator: separator, columns: columns)
    return reader.readRows(&bag) ? reader.table : nil
  }

  private init(_ bytes: [UInt8], _ file: FileID, start: Int, separator: UInt8, columns: Int) {
    self.bytes = bytes
    mostColumns = columns
    self.file = file
    self.separator = separator
    position = start
    table = CSVTable(separator: separator)
  }

  private mutating func readRows(_ bag: inout DiagnosticBag) -> Bool {
    while position < bytes.count {
      guard readCell(&bag) else { return false }
      if position < bytes.count, bytes[position] == separator {
        position += 1
        column += 1
        // A separator at the very end has an empty cell behind it, which would be left out anyway.
        if position < bytes.count { continue }
      }
      guard endRow(&bag) else { return false }
    }
    return true
  }

  private mutating func endRow(_ bag: inout DiagnosticBag) -> Bool {
    if position + 1 < bytes.count, bytes[position] == Self.carriageReturn,
      bytes[position + 1] == Self.lineFeed
    {
      position += 2
    } else if position < bytes.count {
      position += 1
    }
    column = 0
    row.number += 1
    guard !row.cells.isEmpty else { return true }
    table.rows.append(row)
    row.cells.removeAll(keepingCapacity: true)
    guard table.rows.count <= Self.mostRows else {
      bag.report(
        CSVCodes.tooLarge, "The table has more than \(Self.mostRows) rows.", at: range(position - 1, position)
      )
      return false
    }
    return true
  }

  private mutating func readCell(_ bag: inout DiagnosticBag) -> Bool {
    var start = position
    while start < bytes.count, bytes[start] == Self.space { start += 1 }
    let isQuoted = start < bytes.count && bytes[start] == Self.quote
    guard let content = isQuoted ? readQuoted(from: start, &bag) : readPlain() else { return false }
    let text = FormulaGuard.unguarded(String(decoding: content, as: UTF8.self).trimmedAsRead)
    guard !text.isEmpty else { return true }
    guard column < mostColumns else {
      bag.report(
        CSVCodes.tooLarge, "The table has more than \(mostColumns) columns.", at: range(start, position))
      return false
    }
    while row.cells.count < column { row.cells.append(CSVCell(text: "", range: range(start, start))) }
    row.cells.append(CSVCell(text: text, range: range(start, position)))
    return true
  }

  private mutating func readPlain() -> [UInt8] {
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return Array(bytes[start..<position])
  }

  private mutating func readQuoted(from start: Int, _ bag: inout DiagnosticBag) -> [UInt8]? {
    var content: [UInt8] = []
    position = start + 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else { return closeQuoted(content, &bag) }
        position += 1
      } else if byte == Self.carriageReturn {
        if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
        content.append(Self.lineFeed)
        continue
      }
      content.append(byte)
    }
    bag.report(
      CSVCodes.openQuote, "The quote mark that opens this cell has no partner in the rest of the file.",
      at: range(start, start + 1))
    return nil
  }

  private mutating func closeQuoted(_ content: [UInt8], _ bag: inout DiagnosticBag) -> [UInt8] {
    while position < bytes.count, bytes[position] == Self.space { position += 1 }
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    if position > start {
      bag.report(
        CSVCodes.strayText, "This text follows the cell's closing quote mark.", at: range(start, position))
    }
    return content
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, start: UInt32(clamping: start), end: UInt32(clamping: end))
  }

  private static let mostRows = 10_000
  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
}

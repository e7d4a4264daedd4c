/// A diagnostic as other programs read it: with file, lines and columns (counted from 1, in code points).
public struct PlacedDiagnostic: Codable, Sendable, Hashable {
  public let code: String
  public let severity: Severity
  public let message: String
  public let help: String
  public let file: String
  public let line: Int
  public let column: Int
  public let endLine: Int
  /// The column after the last character.
  public let endColumn: Int
}

/// Works out places, keeping each file's line table.
public struct Placer {
  private let sources: SourceMap
  private var tables: [FileID: [Int]] = [:]
  private var marks: [FileID: SourceFile.ColumnMark] = [:]

  public init(_ sources: SourceMap) { self.sources = sources }

  public mutating func place(_ diagnostic: Diagnostic) -> PlacedDiagnostic {
    var path = diagnostic.path ?? ""
    var start = SourcePosition(line: 1, column: 1)
    var end = start
    if let range = diagnostic.range, let file = sources[range.file] {
      let table = lineTable(range.file, file)
      path = file.path
      var mark = marks[range.file]
      start = file.position(of: Int(range.start), lineStarts: table, after: &mark)
      marks[range.file] = mark
      end = file.position(of: Int(range.end), lineStarts: table, after: &mark)
    }
    return PlacedDiagnostic(
      code: diagnostic.code.id, severity: diagnostic.severity, message: diagnostic.message,
      help: diagnostic.help,
      file: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The line that a range starts on, or as much of it as a screen can show around the place.
  ///
  /// - Parameter reach: how many characters are wanted on either side, at least.
  mutating func surroundings(of range: SourceRange, reach: Int) -> Surroundings? {
    guard let file = sources[range.file] else { return nil }
    let table = lineTable(range.file, file)
    let place = min(Int(range.start), file.bytes.count)
    let line = file.span(ofLine: file.lineIndex(of: place, lineStarts: table), lineStarts: table)
    let at = min(max(place, line.lowerBound), line.upperBound)
    // A character has at most four bytes.
    var from = max(line.lowerBound, at - 4 * reach)
    // Nor does a cut through one matter where the text is none: it is shown as U+FFFD anyway.
    for _ in 0..<3 where from > line.lowerBound && from < at && file.bytes[from] & 0xC0 == 0x80 { from += 1 }
    var to = min(line.upperBound, at + 4 * reach)
    for _ in 0..<3 where to < line.upperBound && file.bytes[to] & 0xC0 == 0x80 { to += 1 }
    let before = String(decoding: file.bytes[from..<at], as: UTF8.self).unicodeScalars
    let after = String(decoding: file.bytes[at..<to], as: UTF8.self).unicodeScalars
    return Surroundings(before: Array(before), after: Array(after))
  }

  /// The text before and after a place on its line.
  struct Surroundings {
    let before: [Unicode.Scalar]
    let after: [Unicode.Scalar]
  }

  private mutating func lineTable(_ id: FileID, _ file: SourceFile) -> [Int] {
    if let table = tables[id] { return table }
    let table = file.lineStarts()
    tables[id] = table
    return table
  }
}

/// One text that a person wrote, as it stood on disk.
public struct SourceFile: Sendable {
  /// As the person named it, for messages.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The offsets at which lines start, the first always 0.
  public func lineStarts() -> [Int] {
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
        starts.append(offset)
      }
    }
    return starts
  }

  /// Line and column of a byte offset; offsets past the end count as the end.
  public func position(of offset: Int, lineStarts: [Int]) -> SourcePosition {
    var mark: ColumnMark?
    return position(of: offset, lineStarts: lineStarts, after: &mark)
  }

  /// A place whose column is known, from which the next one on its line is counted.
  struct ColumnMark {
    var line: Int
    var offset: Int
    /// Characters that start between the line's start and the offset.
    var characters: Int
  }

  /// The same, counting on from an earlier place: many mistakes on one endless line take one walk along it.
  func position(of offset: Int, lineStarts: [Int], after mark: inout ColumnMark?) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset, lineStarts: lineStarts)
    var known = ColumnMark(line: line, offset: textStart(ofLine: line, lineStarts: lineStarts), characters: 0)
    if let mark, mark.line == line, mark.offset <= offset { known = mark }
    while known.offset < offset {
      if bytes[known.offset] & 0xC0 != 0x80 { known.characters += 1 }
      known.offset += 1
    }
    mark = known
    // An offset inside a character belongs to that character.
    let isInside = offset < bytes.count && bytes[offset] & 0xC0 == 0x80 && known.characters > 0
    return SourcePosition(line: line + 1, column: known.characters + (isInside ? 0 : 1))
  }

  /// The text of a line (counted from 1) without its line end; bytes that are no UTF-8 are shown as U+FFFD.
  public func line(_ number: Int, lineStarts: [Int]) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    return String(decoding: bytes[span(ofLine: number - 1, lineStarts: lineStarts)], as: UTF8.self)
  }

  /// The index in `lineStarts` of the line that an offset lies on.
  func lineIndex(of offset: Int, lineStarts: [Int]) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (counted from 0) without its line end and without a byte order mark.
  func span(ofLine line: Int, lineStarts: [Int]) -> Range<Int> {
    let start = textStart(ofLine: line, lineStarts: lineStarts)
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func textStart(ofLine line: Int, lineStarts: [Int]) -> Int {
    lineStarts[line] == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lineStarts[line]
  }
}

/// The files of one run, each under its id.
public struct SourceMap: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  public mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(index: UInt32(files.count - 1))
  }

  public subscript(_ id: FileID) -> SourceFile? {
    Int(id.index) < files.count ? files[Int(id.index)] : nil
  }
}

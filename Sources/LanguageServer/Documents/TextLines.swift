import Diagnostics

/// A text with its lines, to go from byte offsets to the places that editors count and back.
struct TextLines: Sendable {
  let source: SourceFile
  let starts: [Int]

  init(_ source: SourceFile) {
    self.source = source
    starts = source.lineStarts()
  }

  var bytes: [UInt8] { source.bytes }

  /// The line that an offset lies on, from 0.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line end; empty past the end.
  func span(ofLine line: Int) -> Range<Int> {
    guard line >= 0, line < starts.count else { return bytes.count..<bytes.count }
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The offset of a place. One past the end of its line is the line's end, one past the last line the text's; one
  /// within a character is the character's start.
  func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line < starts.count else { return bytes.count }
    let span = span(ofLine: position.line)
    var at = span.lowerBound
    var left = position.character
    while at < span.upperBound {
      var next = at + 1
      var width = encoding.width(bytes[at])
      while next < span.upperBound, bytes[next] & 0xC0 == 0x80 {
        width += encoding.width(bytes[next])
        next += 1
      }
      if width > left { return at }
      left -= width
      at = next
    }
    return at
  }

  func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let offset = min(max(0, offset), bytes.count)
    let line = line(of: offset)
    var character = 0
    for at in starts[line]..<max(starts[line], offset) { character += encoding.width(bytes[at]) }
    return TextPosition(line: line, character: character)
  }

  func span(of range: SourceRange, _ encoding: PositionEncoding) -> TextSpan {
    TextSpan(
      start: position(of: Int(range.start), encoding), end: position(of: Int(range.end), encoding))
  }
}

import Diagnostics

/// Where in a file each part of a value stands: of a text that was written plainly over several lines, in quotes
/// with escapes, or as a block, the bytes that made each byte of it.
///
/// Nothing is kept while a file is read; the value's own bytes are read a second time when someone asks, which is
/// when there is a mistake to show. How the value was written shows in its first byte, so that the source text
/// and the value's place are enough.
public struct ScalarPlaces: Sendable {
  /// The whole value as it is written.
  public let whole: SourceRange
  /// The bytes that made each byte of the value; empty where that is not known.
  private let made: ArraySlice<Range<UInt32>>
  /// Where a value of no bytes stands.
  private let empty: UInt32

  /// - Parameters:
  ///   - text: a value as it was read, or without the white space around it.
  ///   - source: the file that its range names.
  public init(of text: Located<String>, in source: SourceFile) {
    whole = text.range
    var decoding = ScalarDecoding(source.bytes, start: Int(text.range.start), end: Int(text.range.end))
    let wanted = Array(text.value.utf8)
    let shift = decoding.decode(matching: { Self.shift(of: wanted, in: $0) })
    made = shift.map { decoding.made[$0..<$0 + wanted.count] } ?? []
    empty = UInt32(decoding.start)
  }

  /// The bytes of the file that made a part of the value; the whole of it where the parts are not known, as behind
  /// an alias.
  ///
  /// - Parameter part: UTF-8 offsets in the value. Past its end they count as its end; an empty part is a place
  ///   between two characters.
  public func range(ofDecoded part: Range<Int>) -> SourceRange {
    guard let last = made.last else {
      return whole.start <= empty && empty < whole.end && part.isEmpty ? at(empty..<empty) : whole
    }
    func place(_ offset: Int) -> Range<UInt32>? {
      offset < made.count ? made[made.startIndex + offset] : nil
    }
    let start = place(max(0, part.lowerBound))?.lowerBound ?? last.upperBound
    if part.isEmpty { return at(start..<start) }
    let end = place(part.upperBound - 1)?.upperBound ?? last.upperBound
    return at(start..<max(start, end))
  }

  private func at(_ range: Range<UInt32>) -> SourceRange {
    SourceRange(file: whole.file, start: range.lowerBound, end: range.upperBound)
  }

  /// How many bytes of a value stand before a text that is the value, or the value without the white space
  /// around it. `nil` where it is neither.
  private static func shift(of text: [UInt8], in value: [UInt8]) -> Int? {
    if text == value { return 0 }
    var start = 0
    var end = value.count
    while start < end, value[start] <= 0x20 { start += 1 }
    while end > start, value[end - 1] <= 0x20 { end -= 1 }
    return value[start..<end] == text[...] ? start : nil
  }
}

/// One line of YAML in block style, as far as its indentation shows what it is: dashes of list items, then a key.
/// Reads any line, whether the text around it can be read or not.
struct BlockLine {
  enum Kind: Equatable {
    /// A dash.
    case item
    case key(String)
  }

  /// A dash or a key, and the bytes before it on the line.
  struct Marker: Equatable {
    let column: Int
    let kind: Kind
  }

  /// Bytes of white space at its start.
  let indentation: Int
  let markers: [Marker]
  /// Where what stands behind the last marker starts, as an offset in the text.
  let content: Int
  /// Whether a key is followed by nothing, not even the space that a value needs.
  let endsAtColon: Bool
  /// The offset after its last byte.
  let end: Int
  /// Nothing but white space or a comment.
  let isBlank: Bool

  /// - Parameter span: the line's bytes, or those up to the cursor.
  init(_ bytes: [UInt8], _ span: Range<Int>) {
    var at = span.lowerBound
    end = span.upperBound
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    indentation = at - span.lowerBound
    isBlank = at == end || bytes[at] == UInt8(ascii: "#")
    var markers: [Marker] = []
    var endsAtColon = false
    if !isBlank {
      while at < end, bytes[at] == UInt8(ascii: "-"), at + 1 == end || bytes[at + 1] == 0x20 {
        markers.append(Marker(column: at - span.lowerBound, kind: .item))
        at += 1
        while at < end, bytes[at] == 0x20 { at += 1 }
      }
      if let (key, colon) = Self.key(bytes, at..<end) {
        markers.append(Marker(column: at - span.lowerBound, kind: .key(key)))
        at = colon + 1
        endsAtColon = at == end
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      }
    }
    self.markers = markers
    self.endsAtColon = endsAtColon
    content = at
  }

  /// What stands behind the last marker, without a comment.
  func value(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes[content..<end], as: UTF8.self)
    if text.hasPrefix("#") { return "" }
    if let comment = text.firstRange(of: " #") { text = String(text[..<comment.lowerBound]) }
    return text.trimmingSpaces.trimming("\"'")
  }

  /// A key and the offset of its colon.
  private static func key(_ bytes: [UInt8], _ span: Range<Int>) -> (String, Int)? {
    guard let first = span.first.map({ bytes[$0] }) else { return nil }
    var at = span.lowerBound
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"):
      return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      at += 1
      while at < span.upperBound, bytes[at] != first { at += 1 }
      at += 1
    default: break
    }
    while at < span.upperBound {
      if bytes[at] == UInt8(ascii: ":"),
        at + 1 >= span.upperBound || bytes[at + 1] == 0x20 || bytes[at + 1] == 0x09
      {
        let key = String(decoding: bytes[span.lowerBound..<at], as: UTF8.self)
        return (key.trimmingSpaces.trimming("\"'"), at)
      }
      if bytes[at] == UInt8(ascii: "#"), at > span.lowerBound, bytes[at - 1] == 0x20 { return nil }
      at += 1
    }
    return nil
  }
}

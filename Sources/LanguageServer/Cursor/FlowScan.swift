/// What is open at a place inside `{…}` and `[…]`, which may go over several lines and may be half written.
struct FlowScan {
  struct Frame {
    let isMapping: Bool
    /// The key whose value is being written.
    var key: String?
    /// Keys that are there already, with their values where those are single.
    var fields: [String: String] = [:]
  }

  /// From the outside in; empty where everything was closed again.
  private(set) var frames: [Frame] = []
  /// Where the word starts that the cursor is at the end of.
  private(set) var token: Int
  /// Whether the cursor is between quotes.
  private(set) var isQuoted = false

  /// - Parameter span: from the first bracket to the cursor.
  init(_ bytes: [UInt8], _ span: Range<Int>) {
    token = span.lowerBound
    var at = span.lowerBound
    while at < span.upperBound {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        frames.append(Frame(isMapping: byte == UInt8(ascii: "{")))
        token = at + 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        finish(bytes, at)
        _ = frames.popLast()
        if frames.isEmpty { return }
        token = at + 1
      case UInt8(ascii: ","):
        finish(bytes, at)
        token = at + 1
      case UInt8(ascii: ":"):
        let next = at + 1 < span.upperBound ? bytes[at + 1] : 0x20
        if let last = frames.indices.last, frames[last].isMapping, frames[last].key == nil,
          next <= 0x20 || next == UInt8(ascii: ",") || (at > 0 && bytes[at - 1] == UInt8(ascii: "\""))
        {
          frames[last].key = Self.text(bytes, token..<at)
          token = at + 1
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard Self.isBlank(bytes, token..<at) else { break }
        var end = at + 1
        while end < span.upperBound, bytes[end] != byte {
          end += byte == UInt8(ascii: "\"") && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        if end >= span.upperBound {
          token = at + 1
          isQuoted = true
          return
        }
        at = end
      case UInt8(ascii: "#") where at > 0 && bytes[at - 1] <= 0x20:
        while at < span.upperBound, bytes[at] != 0x0A { at += 1 }
        token = Self.isBlank(bytes, token..<min(at, span.upperBound)) ? at : token
      default: break
      }
      at += 1
    }
    while token < span.upperBound, bytes[token] <= 0x20 { token += 1 }
  }

  /// Notes what stands behind the cursor, up to the end of what is open there: the rest of a line.
  mutating func lookAhead(_ bytes: [UInt8], _ span: Range<Int>) {
    guard !isQuoted, var level = frames.indices.last else { return }
    // Entries that were opened behind the cursor are passed over.
    var opened = 0
    var start = span.lowerBound
    var key: String?
    var isInValue = frames[level].key != nil
    for at in span {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): opened += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if opened > 0 {
          if bytes[at] != UInt8(ascii: ",") { opened -= 1 }
          continue
        }
        if let key, frames[level].fields[key] == nil {
          frames[level].fields[key] = Self.text(bytes, start..<at)
        }
        (key, start, isInValue) = (nil, at + 1, false)
        guard bytes[at] != UInt8(ascii: ",") else { continue }
        level -= 1
        if level < 0 { return }
        isInValue = frames[level].key != nil
      case UInt8(ascii: ":") where opened == 0 && !isInValue && key == nil && frames[level].isMapping:
        key = Self.text(bytes, start..<at)
        start = at + 1
      default: break
      }
    }
    if let key, frames[level].fields[key] == nil {
      frames[level].fields[key] = Self.text(bytes, start..<span.upperBound)
    }
  }

  /// Ends an entry: a key that is complete, or an element.
  private mutating func finish(_ bytes: [UInt8], _ at: Int) {
    guard let last = frames.indices.last, let key = frames[last].key else { return }
    frames[last].fields[key] = Self.text(bytes, token..<at)
    frames[last].key = nil
  }

  private static func isBlank(_ bytes: [UInt8], _ span: Range<Int>) -> Bool {
    bytes[span].allSatisfy { $0 <= 0x20 }
  }

  private static func text(_ bytes: [UInt8], _ span: Range<Int>) -> String {
    String(decoding: bytes[min(span.lowerBound, span.upperBound)..<span.upperBound], as: UTF8.self)
      .trimming(" \t\n\r").trimming("\"'")
  }
}

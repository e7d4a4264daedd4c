/// Reads one number of JSON (RFC 8259 section 6).
enum JSONNumberReader {
  /// The number that begins at `place`, which moves past it.
  static func read(_ bytes: [UInt8], at place: inout Int) throws(JSONError) -> JSONValue {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = digits(bytes, at: &place)
    guard let lead = whole.first, lead != UInt8(ascii: "0") || whole.count == 1 else {
      throw JSONError(.badNumber, at: start)
    }
    var isWhole = true
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      isWhole = false
      place += 1
      guard !digits(bytes, at: &place).isEmpty else { throw JSONError(.badNumber, at: start) }
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
        place += 1
      }
      guard !digits(bytes, at: &place).isEmpty else { throw JSONError(.badNumber, at: start) }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { throw JSONError(.numberOutOfRange, at: start) }
    return .double(value)
  }

  private static func digits(_ bytes: [UInt8], at place: inout Int) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }
}

extension JSONValue {
  /// The one canonical form of this value (RFC 8785): no white space, members sorted by the UTF-16 code units
  /// of their keys, numbers as ECMAScript writes them. What is hashed or signed is hashed or signed in this
  /// form.
  ///
  /// Throws `numberOutOfRange` for what no JSON reader is sure to keep exactly (NaN, infinities, whole
  /// numbers of 2^53 and more in `int`; RFC 7493 section 2.2), and `duplicateKey`.
  public func canonicalBytes() throws(JSONError) -> [UInt8] {
    var bytes: [UInt8] = []
    try appendCanonical(to: &bytes)
    return bytes
  }

  private func appendCanonical(to bytes: inout [UInt8]) throws(JSONError) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value):
      guard value.magnitude < 1 << 53 else { throw JSONError(.numberOutOfRange) }
      bytes.append(contentsOf: String(value).utf8)
    case .double(let value):
      guard value.isFinite else { throw JSONError(.numberOutOfRange) }
      JSONText.append(value, to: &bytes)
    case .string(let value): JSONText.append(value, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        try element.appendCanonical(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      try Self.appendCanonical(members, to: &bytes)
    }
  }

  private static func appendCanonical(_ members: [Member], to bytes: inout [UInt8]) throws(JSONError) {
    let sorted = members.sorted { precedes($0.key, $1.key) }
    bytes.append(UInt8(ascii: "{"))
    for (place, member) in sorted.enumerated() {
      if place > 0 {
        guard precedes(sorted[place - 1].key, member.key) else {
          throw JSONError(.duplicateKey(member.key))
        }
        bytes.append(UInt8(ascii: ","))
      }
      JSONText.append(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      try member.value.appendCanonical(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// The order of RFC 8785 section 3.2.3, found on UTF-8: both encodings order texts alike, except that
  /// UTF-16 puts everything past U+FFFF (in UTF-8: from F0 on) before U+E000 to U+FFFF (EE and EF).
  private static func precedes(_ left: String, _ right: String) -> Bool {
    for (one, other) in zip(left.utf8, right.utf8) where one != other {
      if one >= 0xee, other >= 0xee, (one >= 0xf0) != (other >= 0xf0) { return one > other }
      return one < other
    }
    return left.utf8.count < right.utf8.count
  }
}

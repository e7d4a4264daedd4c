extension JSONValue {
  /// JSON for people: two spaces a level, members in their own order, no line break at the end. NaN and the
  /// infinities, for which JSON has no number, come out as `null`.
  public func prettyText() -> String {
    var bytes: [UInt8] = []
    appendPretty(to: &bytes, depth: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendPretty(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .double(let value) where value.isFinite: JSONText.append(value, to: &bytes)
    case .null, .double: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .string(let value): JSONText.append(value, to: &bytes)
    case .array(let elements):
      Self.appendBlock(elements, between: "[", "]", to: &bytes, depth: depth) { element, bytes in
        element.appendPretty(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      Self.appendBlock(members, between: "{", "}", to: &bytes, depth: depth) { member, bytes in
        JSONText.append(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.appendPretty(to: &bytes, depth: depth + 1)
      }
    }
  }

  /// One line for each part; nothing at all between the brackets of an empty block.
  private static func appendBlock<Part>(
    _ parts: [Part], between opening: String, _ closing: String, to bytes: inout [UInt8], depth: Int,
    append: (Part, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: opening.utf8)
    for (place, part) in parts.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(depth: depth + 1, in: &bytes)
      append(part, &bytes)
    }
    if !parts.isEmpty { startLine(depth: depth, in: &bytes) }
    bytes.append(contentsOf: closing.utf8)
  }

  private static func startLine(depth: Int, in bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

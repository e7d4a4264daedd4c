/// Classes in brackets, as in `[a-z[:digit:]_]`.
extension PatternParser {
  mutating func bracketed() throws(PatternFailure) -> ScalarSet {
    let start = at
    at += 1
    var isInverted = false
    if next == UInt8(ascii: "^") {
      isInverted = true
      at += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while next != UInt8(ascii: "]") || isFirst {
      guard at < bytes.count else {
        throw failure(
          "this “[” is never closed", start..<start + 1, "add “]”, or write “\\[” for the character")
      }
      isFirst = false
      if let set = try namedClass() {
        ranges += set.ranges
      } else if next == UInt8(ascii: "\\"), let set = try escapedSet() {
        ranges += set.ranges
      } else {
        ranges.append(try range())
      }
    }
    at += 1
    var set = ScalarSet(ranges)
    if flags.ignoresCase { set = set.caseFolded }
    return isInverted ? set.inverted : set
  }

  /// `[:alpha:]` or `[:^alpha:]`; `nil` (and nothing read) where there is none.
  private mutating func namedClass() throws(PatternFailure) -> ScalarSet? {
    let start = at
    guard rest.starts(with: "[:".utf8) else { return nil }
    var end = at + 2
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: ":"), bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: "]") else {
      return nil
    }
    var name = String(decoding: bytes[at + 2..<end], as: UTF8.self)
    at = end + 2
    let isInverted = name.hasPrefix("^")
    if isInverted { name.removeFirst() }
    guard let set = ScalarSet.named[name] else {
      throw failure(
        "there is no class “[:\(name.prefix(40)):]”", start..<at,
        "known are \(ScalarSet.named.keys.sorted().joined(separator: ", "))")
    }
    return isInverted ? set.inverted : set
  }

  /// One scalar, or two with a hyphen between.
  private mutating func range() throws(PatternFailure) -> ClosedRange<UInt32> {
    let start = at
    let first = try member()
    guard next == UInt8(ascii: "-"), let behind = next(after: 1), behind != UInt8(ascii: "]") else {
      return first...first
    }
    at += 1
    if next == UInt8(ascii: "\\"), let letter = next(after: 1), "dDsSwWpP".utf8.contains(letter) {
      throw failure(
        "a range cannot end in a class", start..<at + 2, "write the hyphen last, as in “[a\\d-]”")
    }
    let last = try member()
    guard first <= last else {
      throw failure(
        "the range “\(String(decoding: bytes[start..<at], as: UTF8.self))” runs backwards", start..<at,
        "write the lower character first")
    }
    return first...last
  }

  private mutating func member() throws(PatternFailure) -> UInt32 {
    next == UInt8(ascii: "\\") ? try escapedScalar() : takeScalar()
  }
}

/// Strings as the language sees them: sequences of code points, never normalised. Swift's own `==` and `<` would
/// hold "e" with a combining accent and "é" to be the same.
enum CodePoints {
  static func equal(_ a: String, _ b: String) -> Bool {
    let x = a.utf8
    let y = b.utf8
    guard x.count == y.count else { return false }
    return withBytes(a) { left in
      withBytes(b) { right in left.elementsEqual(right) }
    }
  }

  /// Order by code points, which is the order of the UTF-8 bytes.
  static func less(_ a: String, _ b: String) -> Bool {
    withBytes(a) { left in
      withBytes(b) { right in left.lexicographicallyPrecedes(right) }
    }
  }

  static func count(_ text: String) -> Int {
    withBytes(text) { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    withBytes(text) { bytes in
      withBytes(prefix) { start in
        guard bytes.count >= start.count else { return false }
        for place in 0..<start.count where bytes[place] != start[place] { return false }
        return true
      }
    }
  }

  static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
    withBytes(text) { bytes in
      withBytes(suffix) { end in
        let skipped = bytes.count - end.count
        guard skipped >= 0 else { return false }
        for place in 0..<end.count where bytes[skipped + place] != end[place] { return false }
        return true
      }
    }
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    withBytes(text) { bytes in
      withBytes(part) { wanted in
        guard let first = wanted.first else { return true }
        guard bytes.count >= wanted.count else { return false }
        var start = 0
        search: while start <= bytes.count - wanted.count {
          guard bytes[start] == first else {
            start += 1
            continue
          }
          for place in 1..<max(1, wanted.count) where bytes[start + place] != wanted[place] {
            start += 1
            continue search
          }
          return true
        }
        return false
      }
    }
  }

  static func hash(_ text: String, into hasher: inout Hasher) {
    withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// A native Swift string lends its bytes without a copy.
  @inline(__always)
  private static func withBytes<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}

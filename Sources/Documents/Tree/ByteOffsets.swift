/// Turns libyaml's marks (code points) into byte offsets; asked in rising order it walks the text once.
struct ByteOffsets {
  private var points = 0
  private var bytes = 0

  @inline(__always)
  mutating func offset(_ codePoint: Int, _ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if codePoint < points { (points, bytes) = (0, 0) }
    while points < codePoint, bytes < text.count {
      let byte = text[bytes]
      bytes += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      points += 1
    }
    return UInt32(min(bytes, text.count))
  }
}

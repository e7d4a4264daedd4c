extension Field128 {
  /// The bytes of one element, lowest first.
  public static let encodedSize = 16

  /// The elements one after the other, without a length (VDAF draft, section 6.1).
  public static func bytes(of vector: [Field128]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(vector.count * encodedSize)
    for element in vector { append(element, to: &bytes) }
    return bytes
  }

  static func append(_ element: Field128, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: element.value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Exactly `count` elements and nothing after them, each below the modulus.
  ///
  /// - Throws: `PrioError.size`, `PrioError.elementRange`.
  public static func vector(from bytes: [UInt8], count: Int) throws(PrioError) -> [Field128] {
    try PrioMessage.fieldVector.check(bytes, size: count * encodedSize)
    return try vector(from: bytes[...], in: .fieldVector)
  }

  /// As many elements as there are; `bytes` has a whole number of them.
  static func vector(from bytes: ArraySlice<UInt8>, in message: PrioMessage) throws(PrioError) -> [Field128] {
    var vector: [Field128] = []
    vector.reserveCapacity(bytes.count / encodedSize)
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: encodedSize) {
      let value = integer(bytes, at: start)
      guard value < modulus else { throw .elementRange(message, at: vector.count) }
      vector.append(Field128(reduced: value))
    }
    return vector
  }

  /// Sixteen bytes as one number, lowest byte first.
  static func integer(_ bytes: ArraySlice<UInt8>, at start: Int) -> UInt128 {
    var value: UInt128 = 0
    for index in stride(from: start + encodedSize - 1, through: start, by: -1) {
      value = value << 8 | UInt128(truncatingIfNeeded: bytes[index])
    }
    return value
  }
}

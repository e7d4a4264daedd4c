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
    return try vector(from: bytes, at: 0, count: count, in: .fieldVector)
  }

  /// `count` elements from `start` on, which are there.
  static func vector(
    from bytes: [UInt8], at start: Int, count: Int, in message: PrioMessage
  ) throws(PrioError) -> [Field128] {
    var vector: [Field128] = []
    vector.reserveCapacity(count)
    for index in 0..<count {
      let value = integer(bytes, at: start + index * encodedSize)
      guard value < modulus else { throw .elementRange(message, at: index) }
      vector.append(Field128(reduced: value))
    }
    return vector
  }

  /// Sixteen bytes, which are there, as one number, lowest byte first.
  static func integer(_ bytes: [UInt8], at start: Int) -> UInt128 {
    bytes.withUnsafeBytes {
      UInt128(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt128.self))
    }
  }
}

internal import Crypto

/// A SHA-256 digest (FIPS 180-4): the name of some exact bytes. Written `sha256:` and 64 lower-case hex
/// digits.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How many bytes a digest has.
  public static let byteCount = 32

  // Four big-endian words instead of an array: no allocation for each node of a Merkle tree.
  private let words: SIMD4<UInt64>

  /// The digest of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.absorb(bytes)
    self.init(hash.finalize())
  }

  /// The digest of all `parts`, one after the other, as if they were joined.
  public init(ofParts parts: [[UInt8]]) {
    var hash = SHA256()
    for part in parts { hash.absorb(part) }
    self.init(hash.finalize())
  }

  /// The digest of the UTF-8 bytes of `text`.
  public init(ofText text: String) { self.init(of: text.utf8) }

  /// The digest of `prefix` and two digests: a node of a Merkle tree, without an array for each.
  init(prefix: UInt8, _ left: Digest, _ right: Digest) {
    var hash = SHA256()
    withUnsafeBytes(of: prefix) { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: left.bigEndianWords) { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: right.bigEndianWords) { hash.update(bufferPointer: $0) }
    self.init(hash.finalize())
  }

  /// Takes 32 bytes as a digest; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words = SIMD4<UInt64>()
    for (place, byte) in bytes.enumerated() {
      words[place / 8] = words[place / 8] << 8 | UInt64(byte)
    }
    self.words = words
  }

  /// Reads the form that `description` writes, and only that.
  public init?(text: some StringProtocol) {
    let units = text.utf8
    guard units.count == Self.prefix.count + 2 * Self.byteCount, units.starts(with: Self.prefix),
      let bytes = Hex.decode(utf8: units.dropFirst(Self.prefix.count))
    else { return nil }
    self.init(bytes: bytes)
  }

  private init(_ finished: SHA256Digest) {
    var words = SIMD4<UInt64>()
    finished.withUnsafeBytes { raw in
      for place in 0..<4 {
        words[place] = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
      }
    }
    self.words = words
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    (0..<Self.byteCount).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
  }

  /// The 64 lower-case hex digits, without the prefix.
  public var hex: String { Hex.encode(bytes) }

  /// `sha256:` and the hex digits.
  public var description: String { "sha256:" + hex }

  /// By the bytes, first to last.
  public static func < (left: Digest, right: Digest) -> Bool {
    for place in 0..<4 where left.words[place] != right.words[place] {
      return left.words[place] < right.words[place]
    }
    return false
  }

  private var bigEndianWords: (UInt64, UInt64, UInt64, UInt64) {
    (words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
  }

  private static let prefix = Array("sha256:".utf8)
}

extension SHA256 {
  fileprivate mutating func absorb(_ bytes: some Sequence<UInt8>) {
    let contiguous: Void? = bytes.withContiguousStorageIfAvailable {
      update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if contiguous == nil { absorb(Array(bytes)) }
  }
}

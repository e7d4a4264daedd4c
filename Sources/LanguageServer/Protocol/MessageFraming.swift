/// Cuts a stream of bytes into messages: a header with `Content-Length`, an empty line, and so many bytes (Language
/// Server Protocol 3.17, "Base Protocol").
///
/// A message that is too long is passed over without being kept, and a header that cannot be understood is skipped up
/// to the next one, so that one bad message costs only itself.
struct MessageFraming: Sendable {
  enum Event: Equatable {
    case message([UInt8])
    /// Something that was passed over, and why.
    case refused(String)
  }

  /// The most bytes of one message.
  let limit: Int
  /// The most bytes of one header.
  static let headerLimit = 4_096
  private static let name = Array("content-length:".utf8)

  private var bytes: [UInt8] = []
  private var place = 0
  /// Bytes of a refused message that are still to come.
  private var passing = 0

  init(limit: Int = 64 << 20) { self.limit = limit }

  mutating func append(_ chunk: some Sequence<UInt8>) {
    if place > 0, place == bytes.count || place > 1 << 20 {
      bytes.removeSubrange(..<place)
      place = 0
    }
    bytes.append(contentsOf: chunk)
  }

  /// The next message that is there as a whole; `nil` where more bytes are needed.
  mutating func next() -> Event? {
    let passed = min(passing, bytes.count - place)
    place += passed
    passing -= passed
    guard passing == 0 else { return nil }
    guard let end = headerEnd() else {
      guard bytes.count - place > Self.headerLimit else { return nil }
      skipToNextHeader()
      return .refused("A header is longer than \(Self.headerLimit) bytes.")
    }
    let header = bytes[place..<end.start]
    guard let length = Self.length(header) else {
      place = end.next
      return .refused("A header names no length that can be used.")
    }
    guard length <= limit else {
      place = end.next
      passing = length
      return .refused("A message of \(length) bytes is longer than the \(limit) that are taken.")
    }
    guard bytes.count - end.next >= length else { return nil }
    defer { place = end.next + length }
    return .message(Array(bytes[end.next..<end.next + length]))
  }

  /// Where the header's text ends and what follows it starts. Line ends without a carriage return are put up with.
  private func headerEnd() -> (start: Int, next: Int)? {
    var at = place
    let last = min(bytes.count, place + Self.headerLimit)
    while at < last {
      if bytes[at] == 0x0A {
        if at + 1 < bytes.count, bytes[at + 1] == 0x0A { return (at, at + 2) }
        if at + 2 < bytes.count, bytes[at + 1] == 0x0D, bytes[at + 2] == 0x0A { return (at, at + 3) }
      }
      at += 1
    }
    return nil
  }

  private static func length(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.count > name.count, zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      let digits = line.dropFirst(name.count).filter { $0 != 0x20 && $0 != 0x09 }
      guard digits.count <= 18, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  /// Drops bytes up to something that looks like the start of a header.
  private mutating func skipToNextHeader() {
    var at = place + 1
    while at + Self.name.count <= bytes.count {
      if zip(bytes[at...], Self.name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { break }
      at += 1
    }
    place = min(at, bytes.count)
  }
}

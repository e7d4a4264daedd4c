import Foundation

/// Takes whole lines from a pipe, and never holds more of a line than it may have.
struct LineReader {
  /// What a turn of reading found.
  enum Turn: Equatable {
    case open
    /// The other end was closed.
    case closed
    /// A line is longer than `limit`.
    case flood
  }

  private let limit: Int
  /// What came after the last whole line.
  private var rest: [UInt8] = []
  private var lines: [[UInt8]] = []
  private var next = 0
  private var scratch: [UInt8]

  init(limit: Int) {
    self.limit = limit
    scratch = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// Whether a line was begun and not ended.
  var isMidLine: Bool { !rest.isEmpty }

  /// The next whole line, without its end.
  mutating func line() -> [UInt8]? {
    guard next < lines.count else { return nil }
    defer {
      next += 1
      if next == lines.count { (lines, next) = ([], 0) }
    }
    return lines[next]
  }

  /// Reads what waits in the pipe, at most one buffer of it.
  mutating func read(_ descriptor: Int32) -> Turn {
    let count = scratch.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return .closed }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .open : .closed }
    return take(count)
  }

  private mutating func take(_ count: Int) -> Turn {
    var start = 0
    while start < count {
      let end = scratch.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0a, count - start) else {
          return nil
        }
        return UnsafeRawPointer(found) - base
      }
      let stop = end ?? count
      guard rest.count + stop - start <= limit else { return .flood }
      rest.append(contentsOf: scratch[start..<stop])
      guard let end else { break }
      lines.append(rest)
      rest = []
      start = end + 1
    }
    // A large message fills many buffers.
    if rest.count > scratch.count, scratch.count < 1 << 20 { scratch = [UInt8](repeating: 0, count: 1 << 20) }
    return .open
  }
}

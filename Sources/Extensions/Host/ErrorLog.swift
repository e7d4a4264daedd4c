import Foundation

/// Drains a plugin's standard error: everything is read, so that the plugin never waits; the first lines of a
/// call are passed on, and its end is kept for a message. A flood costs no more than its reading.
struct ErrorLog {
  /// How many lines of a call are passed on, of how many bytes.
  static let mostShown = 200
  private static let mostBytes = 1 << 18
  /// How many of the last are kept.
  static let mostKept = 20
  /// How many bytes of a line are looked at.
  private static let longestLine = 4_096
  /// How many bytes of the end are kept.
  private static let longestEnd = 16_384

  private var end: [UInt8] = []
  private var isCut = false
  private var shown = 0
  private var seenBytes = 0
  private var line: [UInt8] = []
  private var scratch = [UInt8](repeating: 0, count: 1 << 16)

  /// The last lines of the call, clean.
  var last: [String] {
    var lines = end.split(separator: 0x0a)
    if isCut, lines.count > 1 { lines.removeFirst() }
    return lines.suffix(Self.mostKept).map(Self.text).filter { !$0.isEmpty }
  }

  /// Begins another call.
  mutating func begin() {
    (shown, seenBytes, isCut) = (0, 0, false)
    end.removeAll(keepingCapacity: true)
  }

  /// Reads what waits in the pipe, at most one buffer of it. False where the other end was closed.
  mutating func read(_ descriptor: Int32, _ pass: (PluginMessage) -> Void) -> Bool {
    let count = scratch.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return false }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    if isShowing { passLines(count, pass) }
    keep(count)
    return true
  }

  private var isShowing: Bool { shown <= Self.mostShown && seenBytes <= Self.mostBytes }

  /// Takes what stands after the last line break as a line.
  mutating func finishLine(_ pass: (PluginMessage) -> Void) {
    guard !line.isEmpty else { return }
    let text = Self.text(line[...])
    line.removeAll(keepingCapacity: true)
    guard !text.isEmpty, shown <= Self.mostShown else { return }
    shown += 1
    pass(.standardError(shown <= Self.mostShown ? text : "… more of it is not shown."))
  }

  private mutating func passLines(_ count: Int, _ pass: (PluginMessage) -> Void) {
    var start = 0
    while start < count, isShowing {
      let stop = scratch[start..<count].firstIndex(of: 0x0a) ?? count
      line.append(contentsOf: scratch[start..<stop].prefix(max(0, Self.longestLine - line.count)))
      seenBytes += stop - start + 1
      guard stop < count else { return }
      finishLine(pass)
      start = stop + 1
    }
  }

  private mutating func keep(_ count: Int) {
    if count >= Self.longestEnd {
      end.removeAll(keepingCapacity: true)
      isCut = true
    } else if end.count > Self.longestEnd {
      end.removeFirst(end.count - Self.longestEnd)
      isCut = true
    }
    end += scratch[max(0, count - Self.longestEnd)..<count]
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    PluginText.clean(String(decoding: line.prefix(longestLine), as: UTF8.self), limit: 500)
  }
}

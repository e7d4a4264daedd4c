import Foundation
import Synchronization

/// Takes half-made files away when the person stops the program (Ctrl-C, hang-up, termination) while a
/// folder or a backup is being made. Afterwards the program's own handler has its say, or else the program
/// ends.
///
/// A signal handler may only use memory that exists already, so the names lie in a fixed C buffer, and it
/// may only call functions such as `unlink` and `rmdir` (POSIX.1-2017, "Signal Concepts").
enum Interruption {
  private typealias Handler = @convention(c) (Int32) -> Void

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  private static let capacity = 1 << 16
  private static let isTaken = Mutex(false)

  /// The names, each with its NUL, and one NUL more at the end. Written before the handlers are set and
  /// while nobody else holds `isTaken`; read by the handlers only.
  nonisolated(unsafe) private static let names: UnsafeMutablePointer<CChar> = {
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    buffer.initialize(repeating: 0, count: capacity)
    return buffer
  }()

  /// The handlers that stood before, by signal number; guarded as `names` is.
  nonisolated(unsafe) private static let earlier: UnsafeMutablePointer<Handler?> = {
    let buffer = UnsafeMutablePointer<Handler?>.allocate(capacity: 64)
    buffer.initialize(repeating: nil, count: 64)
    return buffer
  }()

  /// Runs a body whose half-made files would be in the way.
  ///
  /// - Parameter paths: files, and after them the empty folders that they leave. Where two bodies run at
  ///   once, only the first one's files are taken away: a program that a person stops runs one.
  static func removing<Value, Problem>(
    _ paths: [String], during body: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let isMine = isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
    guard isMine else { return try body() }
    begin(paths)
    defer {
      end()
      isTaken.withLock { $0 = false }
    }
    return try body()
  }

  private static func begin(_ paths: [String]) {
    var end = 0
    for path in paths {
      let bytes = path.utf8CString
      guard end + bytes.count < capacity else { break }
      for byte in bytes {
        names[end] = byte
        end += 1
      }
    }
    names[end] = 0
    for number in numbers {
      let before = signal(number, handler)
      earlier[Int(number)] = before
      // Who told the program to ignore a signal, as nohup does, goes on being obeyed.
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  private static func end() {
    for number in numbers { signal(number, earlier[Int(number)]) }
    names[0] = 0
  }

  private static let handler: Handler = { number in
    var place = 0
    while Interruption.names[place] != 0 {
      let name = Interruption.names + place
      if unlink(name) != 0 { rmdir(name) }
      while Interruption.names[place] != 0 { place += 1 }
      place += 1
    }
    let before = Interruption.earlier[Int(number)]
    if let before, unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_DFL, to: Int.self) {
      before(number)
    } else {
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}

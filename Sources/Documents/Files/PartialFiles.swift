import Foundation
import Synchronization

/// Takes away what is half made when the person stops the program (Ctrl-C, hang-up, termination).
///
/// A signal handler may only use memory that exists already, so the names lie in fixed C buffers, and it may
/// only call functions such as `unlink` and `rmdir` (POSIX.1-2017, "Signal Concepts").
public enum PartialFiles {
  private static let places = 32
  private static let capacity = 4096
  private static let isTaken = Mutex([Bool](repeating: false, count: places))

  /// One name a place, empty where its first byte is NUL. A place is written only by who took it in `isTaken`;
  /// all are read by the handler, which then ends the program.
  nonisolated(unsafe) private static let names: UnsafeMutablePointer<CChar> = {
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: places * capacity)
    buffer.initialize(repeating: 0, count: places * capacity)
    return buffer
  }()

  /// Call once at the start of the program.
  public static func cleanUpWhenStopped() {
    names[0] = 0
    // Whoever started the program may have these held back.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stopping, number) }
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        var place = 0
        while place < PartialFiles.places {
          let name = PartialFiles.names + place * PartialFiles.capacity
          if name[0] != 0, unlink(name) != 0 { rmdir(name) }
          place += 1
        }
        _exit(128 + number)
      }
      // Started with nohup, the program outlives its terminal.
      if number == SIGHUP, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Runs a body whose half-made files would be in the way if it were stopped.
  ///
  /// - Parameter paths: files, and after them the empty folders that they leave. More than there are places
  ///   for, or longer than a system's paths may be, are left where they are.
  public static func removing<Value, Problem>(
    _ paths: [String], during body: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let taken = take(paths.count)
    for (place, path) in zip(taken, paths) { write(path, at: place) }
    defer {
      for place in taken { names[place * capacity] = 0 }
      isTaken.withLock { isTaken in for place in taken { isTaken[place] = false } }
    }
    return try body()
  }

  private static func take(_ count: Int) -> [Int] {
    isTaken.withLock { isTaken in
      var taken: [Int] = []
      for place in isTaken.indices where taken.count < count && !isTaken[place] {
        isTaken[place] = true
        taken.append(place)
      }
      return taken
    }
  }

  private static func write(_ path: String, at place: Int) {
    let bytes = Array(path.utf8CString)
    guard bytes.count <= capacity else { return }
    let name = names + place * capacity
    // The first byte goes in last, so that the handler never sees half a name.
    for index in bytes.indices.dropFirst() { name[index] = bytes[index] }
    name[0] = bytes[0]
  }
}

import Foundation

/// An open file, pipe or folder of this process, closed with its last user. No program that is started
/// inherits it unless it is handed over by name.
final class Descriptor: Sendable {
  let number: Int32

  /// Takes over an open descriptor.
  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a path below a folder; `nil` with `errno` set where that fails.
  static func open(_ path: String, in folder: Descriptor? = nil, _ flags: Int32, mode: mode_t = 0)
    -> Descriptor?
  {
    let number = openat(folder?.number ?? AT_FDCWD, path, flags | O_CLOEXEC, mode)
    return number < 0 ? nil : Descriptor(number)
  }

  /// A pipe; `nil` where no more files may be opened.
  static func pipe() -> (reading: Descriptor, writing: Descriptor)? {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  /// The same under a number of at least `least`; `nil` where no more files may be opened.
  func raised(to least: Int32) -> Descriptor? {
    let number = fcntl(number, F_DUPFD_CLOEXEC, least)
    return number < 0 ? nil : Descriptor(number)
  }

  /// Makes reads and writes return at once; this end only, not that of the other program.
  func setNonblocking() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }

  /// Lets a pipe hold a megabyte, so that a large message passes in few turns. A smaller pipe does as well.
  func enlarge() {
    #if os(Linux)
      let setPipeSize: Int32 = 1031
      _ = fcntl(number, setPipeSize, 1 << 20)
    #endif
  }
}

/// A write to a pipe that nobody reads any more raises SIGPIPE, whose usual effect is the end of the program.
/// This ignores it for one thread and one write, since other parts of the program may want it.
enum BrokenPipe {
  static func ignored(_ write: () -> Int) -> Int {
    var pipe = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    let count = write()
    let code = errno
    if count < 0, code == EPIPE, sigismember(&before, SIGPIPE) == 0 {
      // It waits for this thread: taken away before signals are let in again.
      #if os(Linux)
        var none = timespec()
        while sigtimedwait(&pipe, nil, &none) < 0, errno == EINTR {}
      #else
        var taken: Int32 = 0
        sigwait(&pipe, &taken)
      #endif
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return count
  }
}

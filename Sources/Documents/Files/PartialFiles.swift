import Foundation

/// Removes the file that is being written when the person stops the program (Ctrl-C, hang-up, termination).
///
/// A signal handler may only use memory that exists already, so the name lies in a fixed C buffer.
public enum PartialFiles {
  private static let capacity = 4096
  /// Written only by the one thread that writes files; read by the handler, which then ends the program.
  nonisolated(unsafe) private static let name: UnsafeMutablePointer<CChar> = {
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    buffer.initialize(repeating: 0, count: capacity)
    return buffer
  }()

  /// Call once at the start of the program.
  public static func cleanUpWhenStopped() {
    name[0] = 0
    // Whoever started the program may have these held back.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stopping, number) }
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if PartialFiles.name[0] != 0 { unlink(PartialFiles.name) }
        _exit(128 + number)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }

  static func begin(_ path: String) {
    guard path.utf8.count < capacity else { return }
    let bytes = Array(path.utf8CString)
    // The first byte goes in last, so that the handler never sees half a name.
    for index in bytes.indices.dropFirst() { name[index] = bytes[index] }
    name[0] = bytes[0]
  }

  static func end() { name[0] = 0 }
}

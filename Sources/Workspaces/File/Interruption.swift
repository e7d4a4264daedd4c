import Foundation

/// Lets a change finish before Ctrl-C, a hang-up or a termination ends the program, so that no journal is
/// left beside the file. Should one get through on another thread, the journal is there, and the next program
/// plays it back.
struct Interruption {
  private var before: sigset_t?

  /// Signals wait from here on.
  mutating func hold() {
    var held = sigset_t()
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, number) }
    var before = sigset_t()
    if pthread_sigmask(SIG_BLOCK, &held, &before) == 0 { self.before = before }
  }

  /// Those that came meanwhile arrive now.
  mutating func release() {
    guard var before else { return }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    self.before = nil
  }
}

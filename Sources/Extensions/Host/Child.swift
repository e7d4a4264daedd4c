import Foundation

/// A program that was started, with all that it starts.
struct Child: Sendable {
  /// The process that is ours to wait for.
  let process: pid_t
  /// The first process of the sandbox's own process table, by whose end the kernel ends every other one in it
  /// (pid_namespaces(7)); `nil` without a sandbox.
  let sandbox: pid_t?
  let group: ControlGroup?
  private var end: Int32?

  init(process: pid_t, sandbox: pid_t?, group: ControlGroup?) {
    (self.process, self.sandbox, self.group) = (process, sandbox, group)
  }

  /// How it ended, if it did.
  mutating func poll() -> Int32? {
    if end == nil {
      var status: Int32 = 0
      let waited = waitpid(process, &status, WNOHANG)
      if waited == process { end = status } else if waited < 0, errno == ECHILD { end = 0 }
    }
    return end
  }

  /// How it ended, if it does within a time. Only for one that is expected to end any moment.
  mutating func wait(_ most: Duration) -> Int32? {
    let limit = ContinuousClock.now + most
    while poll() == nil, ContinuousClock.now < limit { usleep(2_000) }
    return end
  }

  /// Ends it and everything that it started, at once.
  @discardableResult
  mutating func kill() -> Int32? {
    if poll() == nil {
      // The sandbox's first process before bubblewrap itself, which then takes it away and ends of its own
      // accord.
      if let sandbox {
        Foundation.kill(sandbox, SIGKILL)
        if wait(.seconds(2)) == nil { Foundation.kill(process, SIGKILL) }
      } else {
        Foundation.kill(-process, SIGKILL)
      }
      _ = wait(.seconds(5))
    } else if sandbox == nil {
      // What it left behind in its process group.
      Foundation.kill(-process, SIGKILL)
    }
    group?.kill()
    return end
  }

  /// How a program ended, in words.
  static func words(for status: Int32) -> String {
    let signal = status & 0x7f
    let code = (status >> 8) & 0xff
    if signal != 0 { return "was ended by signal \(signal)" }
    // How bubblewrap and shells tell of a signal.
    if code > 128, code < 128 + 65 { return "was ended by signal \(code - 128)" }
    return "ended with code \(code)"
  }
}

import Foundation
import Synchronization

/// Starts programs from one thread that lasts as long as Waymark does: `bwrap --die-with-parent` asks the
/// kernel to be told of the death of the thread that started it (prctl(2), PR_SET_PDEATHSIG), and threads of
/// a pool come and go.
final class Spawner: Sendable {
  static let shared = Spawner()

  /// A program to start.
  struct Program: Sendable {
    var path: String
    /// Without the program's own name.
    var arguments: [String]
    /// Everything that it will know; nothing is added.
    var environment: [String]
    var folder: String?
    /// What it gets as descriptors 0, 1, 2 and so on; it gets no others.
    var descriptors: [Descriptor]
  }

  /// The number that the system gave for not starting it.
  struct Refusal: Error, Equatable {
    let code: Int32
    var reason: String { String(cString: strerror(code)) }
  }

  private final class Job: Sendable {
    let program: Program
    let outcome = Mutex<Result<pid_t, Refusal>>(.failure(Refusal(code: ECANCELED)))
    let done = DispatchSemaphore(value: 0)
    init(_ program: Program) { self.program = program }
  }

  private let jobs = Mutex<[Job]>([])
  private let waiting = DispatchSemaphore(value: 0)

  private init() {
    let thread = Thread { [self] in
      while true {
        waiting.wait()
        guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { continue }
        let outcome = Self.spawn(job.program)
        job.outcome.withLock { $0 = outcome }
        job.done.signal()
      }
    }
    thread.name = "plugins"
    thread.start()
  }

  /// Starts a program in a process group of its own, so that an interrupt at the terminal reaches Waymark
  /// alone.
  func start(_ program: Program) throws(Refusal) -> pid_t {
    let job = Job(program)
    jobs.withLock { $0.append(job) }
    waiting.signal()
    job.done.wait()
    return try job.outcome.withLock { $0 }.get()
  }

  private static func spawn(_ program: Program) -> Result<pid_t, Refusal> {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    // Above the numbers that the program gets, so that handing one over never closes another.
    let raised = program.descriptors.compactMap { $0.raised(to: 32) }
    guard raised.count == program.descriptors.count else { return .failure(Refusal(code: EMFILE)) }
    for (target, descriptor) in raised.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(target))
    }
    #if os(Linux)
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
      if let folder = program.folder, SpawnActions.changeFolder(&actions, folder) != 0 {
        return .failure(Refusal(code: ENOSYS))
      }
      SpawnActions.closeOthers(&actions, from: Int32(program.descriptors.count))
    #else
      let flags =
        POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
      if let folder = program.folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    #endif
    // Signals as a program expects them, whatever Waymark does with its own.
    var none = sigset_t()
    var usual = sigset_t()
    sigemptyset(&none)
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
    var environment = program.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let code = withExtendedLifetime(raised) {
      posix_spawn(&process, program.path, &actions, &attributes, &arguments, &environment)
    }
    return code == 0 ? .success(process) : .failure(Refusal(code: code))
  }
}

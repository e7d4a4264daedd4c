import Foundation

/// How a plugin is held to its limits.
///
/// - Time: Waymark's own clock, per call; a process may further compute for 100 times as long in all its
///   calls.
/// - Memory: where Waymark may make control groups (`ControlGroup`), all processes of the plugin and its
///   private folder together, exactly. Elsewhere each process on its own (RLIMIT_DATA for what it writes to,
///   RLIMIT_AS as a backstop), so that a plugin may use up to its number of processes times its memory.
/// - Processes and threads: the control group; and RLIMIT_NPROC, which counts per user. Root is exempt from
///   it, so that under root a plugin runs as a user that nobody else is. Under another user, bubblewrap's
///   user namespace has a count of its own (since Linux 5.14; earlier kernels count all of the user's
///   processes, which are allowed for).
/// - Files: the size of the private folder, which lies in memory, and RLIMIT_FSIZE for each.
/// - Without a sandbox: time, messages, and the limits of each process; nothing holds a plugin that means
///   harm.
struct ResourceLimits {
  let limits: PluginLimits
  /// Processes of the same user that are counted as well.
  var others = 0

  /// `prlimit` (util-linux) with what it sets before it becomes the program.
  var arguments: [String] {
    [
      "/usr/bin/prlimit", "--core=0", "--nofile=256", "--fsize=\(limits.folder << 20)",
      "--data=\(limits.memory << 20)", "--as=\((limits.memory + 4096) << 20)",
      "--nproc=\(limits.processes + 1 + others)", "--cpu=\(limits.time * 100)", "--",
    ]
  }

  /// Whether a user namespace counts processes by itself: since Linux 5.14.
  static var areCountedApart: Bool {
    var system = utsname()
    guard uname(&system) == 0 else { return false }
    let release = withUnsafeBytes(of: &system.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let numbers = release.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
    return numbers.count == 2 && (numbers[0], numbers[1]) >= (5, 14)
  }

  /// How many processes and threads this user has: what RLIMIT_NPROC counts where there is no user namespace.
  static func ownTasks() -> Int {
    let user = getuid()
    var count = 0
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] where Int(name) != nil {
      var status = stat()
      guard stat("/proc/\(name)", &status) == 0, status.st_uid == user else { continue }
      count += (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(name)/task").count) ?? 1
    }
    return count
  }
}

/// The user that a plugin is when Waymark is root: from the numbers that systemd keeps for users who come and
/// go (61184 to 65519), and neither listed nor running anything.
enum PassingUser {
  static func number() -> Int? {
    let used = usersAtWork()
    for _ in 0..<200 {
      let number = UInt32.random(in: 61184...65519)
      if getpwuid(number) == nil, getgrgid(number) == nil, !used.contains(number) { return Int(number) }
    }
    return nil
  }

  /// `setpriv` (util-linux) with what it gives up before it becomes the program.
  static func arguments(_ number: Int) -> [String] {
    [
      "/usr/bin/setpriv", "--reuid=\(number)", "--regid=\(number)", "--clear-groups", "--no-new-privs",
      "--bounding-set=-all", "--inh-caps=-all", "--",
    ]
  }

  private static func usersAtWork() -> Set<UInt32> {
    var users: Set<UInt32> = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] where Int(name) != nil {
      var status = stat()
      if stat("/proc/\(name)", &status) == 0 { users.insert(status.st_uid) }
    }
    return users
  }
}

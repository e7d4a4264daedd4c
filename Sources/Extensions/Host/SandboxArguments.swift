import Foundation

/// What `bwrap` is told: a system that is read-only and nearly empty, no network, and one private folder.
///
/// A plugin finds `/usr` with the links that lead there, its own folder at `/plugin`, Waymark's libraries at
/// `/waymark/python`, its Python environment where it lies, and `/call`. Of `/etc` it gets what the dynamic
/// loader needs; the list of users, the machine's name and everything of other people's are not there.
struct SandboxArguments {
  let bubblewrap: Sandbox.Bubblewrap
  var isRoot = geteuid() == 0

  init(_ bubblewrap: Sandbox.Bubblewrap) { self.bubblewrap = bubblewrap }

  /// The folders of a plugin as it sees them.
  static let plugin = "/plugin"
  static let library = "/waymark/python"
  static let call = "/call"

  /// A folder or file shown inside, read-only.
  struct Bind: Hashable, Sendable {
    let source: String
    let target: String
  }

  /// Everything for a plugin's program, whose words come after it.
  func arguments(
    binds: [Bind], input: String, limits: PluginLimits, information: Int32, block: Int32, filter: Int32?
  ) -> [String] {
    var words = base(size: limits.folder << 20)
    // An environment that lies below /tmp is shown there, and then the rest of /tmp is an empty folder.
    if !binds.contains(where: { $0.target.hasPrefix("/tmp/") }) { words += ["--symlink", Self.call, "/tmp"] }
    words += Self.folders(above: binds.map(\.target))
    for bind in binds { words += ["--ro-bind", bind.source, bind.target] }
    words += ["--ro-bind", input, "\(Self.call)/in", "--chdir", Self.plugin]
    words += ["--info-fd", "\(information)", "--block-fd", "\(block)"]
    if let filter { words += ["--seccomp", "\(filter)"] }
    let others = isRoot || ResourceLimits.areCountedApart ? 0 : ResourceLimits.ownTasks()
    return words + sealing + Self.gate + user + ResourceLimits(limits: limits, others: others).arguments
  }

  /// The same way of running for a program that does nothing.
  var forTrial: [String] {
    base(size: 1 << 20) + sealing + user + ResourceLimits(limits: .usual).arguments + ["/usr/bin/true"]
  }

  private func base(size: Int) -> [String] {
    // All but the user namespace: in one that holds only root, root could not become another user.
    var words = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    words += ["--die-with-parent", "--new-session", "--hostname", "plugin"]
    if !isRoot {
      words.append("--unshare-user")
      if bubblewrap.version >= BubblewrapVersion.disablesNamespaces { words.append("--disable-userns") }
    }
    words += ["--ro-bind", "/usr", "/usr"]
    for name in ["bin", "sbin", "lib", "lib32", "lib64", "libx32"] { words += Self.system("/\(name)") }
    words += ["--perms", "0755", "--dir", "/etc"]
    for name in ["ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives"] {
      words += ["--ro-bind-try", "/etc/\(name)", "/etc/\(name)"]
    }
    words += ["--proc", "/proc", "--dev", "/dev"]
    words += ["--perms", "1777", "--size", "\(size)", "--tmpfs", Self.call]
    words += ["--perms", "1777", "--dir", "\(Self.call)/out"]
    return words
  }

  /// Nothing may be written but below `/call`: what bubblewrap makes itself lies in memory without a limit.
  private var sealing: [String] { ["--remount-ro", "/dev", "--remount-ro", "/", "--"] }

  /// Waits for a word from Waymark, and tells it so: bubblewrap asks to be ended with whoever started it, but
  /// is deaf to that end until it has asked, and then would run a program that nobody waits for.
  private static let gate = ["/bin/sh", "-c", "echo && read -r go && exec \"$@\"", "sh"]

  /// Under root, a user of the plugin's own.
  private var user: [String] {
    guard isRoot, let number = PassingUser.number() else { return [] }
    return PassingUser.arguments(number)
  }

  /// The folders above some paths, each once, outer ones first. What bubblewrap makes of its own accord only
  /// its own user may enter.
  private static func folders(above paths: [String]) -> [String] {
    var made: Set<String> = ["/"]
    var words: [String] = []
    for path in paths {
      var folder = ""
      for part in path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if made.insert(folder).inserted { words += ["--perms", "0755", "--dir", folder] }
      }
    }
    return words
  }

  /// A folder of the system as it is outside: a link into `/usr` on most, a folder on some.
  private static func system(_ path: String) -> [String] {
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
      return ["--symlink", target, path]
    }
    return FileManager.default.fileExists(atPath: path) ? ["--ro-bind", path, path] : []
  }
}

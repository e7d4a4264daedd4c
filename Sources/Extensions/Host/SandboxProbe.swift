import Diagnostics
import Foundation

/// Finds out, once, whether bubblewrap works here, and if not, why.
struct SandboxProbe {
  /// Where programs that may be trusted are.
  var folders = ["/usr/bin", "/usr/local/bin", "/bin"]
  var settings = KernelSettings.read()

  func run() throws(Failure) -> Sandbox.Bubblewrap {
    #if !os(Linux)
      throw Self.failure(
        "there is bubblewrap on Linux only", "Run Waymark on Linux for this, or in a Linux container.")
    #else
      guard let path = folders.map({ $0 + "/bwrap" }).first(where: { access($0, X_OK) == 0 }) else {
        throw Self.failure(
          "bubblewrap is not installed",
          "Install the package bubblewrap: sudo apt install bubblewrap (Debian, Ubuntu) or sudo dnf install "
            + "bubblewrap (Fedora, Red Hat).")
      }
      for tool in ["/usr/bin/prlimit", "/usr/bin/setpriv"] where access(tool, X_OK) != 0 {
        throw Self.failure("\(tool) is missing", "Install the package util-linux.")
      }
      let told = ShortRun.run(path, ["--version"])
      guard let version = BubblewrapVersion(printed: told.output) else {
        throw Self.failure("\(path) does not tell its version", "Install the package bubblewrap anew.")
      }
      guard version >= BubblewrapVersion.oldest else {
        throw Self.failure(
          "bubblewrap \(version) is too old to limit the size of a folder",
          "Install bubblewrap \(BubblewrapVersion.oldest) or newer.")
      }
      let bubblewrap = Sandbox.Bubblewrap(path: path, version: version)
      let tried = ShortRun.run(path, SandboxArguments(bubblewrap).forTrial)
      guard tried.status == 0 else { throw Self.explain(tried.output, settings) }
      return bubblewrap
    #endif
  }

  /// Why bubblewrap failed, from what it printed and how the kernel is set.
  static func explain(_ printed: String, _ settings: KernelSettings) -> Failure {
    let words = PluginText.clean(printed, limit: 300)
    if settings.maxUserNamespaces == 0 {
      return failure(
        "user namespaces are turned off", "Turn them on: sudo sysctl user.max_user_namespaces=10000.", words)
    }
    if settings.cloneByUsers == 0, !settings.isRoot {
      return failure(
        "only root may make user namespaces", "Allow it: sudo sysctl kernel.unprivileged_userns_clone=1.",
        words)
    }
    if settings.isRestrictedByAppArmor, !settings.isRoot {
      return failure(
        "AppArmor keeps bubblewrap from making user namespaces, as Ubuntu does since 24.04",
        "Give bwrap a profile that allows it: sudo apt install apparmor-profiles, then sudo cp "
          + "/usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ and sudo systemctl reload "
          + "apparmor. Or for every program: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0.",
        words)
    }
    if printed.contains("Unknown option") {
      return failure(
        "bubblewrap lacks an option", "Install bubblewrap \(BubblewrapVersion.oldest) or newer.", words)
    }
    if printed.contains("etpriv") {
      return failure(
        "no unprivileged user can be had for a plugin",
        "Run Waymark as an ordinary user, or give its container the users 61184 to 65519.", words)
    }
    if printed.contains("ermission") || printed.contains("ermitted") {
      return failure(
        "bubblewrap may not make namespaces here",
        "In a container, allow it (for Docker: --security-opt seccomp=unconfined --security-opt "
          + "apparmor=unconfined), or run Waymark outside it.", words)
    }
    return failure("bubblewrap does not work here", "Try it by hand: bwrap --ro-bind / / true.", words)
  }

  private static func failure(_ what: String, _ help: String, _ words: String = "") -> Failure {
    let told = words.isEmpty ? "" : " It said: \(words)"
    return Failure(
      .unavailable, "Plugins cannot run: \(what).\(told)",
      help: help + " If you trust the plugin with everything you may do here, --unsandboxed runs it without.")
  }
}

/// How the kernel is set, as far as it concerns sandboxes; `nil` where it has no such setting.
struct KernelSettings: Sendable {
  var maxUserNamespaces: Int?
  /// Debian's setting.
  var cloneByUsers: Int?
  var isRestrictedByAppArmor = false
  var isRoot = false

  static func read() -> KernelSettings {
    KernelSettings(
      maxUserNamespaces: number("user/max_user_namespaces"),
      cloneByUsers: number("kernel/unprivileged_userns_clone"),
      isRestrictedByAppArmor: number("kernel/apparmor_restrict_unprivileged_userns") == 1,
      isRoot: geteuid() == 0)
  }

  private static func number(_ name: String) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/sys/\(name)", encoding: .utf8) else { return nil }
    return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

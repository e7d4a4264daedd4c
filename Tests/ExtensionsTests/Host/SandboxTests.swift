import Diagnostics
import Foundation
import Testing

@testable import Extensions

/// What is found out about a machine, and told.
@Suite struct SandboxTests {
  @Test(arguments: [
    ("bubblewrap 0.8.0", "0.8.0"), ("bubblewrap 0.11.0\n", "0.11.0"), ("bubblewrap 1.2", "1.2.0"),
  ])
  func readsVersions(printed: String, version: String) {
    #expect(BubblewrapVersion(printed: printed)?.description == version)
    #expect(BubblewrapVersion(printed: printed).map { $0 >= .oldest } == true)
  }

  @Test func knowsOldVersions() throws {
    #expect(try #require(BubblewrapVersion(printed: "bubblewrap 0.6.3")) < .oldest)
    #expect(BubblewrapVersion(printed: "command not found") == nil)
  }

  @Test(arguments: [
    (
      KernelSettings(maxUserNamespaces: 0), "user namespaces are turned off", "user.max_user_namespaces=10000"
    ),
    (
      KernelSettings(cloneByUsers: 0), "only root may make user namespaces",
      "kernel.unprivileged_userns_clone=1"
    ),
    (
      KernelSettings(isRestrictedByAppArmor: true), "as Ubuntu does since 24.04",
      "kernel.apparmor_restrict_unprivileged_userns=0"
    ),
    (KernelSettings(), "may not make namespaces here", "--security-opt"),
    (
      KernelSettings(isRestrictedByAppArmor: true, isRoot: true), "may not make namespaces here",
      "--security-opt"
    ),
  ])
  func explains(settings: KernelSettings, what: String, help: String) {
    let failure = SandboxProbe.explain("bwrap: setting up uid map: Permission denied\n", settings)
    #expect(failure.status == .unavailable)
    #expect(failure.message.hasPrefix("Plugins cannot run: "))
    #expect(failure.message.contains(what))
    #expect(failure.message.hasSuffix("It said: bwrap: setting up uid map: Permission denied"))
    #expect(failure.help.contains(help))
    #expect(failure.help.contains("--unsandboxed"))
  }

  @Test func saysWhatToInstall() {
    let failure = #expect(throws: Failure.self) {
      try SandboxProbe(folders: ["/nowhere"]).run()
    }
    #expect(failure?.message == "Plugins cannot run: bubblewrap is not installed.")
    #expect(failure?.help.contains("apt install bubblewrap") == true)
  }

  @Test func findsControlGroups() {
    let mounts = """
      30 23 0:26 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
      31 23 0:27 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
      32 23 0:28 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
      """
    let groups = "8:pids:/\n4:memory:/user/me\n0::/\n"
    let first = ControlGroupHierarchy.find(groups: groups, mounts: mounts) { _ in true }
    #expect(first?.folders == ["/sys/fs/cgroup/memory/user/me", "/sys/fs/cgroup/pids"])
    #expect(first?.version == 1)
    // Where version 1 may not be written, version 2 is tried.
    let second = ControlGroupHierarchy.find(groups: groups, mounts: mounts) { $0.version == 2 }
    #expect(second?.folders == ["/sys/fs/cgroup/unified"])
    #expect(ControlGroupHierarchy.find(groups: groups, mounts: mounts) { _ in false } == nil)
    #expect(ControlGroupHierarchy.find(groups: "", mounts: "") { _ in true } == nil)
    // In a container the mount begins at the container's own group.
    let inside = ControlGroupHierarchy.find(
      groups: "0::/docker/1/inner\n", mounts: "35 1 0:29 /docker/1 /sys/fs/cgroup rw - cgroup2 cgroup rw"
    ) { _ in true }
    #expect(inside?.folders == ["/sys/fs/cgroup/inner"])
  }

  @Test func shutsTheDoors() throws {
    guard let code = SystemCallFilter.program else { return }
    #expect(code.count.isMultiple(of: 8))
    #expect(code.count / 8 < 100)
  }
}

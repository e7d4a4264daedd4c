import Foundation

/// Where Waymark may make control groups: below its own group of each hierarchy (proc(5),
/// `/proc/self/cgroup`).
struct ControlGroupHierarchy: Sendable {
  /// One folder in version 2; memory's and processes' in version 1.
  let folders: [String]
  let version: Int

  /// `nil` where there is none that Waymark may write.
  static let current = find(
    groups: text("/proc/self/cgroup"), mounts: text("/proc/self/mountinfo"), isUsable: isUsable)

  /// Version 1 where memory and processes are counted there, else version 2.
  static func find(groups: String, mounts: String, isUsable: (Self) -> Bool) -> Self? {
    let mounts = Mount.read(mounts)
    var version1: [String] = []
    for controller in ["memory", "pids"] {
      guard let mount = mounts.first(where: { $0.type == "cgroup" && $0.options.contains(controller) }),
        let group = own(controller, in: groups)
      else { continue }
      version1.append(mount.folder(of: group))
    }
    if version1.count == 2 {
      // Mounted together, one folder stands for both.
      let found = Self(folders: version1[0] == version1[1] ? [version1[0]] : version1, version: 1)
      if isUsable(found) { return found }
    }
    guard let mount = mounts.first(where: { $0.type == "cgroup2" }), let group = own("", in: groups) else {
      return nil
    }
    let found = Self(folders: [mount.folder(of: group)], version: 2)
    return isUsable(found) ? found : nil
  }

  /// Takes away groups that a Waymark which was killed could not take away.
  func sweep() {
    for folder in folders {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let parts = name.split(separator: "-")
        guard parts.count == 3, parts[0] == "waymark", let owner = pid_t(parts[1]), kill(owner, 0) != 0,
          errno == ESRCH
        else { continue }
        rmdir("\(folder)/\(name)")
      }
    }
  }

  /// The group of a controller in `/proc/self/cgroup`; version 2's has no name.
  private static func own(_ controller: String, in text: String) -> String? {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let names = parts[1].split(separator: ",").map(String.init)
      if controller.isEmpty ? names.isEmpty : names.contains(controller) { return String(parts[2]) }
    }
    return nil
  }

  /// Version 2 limits only where the group above hands its controllers down, which it may not do while it
  /// holds processes itself; the root may.
  private static func isUsable(_ found: Self) -> Bool {
    guard found.folders.allSatisfy({ access($0, W_OK) == 0 }) else { return false }
    guard found.version == 2 else { return true }
    let control = "\(found.folders[0])/cgroup.subtree_control"
    func handsDown() -> Bool {
      let names = text(control).split { $0 == " " || $0 == "\n" }
      return names.contains("memory") && names.contains("pids")
    }
    if handsDown() { return true }
    guard let file = Descriptor.open(control, O_WRONLY) else { return false }
    let wish = Array("+memory +pids".utf8)
    return write(file.number, wish, wish.count) == wish.count && handsDown()
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}

/// A line of `/proc/self/mountinfo`.
private struct Mount {
  let root: String
  let point: String
  let type: String
  let options: [String]

  static func read(_ text: String) -> [Mount] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ").map(String.init)
      guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 3, dash >= 5 else { return nil }
      return Mount(
        root: fields[3], point: fields[4], type: fields[dash + 1],
        options: fields[dash + 3].split(separator: ",").map(String.init))
    }
  }

  /// Where a group's folder is: in a container, the mount shows only what is below its own group.
  func folder(of group: String) -> String {
    var path = group
    if root != "/" { path = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : "" }
    while path.hasSuffix("/") { path.removeLast() }
    return point + path
  }
}

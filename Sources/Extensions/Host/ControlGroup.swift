import Foundation
import Synchronization

/// A control group that holds a sandbox to its memory and its number of processes, whoever it runs as
/// (cgroups(7)). It is made below the one that Waymark itself is in, so that outer limits go on holding, and
/// taken away at the end.
final class ControlGroup: Sendable {
  private let folders: [String]
  private let version: Int
  private static let made = Atomic<Int>(0)

  private init(_ folders: [String], version: Int) { (self.folders, self.version) = (folders, version) }

  /// Makes one; `nil` where this machine offers none that Waymark may write, and resource limits have to do.
  static func make(_ limits: PluginLimits) -> ControlGroup? {
    let number = made.add(1, ordering: .relaxed).newValue
    let name = "waymark-\(getpid())-\(number)"
    guard let hierarchy = ControlGroupHierarchy.current else { return nil }
    hierarchy.sweep()
    let group = ControlGroup(hierarchy.folders.map { "\($0)/\(name)" }, version: hierarchy.version)
    guard group.setUp(limits) else {
      group.remove()
      return nil
    }
    return group
  }

  private func setUp(_ limits: PluginLimits) -> Bool {
    for folder in folders { guard mkdir(folder, 0o755) == 0 else { return false } }
    // The private folder lies in memory and counts there; one more process is bubblewrap's.
    let memory = "\((limits.memory + limits.folder) << 20)"
    let processes = "\(limits.processes + 1)"
    if version == 2 {
      write("0", to: "memory.swap.max")
      return write(memory, to: "memory.max") && write(processes, to: "pids.max")
    }
    guard write(memory, to: "memory.limit_in_bytes"), write(processes, to: "pids.max") else { return false }
    // Memory and swap together, where the kernel counts swap.
    write(memory, to: "memory.memsw.limit_in_bytes")
    return true
  }

  /// Puts a process, and all that it will start, into the group.
  func add(_ process: pid_t) -> Bool {
    folders.allSatisfy { Self.write("\(process)", to: "\($0)/cgroup.procs") }
  }

  /// Whether the kernel ended a process for want of memory.
  var ranOutOfMemory: Bool {
    for file in ["memory.events", "memory.oom_control"] {
      for folder in folders {
        guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else { continue }
        for line in text.split(separator: "\n") where line.hasPrefix("oom_kill ") && line != "oom_kill 0" {
          return true
        }
      }
    }
    return false
  }

  /// How many bytes it used at the most, where the kernel tells.
  var peakMemory: Int? {
    for file in ["memory.peak", "memory.max_usage_in_bytes"] {
      for folder in folders {
        if let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) {
          return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
      }
    }
    return nil
  }

  /// Ends what may still be in it, and takes it away.
  func kill() {
    if version == 2 { write("1", to: "cgroup.kill") }
    for _ in 0..<100 {
      let left = folders.flatMap { folder in
        let text = (try? String(contentsOfFile: "\(folder)/cgroup.procs", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { pid_t($0) }
      }
      for process in left { Foundation.kill(process, SIGKILL) }
      if left.isEmpty, remove() { return }
      usleep(2_000)
    }
  }

  @discardableResult
  private func remove() -> Bool {
    folders.map { rmdir($0) == 0 || errno == ENOENT }.allSatisfy { $0 }
  }

  @discardableResult
  private func write(_ text: String, to file: String) -> Bool {
    for folder in folders where access("\(folder)/\(file)", F_OK) == 0 {
      return Self.write(text, to: "\(folder)/\(file)")
    }
    return false
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = Descriptor.open(path, O_WRONLY) else { return false }
    let bytes = Array(text.utf8)
    return Foundation.write(file.number, bytes, bytes.count) == bytes.count
  }
}

import Extensions
import Foundation
import Sealing
import Testing

extension SandboxedTests {
  /// Plugins that take more than is theirs, with and without control groups.
  @Suite struct ResourceTests {
    /// What counts memory and processes.
    enum Counting: String, CaseIterable, CustomTestStringConvertible {
      case controlGroups, resourceLimits
      var testDescription: String { rawValue }

      func trials() throws -> Trials {
        try Trials(self == .controlGroups ? Trials.sandbox : Trials.withoutGroups)
      }
    }

    @Test(arguments: Counting.allCases)
    func forksWithoutEnd(_ counting: Counting) throws {
      let trials = try counting.trials()
      let program = try trials.plugin("forks")
      try Neighbour(trials).isUnmoved {
        let answer = try trials.host.call(program, "check", params: .value([:]))
        let children = try #require(answer.result["children"]?.asInt)
        #expect((1...12).contains(children))
      }
      trials.host.close()
      #expect(Processes.running(program.folder).isEmpty)
    }

    @Test(arguments: Counting.allCases)
    func fillsMemory(_ counting: Counting) throws {
      let trials = try counting.trials()
      let program = try trials.plugin("memory")
      try Neighbour(trials).isUnmoved {
        let answer = try trials.host.call(program, "check", params: .value([:]))
        let taken = try #require(answer.result["taken"]?.asInt)
        #expect((20..<96).contains(taken))
      }
    }

    /// Only control groups count what is shared; then the kernel ends the program, and Waymark says why.
    @Test func fillsSharedMemory() throws {
      let trials = try Trials()
      let program = try trials.plugin("memory_of_nobody")
      try Neighbour(trials).isUnmoved {
        let process = try PluginProcess(program, sandbox: trials.host.sandbox, waymark: "0.1.0")
        guard process.peakMemory != nil else { return }
        let failure = #expect(throws: PluginFailure.self) { try process.call("check", params: .value([:])) }
        #expect(failure?.kind == .memory)
        #expect(failure?.message.hasSuffix("and was stopped before it answered check.") == true)
      }
    }

    /// Only control groups add up what several processes take.
    @Test func fillsMemoryWithManyProcesses() throws {
      let trials = try Trials()
      let program = try trials.plugin("memory_of_many")
      try Neighbour(trials).isUnmoved {
        let process = try PluginProcess(program, sandbox: trials.host.sandbox, waymark: "0.1.0")
        _ = try? process.call("check", params: .value(["each": 60]))
        if let peak = process.peakMemory { #expect(peak <= 100 << 20) }
      }
    }

    @Test(arguments: Counting.allCases)
    func fillsTheDisk(_ counting: Counting) throws {
      let trials = try counting.trials()
      let program = try trials.plugin("disk")
      try Neighbour(trials).isUnmoved {
        for _ in 0..<3 {
          let answer = try trials.host.call(program, "check", params: .value([:]))
          let written = (answer.result["written"]?.asObject ?? []).map { ($0.key, $0.value.asInt ?? .max) }
          #expect(written.map(\.1).reduce(0, +) <= 4)
          for (place, amount) in written where !place.hasPrefix("/call/") { #expect(amount == 0, "\(place)") }
          // What the call before wrote is gone, so that there is room again.
          #expect(answer.result["before"] == ["/call", "/call/in", "/call/out"])
          #expect(written.contains { $0.1 > 0 })
        }
      }
    }

    @Test(arguments: ["open", "files", "deep", "closed"])
    func keepsFiles(_ kind: String) throws {
      let trials = try Trials()
      let program = try trials.plugin("keeps_files")
      try Neighbour(trials).isUnmoved {
        let first = try trials.host.call(program, "check", params: .value(["leave": .string(kind)]))
        let second = try trials.host.call(program, "check", params: .value(["leave": ""]))
        #expect(second.result["seen"] == [])
        let isSame = first.result["process"] == second.result["process"]
        // What can be emptied is; over what cannot, the process ends.
        #expect(kind != "files" || isSame)
        #expect(kind != "open" || !isSame)
        #expect(kind != "deep" || !isSame)
      }
    }

    @Test(arguments: Counting.allCases)
    func ignoresShutdown(_ counting: Counting) throws {
      let trials = try counting.trials()
      let program = try trials.plugin("ignores_shutdown")
      let neighbour = try Neighbour(trials)
      try neighbour.isUnmoved {
        let process = try PluginProcess(program, sandbox: trials.host.sandbox, waymark: "0.1.0")
        _ = try process.call("check", params: .value([:]))
        #expect(Processes.running("ignores_shutdown.py").count >= 2)
        let time = ContinuousClock().measure { process.close() }
        #expect(time < .seconds(8))
        #expect(Processes.running("ignores_shutdown.py").isEmpty)
        #expect(!process.isRunning)
      }
    }
  }
}

/// The processes of this machine.
enum Processes {
  /// Those whose command line holds a word.
  static func running(_ word: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { name in
      guard Int(name) != nil, let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
        return false
      }
      return String(decoding: bytes, as: UTF8.self).contains(word)
    }
  }
}

import Diagnostics
import Extensions
import Foundation
import Sealing
import Synchronization
import TestSupport
import Testing

extension SandboxedTests {
  /// What a plugin that keeps to the protocol gets from its host.
  @Suite struct HostTests {
    let trials: Trials
    let program: PluginProgram

    init() throws {
      trials = try Trials()
      program = try trials.plugin("diligent")
    }

    private func call(
      _ task: JSONValue, workspace: String? = nil, files: [CallFile] = [],
      cancellation: PluginCancellation? = nil
    ) throws(PluginFailure) -> PluginAnswer {
      try trials.host.call(
        program, workspace: workspace, "check", params: .value(task), files: files, cancellation: cancellation
      )
    }

    @Test func handsFilesOverAndBack() throws {
      let answer = try call(["do": "files"], files: [CallFile("Year 6 (2025).csv", Array("marks".utf8))])
      #expect(answer.files == ["Year 6 -2025-.csv": Array("MARKS".utf8)])
      #expect(answer.result["writable"] == false)
      #expect(
        answer.result["told"] == [
          "bytes": 5, "name": "Year 6 -2025-.csv", "path": "/call/in/Year 6 -2025-.csv",
        ])
      // The next call finds nothing of it, and may use the name again.
      let next = try call(["do": "files"], files: [CallFile("Year 6 (2025).csv", Array("other".utf8))])
      #expect(next.files.values.first == Array("OTHER".utf8))
    }

    @Test func passesOnWhatItSays() throws {
      _ = try call(["do": "progress"])
      #expect(
        trials.messages == [
          .progress(done: 1, of: 3, message: nil), .progress(done: 2, of: 3, message: nil),
          .progress(done: 3, of: 3, message: nil), .log(.error, "not so bad"),
        ])
    }

    @Test func keepsAProcessForItsCalls() throws {
      #expect(try call(["do": "remember"]).result["calls"] == [2])
      #expect(try call(["do": "remember"]).result["calls"] == [2, 3])
      // An error of its own is an answer like any other.
      let failure = #expect(throws: PluginFailure.self) { try call(["do": "fail"]) }
      #expect(failure?.message == "The plugin “diligent” could not do check: two mistakes")
      guard case .answered(let error) = failure?.kind else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(error.mistakes.map { $0["message"]?.asString } == ["a", "b"])
      #expect(try call(["do": "remember"]).result["calls"] == [2, 3, 4, 5])
    }

    @Test func keepsWorkspacesApart() throws {
      #expect(try call(["do": "remember"], workspace: "east").result["calls"] == [2])
      #expect(try call(["do": "remember"], workspace: "west").result["calls"] == [2])
      #expect(try call(["do": "remember"], workspace: "east").result["calls"] == [2, 3])
    }

    @Test func startsAnewAfterAnEnd() throws {
      _ = try call(["do": "remember"])
      let failure = #expect(throws: PluginFailure.self) { try call(["do": "leave"]) }
      #expect(failure?.message == "The plugin “diligent” ended with code 0 before it answered check.")
      #expect(try call(["do": "remember"]).result["calls"] == [2])
    }

    @Test func cancelsACall() throws {
      let cancellation = PluginCancellation()
      Thread.detachNewThread {
        usleep(200_000)
        cancellation.cancel()
      }
      let failure = #expect(throws: PluginFailure.self) {
        try call(["do": "wait"], cancellation: cancellation)
      }
      #expect(failure?.kind == .cancelled)
      // It heeded it, and goes on.
      #expect(try call(["do": "remember"]).result["calls"] == [2, 3])
      let atOnce = #expect(throws: PluginFailure.self) {
        try call(["do": "wait"], cancellation: cancellation)
      }
      #expect(atOnce?.kind == .cancelled)
    }

    @Test func endsOneThatIgnoresACancellation() throws {
      let silent = try trials.plugin("never_answers")
      let cancellation = PluginCancellation()
      cancellation.cancel()
      let process = try PluginProcess(silent, sandbox: trials.host.sandbox, waymark: "0.1.0")
      let failure = #expect(throws: PluginFailure.self) {
        try process.call("check", params: .value([:]), cancellation: cancellation)
      }
      #expect(failure?.kind == .cancelled)
      #expect(!process.isRunning)
    }

    /// Neither side waits for the other to read, though no pipe holds what is on its way.
    @Test func sendsMuchBothWays() throws {
      let text = String(repeating: "school ", count: 400_000)
      let answer = try call(["do": "large", "lines": 2_000, "text": .string(text)])
      #expect(answer.result["text"]?.asString == text)
    }

    @Test func callsFromManyThreads() throws {
      let answered = Mutex<[Int64]>([])
      DispatchQueue.concurrentPerform(iterations: 40) { _ in
        guard let calls = try? call(["do": "remember"]).result["calls"]?.asArray else { return }
        answered.withLock { $0.append(Int64(calls.count)) }
      }
      #expect(answered.withLock { $0.sorted() } == Array(1...40))
    }

    @Test func takesParamsThatAreEncoded() throws {
      let bytes = Array("{\n  \"do\": \"remember\"\n}\n".utf8)
      #expect(try trials.host.call(program, "check", params: .encoded(bytes)).result["calls"] == [2])
    }

    /// An environment is shown where it lies, with the interpreter that it was made from.
    @Test(arguments: Interpreters.found)
    func runsInItsEnvironment(interpreter: String) throws {
      let folder = "\(trials.folder)/environment"
      try #require(Interpreters.output(interpreter, ["-m", "venv", "--without-pip", folder]) != nil)
      var program = program
      program.environment = folder
      let answer = try trials.host.call(program, "check", params: .value(["do": "remember"]))
      #expect(answer.result["prefix"]?.asString == folder)
    }

    @Test func saysWhyThereIsNoSandbox() throws {
      var program = program
      program.libraries = ["/no/such/folder"]
      let started = ContinuousClock.now
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value([:]))
      }
      #expect(failure?.kind == .cannotStart)
      #expect(
        failure?.message.hasPrefix("The sandbox of the plugin “diligent” could not be made. bwrap: ") == true)
      #expect(failure?.message.contains("/no/such/folder") == true)
      #expect(ContinuousClock.now - started < .seconds(5))
    }

    @Test func importsWaymarksLibrary() throws {
      var program = try trials.plugin("uses_library")
      program.libraries = [Repository.root.appendingPathComponent("Plugins/sdk/python").path]
      let answer = try trials.host.call(program, "check", params: .value([:]))
      #expect(answer.result["library"] == "/waymark/python/waymark_plugin.py")
    }
  }
}

/// The Pythons of this machine: the system's, and another that the user may have.
enum Interpreters {
  static var found: [String] {
    let program = "import sys; print(sys.base_prefix + '/bin/python3')"
    let asked = output("/usr/bin/env", ["python3", "-c", program])
    let own = asked?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    var found: [String] = []
    for path in ["/usr/bin/python3", own] where access(path, X_OK) == 0 && !found.contains(path) {
      found.append(path)
    }
    return found
  }

  /// What a program prints; `nil` where it fails.
  static func output(_ path: String, _ arguments: [String]) -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }
}

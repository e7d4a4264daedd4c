import Extensions
import Foundation
import Sealing
import Testing

/// The operator's explicit choice: the same protocol without walls.
@Suite(.serialized) struct UnsandboxedTests {
  @Test func handsFilesOverAndBack() throws {
    let trials = try Trials(.unsandboxed)
    #expect(trials.host.sandbox.warning != nil)
    let program = try trials.plugin("good", limits: .usual)
    for _ in 0..<3 {
      let answer = try trials.host.call(
        program, "check", params: .value([:]), files: [CallFile("a.txt", [1, 2])])
      #expect(answer.result == ["mistakes": []])
    }
    let before = Set(Self.folders())
    trials.host.close()
    #expect(!before.isEmpty)
    #expect(before.intersection(Self.folders()).count < before.count)
  }

  @Test func endsWhatWasStarted() throws {
    let trials = try Trials(.unsandboxed)
    let program = try trials.plugin("never_answers", limits: .usual)
    let failure = #expect(throws: PluginFailure.self) {
      try trials.host.call(program, "check", params: .value([:]), deadline: .milliseconds(300))
    }
    #expect(failure?.kind == .deadline)
    _ = try trials.host.call(try trials.plugin("good", limits: .usual), "check", params: .value([:]))
  }

  private static func folders() -> [String] {
    let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    return ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [])
      .filter { $0.hasPrefix("waymark-plugin-") }
  }
}

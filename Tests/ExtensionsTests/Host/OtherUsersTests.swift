import Extensions
import Foundation
import TestSupport
import Testing

/// The same tests in another process: as an ordinary user, where these run as root; and ended from outside.
extension SandboxedTests {
  @Suite struct OtherUsersTests {
    /// Set for the program that is started here, so that it does not start another.
    private static let isInner = ProcessInfo.processInfo.environment["WAYMARK_INNER_TESTS"] != nil

    @Test(
      .enabled(if: geteuid() == 0 && !isInner, "only root can be another user"),
      .enabled(if: TestProgram.isReadableByAll, "other users may not read the tests' program"))
    func passAsAnOrdinaryUser() throws {
      let program = TestProgram(
        filter: "ResourceTests|EscapeTests|handsFilesOver|runsInIts|importsWaymarks",
        before: ["/usr/bin/setpriv", "--reuid=64999", "--regid=64999", "--clear-groups"])
      let (status, output) = try program.run(within: 120)
      #expect(status == 0, Comment(rawValue: output.suffix(4_000).description))
      #expect(output.contains("HostTests"))
      #expect(!output.contains("skipped: \"Plugins cannot run"))
    }

    /// Nothing of a plugin outlives Waymark, however it ends: while it starts one, and later.
    @Test(.enabled(if: !isInner, "this one is ended from outside"), arguments: [0, 20_000, 700_000])
    func leaveNothingWhenKilled(after microseconds: UInt32) throws {
      // It cannot clear up after itself.
      let folder = "/tmp/waymark-held-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let program = TestProgram(
        filter: "holdsAProcess",
        environment: ["WAYMARK_HOLD": "1", "WAYMARK_TRIALS": folder, "TMPDIR": folder])
      let process = try program.start()
      defer { kill(process.processIdentifier, SIGKILL) }
      let limit = ContinuousClock.now + .seconds(30)
      while Processes.running("ignores_shutdown.py").isEmpty, ContinuousClock.now < limit { usleep(20_000) }
      #expect(!Processes.running("ignores_shutdown.py").isEmpty)
      usleep(microseconds)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      while !Processes.running("ignores_shutdown.py").isEmpty, ContinuousClock.now < limit { usleep(20_000) }
      #expect(Processes.running("ignores_shutdown.py").isEmpty)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYMARK_HOLD"] != nil, "is run by another test"))
    func holdsAProcess() throws {
      let trials = try Trials()
      let process = try PluginProcess(
        try trials.plugin("ignores_shutdown"), sandbox: trials.host.sandbox, waymark: "0.1.0")
      sleep(60)
      process.close()
    }
  }
}

/// The program that these tests are in, to be run once more.
private struct TestProgram {
  let filter: String
  var before: [String] = []
  var environment: [String: String] = [:]

  private static let path =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""

  /// Whether every folder on its way, and it, may be read by anyone.
  static var isReadableByAll: Bool {
    var path = Self.path
    while path.count > 1 {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & 0o005 == 0o005 else { return false }
      path = (path as NSString).deletingLastPathComponent
    }
    return true
  }

  func start(output: Pipe? = nil) throws -> Process {
    let words = before + [Self.path, "--testing-library", "swift-testing", "--filter", filter]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    var all = ProcessInfo.processInfo.environment
    all["TMPDIR"] = "/tmp"
    all["HOME"] = "/tmp"
    all["WAYMARK_INNER_TESTS"] = "1"
    process.environment = all.merging(environment) { $1 }
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = output ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  func run(within seconds: Double) throws -> (status: Int32, output: String) {
    let pipe = Pipe()
    let process = try start(output: pipe)
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + seconds)
    let number = process.processIdentifier
    timer.setEventHandler { kill(number, SIGKILL) }
    timer.resume()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    timer.cancel()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

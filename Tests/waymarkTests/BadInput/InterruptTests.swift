import Foundation
import TestSupport
import Testing

/// Ctrl-C in the middle of writing: no partial file, no lost workspace.
@Suite struct InterruptTests {
  @Test func ctrlCLeavesNoPartialFile() throws {
    let folder = try TemporaryFolder()
    let process = try start(["sample", folder.path("sample"), "--partnerships", "400", "--years", "3"])
    // In the middle means: some files are written, on however busy a machine.
    try waitUntil { !process.isRunning || files(in: folder).count { $0.hasSuffix(".yaml") } >= 3 }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let left = files(in: folder)
    #expect(left.filter { $0.hasSuffix(".part") } == [])
    for file in left where file.hasSuffix(".yaml") {
      let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
      #expect(text.hasSuffix("\n"), "\(file) is cut off")
    }
  }

  /// Whatever the moment at which it is stopped, the workspace opens and its trail holds.
  @Test(arguments: [0.02, 0.05, 0.1, 0.2, 0.4]) func ctrlCLosesNoWorkspace(after seconds: Double) throws {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    let members = (0..<20_000).map { "made-up-\($0),Made-up School \($0),E12000004,primary" }.joined(
      separator: "\n")
    let list = try folder.write("school,name,region,phase\n\(members)\n", "members.csv")
    let process = try start(["workspace", "add", list, "--workspace", shared.workspace])
    Thread.sleep(forTimeInterval: seconds)
    process.interrupt()
    process.waitUntilExit()
    let verified = try Program.run(["workspace", "verify", "--workspace", shared.workspace])
    #expect(verified.status == 0, "\(verified.errors)")
    let listed = try Program.run(["workspace", "list", "--workspace", shared.workspace]).output
    let count = listed.split(separator: "\n").count
    #expect(count == 20_000 || listed.contains("no members"), "\(count) of 20000 members were added")
  }

  private func files(in folder: TemporaryFolder) -> [String] {
    FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? []
  }

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func waitUntil(_ isTrue: () -> Bool) throws {
    let end = Date(timeIntervalSinceNow: 60)
    while !isTrue(), Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    try #require(isTrue())
  }
}

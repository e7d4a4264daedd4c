import Foundation
import Testing

/// A small disk that is full: nothing half written, nothing lost. Needs the right to mount one.
@Suite struct FullDiskTests {
  @Test(.enabled(if: SmallDisk.isPossible, "a small disk can only be mounted by root"))
  func aFullDiskLosesNothing() throws {
    let disk = try SmallDisk()
    let ours = disk.path("ours.waymark")
    #expect(
      try Program.run([
        "workspace", "init", "--workspace", ours, "--partnership", "made-up", "--name", "Made up", "--region",
        "E12000004",
      ]).status == 0)
    try disk.fill()
    let before = try disk.contents
    for command in [
      ["framework", "preview", "emtss", "-o", disk.path("page.html")],
      ["framework", "show", "spp", "--format", "json", "-o", disk.path("show.json")],
      ["review", "new", "spp", "-o", disk.path("review.yaml")],
      ["key", "new", "made-up", "-o", disk.path("our.key")],
      ["registry", "init", "--registry", disk.path("registry"), "--origin", "registry.example/x"],
      ["sample", disk.path("sample"), "--partnerships", "1"],
    ] {
      let outcome = try Program.run(command)
      #expect(outcome.status == 73, "\(command): \(outcome.status) \(outcome.errors)")
      #expect(outcome.errors.contains("full"), "\(outcome.errors)")
    }
    let members = (0..<4000).map { "made-up-\($0),Made-up School \($0),E12000004,primary" }.joined(
      separator: "\n")
    let folder = try TemporaryFolder()
    let list = try folder.write("school,name,region,phase\n\(members)\n", "members.csv")
    let outcome = try Program.run(["workspace", "add", list, "--workspace", ours])
    #expect(outcome.status == 73, "\(outcome.status) \(outcome.errors)")
    #expect(try disk.contents == before)
    #expect(try Program.run(["workspace", "verify", "--workspace", ours]).status == 0)
  }
}

/// A file system of 1 MiB in memory.
final class SmallDisk {
  static var isPossible: Bool { geteuid() == 0 && (try? SmallDisk()) != nil }
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.url.path])
  }

  deinit { try? Self.run("/bin/umount", ["-l", folder.url.path]) }

  func path(_ name: String) -> String { folder.path(name) }

  var contents: [String] { get throws { try folder.contents } }

  func fill() throws {
    let path = path("filler")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = open(path, O_WRONLY)
    defer { close(file) }
    let block = [UInt8](repeating: 1, count: 4096)
    while write(file, block, block.count) > 0 {}
  }

  private static func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}

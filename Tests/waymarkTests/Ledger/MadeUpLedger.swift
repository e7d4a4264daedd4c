import Foundation
import TestSupport
import Testing

/// Two made-up partnerships with all consents and nothing published yet, made once by the real binary; every test works
/// on its own copy.
struct MadeUpLedger {
  private static let start = Result { try Start() }

  private struct Start {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try MadeUpRegion.run([
        "sample", folder.path("sample"), "--seed", "7", "--partnerships", "2", "--schools", "9", "--years",
        "2",
        "--framework", "emtss",
      ])
      for name in ["made-up-01", "made-up-02"] {
        let file = folder.path("\(name).waymark")
        try MadeUpRegion.run(
          ["workspace", "init", "--workspace", file, "--partnership", name, "--name", "Made-up"]
            + ["--region", "E12000004"])
        let home = folder.path("sample/\(name)")
        try MadeUpRegion.run([
          "workspace", "add", "\(home)/members.csv", "\(home)/reviews", "--workspace", file,
        ])
        try MadeUpRegion.run(["workspace", "consent", "give", "--all", "--workspace", file])
        try MadeUpRegion.run(["key", "new", name, "-o", folder.path("\(name).key")])
      }
    }
  }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let start = try Self.start.get().folder
    for name in try start.contents {
      try FileManager.default.copyItem(atPath: start.path(name), toPath: folder.path(name))
    }
  }

  static let release = ["--framework", "emtss", "--period", "2025-26"]

  /// Runs a command in the folder, on the first partnership's workspace unless another is named.
  func run(
    _ words: String, on workspace: String = "made-up-01", today: String = "2026-03-01"
  ) throws -> Program.Outcome {
    try Program.run(
      words.split(separator: " ").map(String.init) + ["--workspace", "\(workspace).waymark"], in: folder.url,
      today: today)
  }

  /// One that has to work.
  @discardableResult
  func done(
    _ words: String, on workspace: String = "made-up-01", today: String = "2026-03-01",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try run(words, on: workspace, today: today)
    #expect(outcome.status == 0, "\(words): \(outcome.errors)", sourceLocation: sourceLocation)
    return outcome
  }

  /// One that has to fail, with a status and words.
  func fails(
    _ status: Int32, _ words: String, on workspace: String = "made-up-01", today: String = "2026-03-01",
    saying texts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(words, on: workspace, today: today)
    #expect(outcome.status == status, "\(words): \(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    for text in texts {
      #expect(outcome.errors.contains(text), "\(words): \(outcome.errors)", sourceLocation: sourceLocation)
    }
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.path(name))) }

  func put(_ bytes: Data, _ name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: folder.path(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path(name)) }

  /// A school's review of this school year, written to a file under another id or with other points.
  func review(of school: String, as name: String, _ change: (String) -> String) throws {
    let home = folder.path("sample/made-up-01/reviews/emtss/2025-26")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: home).first { $0.hasPrefix(school) })
    let text = try String(contentsOfFile: "\(home)/\(file)", encoding: .utf8)
    _ = try folder.write(change(text), name)
  }
}

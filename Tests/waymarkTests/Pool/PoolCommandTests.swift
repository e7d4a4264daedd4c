import Foundation
import TestSupport
import Testing

/// Pools through the real binary, with the refusals that protect them.
@Suite struct PoolCommandTests {
  @Test func `from contributions to a publication in both logs`() throws {
    let made = try MadeUpPool(in: TemporaryFolder())
    // The same file again, and not a second contribution.
    let before = try Data(contentsOf: URL(fileURLWithPath: made.contributions[0]))
    let again = made.folder.path("again.contribution")
    try MadeUpRegion.run(
      ["pool", "contribute", "--workspace", made.workspace("made-up-01"), "--pool", made.pool]
        + ["--key", made.key("made-up-01"), "-o", again])
    #expect(try Data(contentsOf: URL(fileURLWithPath: again)) == before)
    for step in made.steps { try MadeUpRegion.run(step) }
    let shown = try Program.run(["pool", "show", made.publication])
    #expect(shown.status == 0 && shown.output.contains("5 partnerships"), "\(shown.output)\(shown.errors)")
    // The other registry opens the same and publishes it in its own log.
    let other = made.folder.path("other.publication")
    try MadeUpRegion.run(
      [
        "pool", "publish", made.pool, "--registry", made.registry("b"), "--peer", made.outbox("a"), "-o",
        other,
      ])
    let both = try [made.publication, other].map {
      try Program.run(["pool", "show", $0, "--format", "json"]).output
    }
    #expect(both[0] == both[1])
    for name in ["a", "b"] {
      try MadeUpRegion.run(["registry", "verify", "--registry", made.registry(name)])
      let standing = try Program.run(["pool", "show", "--registry", made.registry(name)])
      #expect(standing.output.contains("published"), "\(standing.output)\(standing.errors)")
    }
    let sum = try Program.run(["pool", "add", made.publication, "--name", "Everywhere"])
    #expect(sum.status == 0 && sum.output.contains("Everywhere"), "\(sum.errors)")
    let same = try Program.run(
      ["pool", "add", "--registry", made.registry("a"), "--framework", "emtss", "--name", "Everywhere"])
    #expect(same.output == sum.output, "\(same.errors)")
    for format in ["text", "json", "csv", "html"] {
      let compared = try Program.run(
        ["compare", "--framework", "emtss", "--registry", made.registry("a"), "--format", format])
      #expect(compared.status == 0 && compared.output.contains("East Midlands"), "\(compared.errors)")
      #expect(["json", "csv"].contains(format) || compared.output.contains("East Midlands (pool)"))
    }
    let onward = try Program.run(["registry", "publish", made.publication, "--registry", made.registry("b")])
    #expect(onward.status == 77 && onward.errors.contains("was signed for the registry"), "\(onward.errors)")
    let twice = try Program.run(["pool", "add", made.publication, other])
    #expect(twice.status == 77 && twice.errors.contains("“counted-twice”"), "\(twice.errors)")
    let late = try Program.run(made.steps[0])
    #expect(late.status == 0 && late.output.contains("Taken before"), "\(late.output)\(late.errors)")
  }

  @Test func `refusals name their rule, and change nothing`() throws {
    let made = try MadeUpPool(in: TemporaryFolder(), partnerships: 2, schools: 4)
    let take = ["pool", "aggregate", made.pool, "--registry", made.registry("a"), "--take"]
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: made.contributions[0])))
    var random = SeededGenerator(seed: 3)
    let changed = try (0..<25).map { number in
      var changed = bytes
      changed[Int.random(in: bytes.indices, using: &random)] ^=
        UInt8(1) << UInt8.random(in: 0..<7, using: &random)
      let path = made.folder.path("changed-\(number).contribution")
      try Data(changed).write(to: URL(fileURLWithPath: path))
      return path
    }
    let outcome = try Program.run(take + changed)
    #expect(outcome.status == 77 && !outcome.output.contains("Taken"), "\(outcome.output)\(outcome.errors)")
    for path in changed { #expect(outcome.errors.contains(path)) }
    try Data(bytes.prefix(2_000)).write(to: URL(fileURLWithPath: changed[0]))
    let half = try Program.run(take + [changed[0]])
    #expect(half.status == 65 && half.errors.contains("Ask its sender"), "\(half.errors)")
    #expect(try made.messages().isEmpty)
    let late = try Program.run(take + [made.contributions[0]], today: "2026-08-01")
    #expect(late.status == 77 && late.errors.contains("“late”"), "\(late.errors)")
    let output = made.folder.path("never")
    let pool = ["pool", "contribute", "--workspace", made.workspace("made-up-02"), "--pool", made.pool]
    let open = [
      "pool", "open", "--framework", "emtss", "--period", "2025-26", "--registry", made.registry("a"),
    ]
    let refusals: [(words: [String], status: Int32, says: String)] = [
      (pool + ["--key", made.key("made-up-01")], 77, "“not-admitted”"),
      (
        open + ["--beside", made.folder.path("a.card"), "--region", "E12000007", "--until", "2026-07-31"], 64,
        "itself"
      ),
      (
        open + ["--beside", made.folder.path("b.card"), "--region", "E12000007", "--until", "2026-02-01"], 64,
        "has passed"
      ),
      (
        open + ["--beside", made.folder.path("b.card"), "--region", "E12000099", "--until", "2026-07-31"], 77,
        "“other-region”"
      ),
      (
        open + [
          "--beside", made.folder.path("b.card"), "--region", "E12000007", "--until", "2026-07-31",
          "--policy", "loose",
        ],
        77, "“pool-policy”"
      ),
      (
        open + [
          "--beside", made.folder.path("b.card"), "--region", "E12000007", "--until", "2026-07-31", "--kind",
          "peer",
        ],
        77, "“other-kind”"
      ),
      (["pool", "publish", made.pool, "--registry", made.registry("a")], 77, "“noise”"),
    ]
    for refusal in refusals {
      let refused = try Program.run(refusal.words + ["-o", output])
      #expect(refused.status == refusal.status && refused.errors.contains(refusal.says), "\(refused.errors)")
      #expect(!FileManager.default.fileExists(atPath: output), "\(refusal.words)")
    }
    try MadeUpRegion.run(take + [made.contributions[0]])
    let waiting = try Program.run([
      "pool", "aggregate", made.pool, "--registry", made.registry("a"), "--close",
    ])
    #expect(waiting.status == 77 && waiting.errors.contains("“undecided”"), "\(waiting.errors)")
    for step in made.steps.dropLast() { try MadeUpRegion.run(step) }
    let closed = try Program.run(made.steps[5])
    #expect(closed.status == 77 && closed.errors.contains("“pool-gate”"), "\(closed.errors)")
    let second = try Program.run(
      ["pool", "open", "--beside", made.folder.path("b.card"), "--framework", "emtss", "--region"]
        + [
          MadeUpPool.region, "--period", "2025-26", "--until", "2026-08-31", "--registry", made.registry("a"),
        ]
        + ["-o", made.folder.path("second.pool")])
    #expect(second.status == 77 && second.errors.contains("“one-pool”"), "\(second.errors)")
  }

  @Test func `a registry put back from an old copy goes no further`() throws {
    let made = try MadeUpPool(in: TemporaryFolder(), partnerships: 1, schools: 3)
    let copy = made.folder.path("copy.sqlite")
    try MadeUpRegion.run(["registry", "backup", copy, "--registry", made.registry("a")])
    try MadeUpRegion.run(made.steps[0])
    let files = FileManager.default
    for name in ["registry.sqlite", "registry.sqlite-wal", "registry.sqlite-shm"] {
      try? files.removeItem(atPath: "\(made.registry("a"))/\(name)")
    }
    try files.copyItem(atPath: copy, toPath: "\(made.registry("a"))/registry.sqlite")
    let behind = try Program.run(made.steps[0])
    #expect(behind.status == 77 && behind.errors.contains("“behind”"), "\(behind.errors)")
    try files.removeItem(atPath: "\(made.registry("a"))/pool-keys")
    let lost = try Program.run([
      "pool", "card", "--registry", made.registry("a"), "-o", made.folder.path("x"),
    ])
    #expect(lost.status == 77 && lost.errors.contains("“behind”"), "\(lost.errors)")
  }
}

/// The guide's commands, run as they are printed.
@Suite struct PoolGuideTests {
  @Test func `every command of the guide works`() throws {
    let made = try MadeUpPool(in: TemporaryFolder(), beforeTheGuide: true)
    let guide = try String(
      contentsOf: Repository.root.appending(path: "docs/guide/pools.md"), encoding: .utf8)
    let blocks = guide.matches(of: /(?s)```sh\n(.*?)```/).map { String($0.1) }
    let commands = blocks.joined().split(separator: "\n")
    #expect(commands.count == 14 && blocks.count == 6)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-eu", "-c", blocks.joined()]
    process.currentDirectoryURL = made.folder.url
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PATH": "\(Program.binary.deletingLastPathComponent().path):/usr/bin:/bin",
      "WAYMARK_TODAY": "2026-03-01",
      "WAYMARK_FRAMEWORKS": Repository.root.appendingPathComponent("Frameworks").path,
    ]) { $1 }
    let output = made.folder.url.appendingPathComponent("output.txt")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let printed = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(printed)")
    #expect(
      printed.contains("What 5 partnerships' judgements add up to") && printed.contains("The whole east"))
  }
}

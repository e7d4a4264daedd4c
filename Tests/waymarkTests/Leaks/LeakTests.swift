import Foundation
import Testing

/// Every byte that leaves, searched for what must not (DISCLOSURE section 5; DESIGN section 6).
@Suite struct LeakTests {
  /// Something that makes bytes that others may see; a new one is a line in ``leaving``.
  struct Producer {
    let name: String
    let bytes: (SecretPartnership) throws -> [(name: String, bytes: Data)]

    init(_ name: String, _ bytes: @escaping (SecretPartnership) throws -> Data) {
      self.init(several: name) { [(name, try bytes($0))] }
    }

    init(several name: String, _ bytes: @escaping (SecretPartnership) throws -> [(name: String, bytes: Data)])
    {
      (self.name, self.bytes) = (name, bytes)
    }
  }

  /// In this order: later ones find what earlier ones left.
  static var leaving: [Producer] {
    [
      Producer("an empty registry's answer") {
        try $0.refused(["compare", "--framework", "emtss"] + $0.region)
      },
      Producer("the bytes of a preview") {
        try $0.done(["profile", "preview", "--format", "json"] + $0.release("emtss"))
      },
      Producer("the bytes of a preview of sections") {
        try $0.done(["profile", "preview", "--format", "json"] + $0.release("spp"))
      },
      Producer("signing a sheet") { try $0.done(sheet($0, "emtss")) },
      Producer("signing a sheet of sections") { try $0.done(sheet($0, "spp")) },
      Producer("a signed sheet") { try $0.file("emtss.json") },
      Producer("a signed sheet of sections") { try $0.file("spp.json") },
      Producer("a policy that is not the release's") {
        try $0.refused(["profile", "preview", "--policy", "coarse-mean"] + $0.release("emtss"))
      },
      Producer("another kind of review") {
        try $0.refused(["profile", "preview", "--kind", "peer"] + $0.release("emtss"))
      },
      Producer("another key") {
        try $0.refused(
          [
            "profile", "sheet", "--key", $0.path("operator"), "--origin", SecretPartnership.origin, "-o",
            $0.path("no"),
          ]
            + $0.release("emtss"))
      },
      Producer("too few schools") { partnership in
        try partnership.workspace(partnership.path("few"), members: 7)
        return try partnership.refused([
          "profile", "preview", "--framework", "emtss", "--period", "2025-26", "--workspace",
          partnership.path("few"),
        ])
      },
      Producer("too few schools for sections") {
        try $0.refused([
          "profile", "preview", "--framework", "spp", "--period", "2025-26", "--workspace", $0.path("few"),
        ])
      },
      Producer("a consent withdrawn before signing") { partnership in
        let early = ["--framework", "emtss", "--period", "2024-25"] + partnership.ours
        try partnership.done(["profile", "preview"] + early)
        try partnership.done(["workspace", "consent", "withdraw", "vexmoor-site-01"] + partnership.ours)
        return try partnership.refused(["profile", "preview"] + early)
          + partnership.refused(
            [
              "profile", "sheet", "--key", partnership.path(SecretPartnership.slug), "--origin",
              SecretPartnership.origin,
              "-o", partnership.path("no"),
            ] + early)
      },
      Producer("a consent that ran out") { partnership in
        let early = ["--framework", "spp", "--period", "2024-25"] + partnership.ours
        try partnership.done(["profile", "preview"] + early)
        let signing = [
          "profile", "sheet", "--key", partnership.path(SecretPartnership.slug), "--origin",
          SecretPartnership.origin, "-o", partnership.path("no"),
        ]
        return try partnership.refused(signing + early, today: "2027-09-15")
      },
      Producer("a sheet that was changed") { partnership in
        var bytes = try partnership.file("emtss.json")
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: partnership.path("changed.json")))
        return try partnership.refused(
          ["registry", "publish", partnership.path("changed.json")] + partnership.region)
      },
      Producer("a sheet of a stranger") { partnership in
        try partnership.done(["key", "new", "stranger", "-o", partnership.path("stranger")])
        return try partnership.refused(
          [
            "registry", "publish", "Frameworks/spp/2.0.0/framework.yaml", "--key",
            partnership.path("stranger"),
          ]
            + partnership.region)
      },
      Producer("publishing") { try $0.done(["registry", "publish", $0.path("emtss.json")] + $0.region) },
      Producer("publishing sections") {
        try $0.done(["registry", "publish", $0.path("spp.json")] + $0.region)
      },
      Producer("publishing again") { try $0.done(["registry", "publish", $0.path("spp.json")] + $0.region) },
      Producer("opening a pool") { try $0.openPool() },
      Producer("a pool's file") { try $0.file("east.pool") },
      Producer("contributing to a pool") {
        try $0.done(
          [
            "pool", "contribute", "--pool", $0.path("east.pool"), "--key", $0.path(SecretPartnership.slug),
            "-o",
            $0.path("ours.contribution"),
          ] + $0.ours)
      },
      Producer("a contribution to a pool") { try $0.file("ours.contribution") },
      Producer("taking a contribution") {
        try $0.done(
          ["pool", "aggregate", $0.path("east.pool"), "--take", $0.path("ours.contribution")] + $0.region)
      },
      Producer("closing a pool") {
        try $0.done(["pool", "aggregate", $0.path("east.pool"), "--close", "--leave-out"] + $0.region)
      },
      Producer(several: "comparisons") { partnership in
        var answers: [(String, Data)] = []
        for framework in SecretPartnership.frameworks {
          for places in ["region", "partnership"] {
            for format in ["text", "json", "csv", "html"] {
              let arguments = ["compare", "--framework", framework, "--by", places, "--format", format]
              answers.append(
                ("\(framework) by \(places), \(format)", try partnership.done(arguments + partnership.region))
              )
            }
          }
        }
        return answers
      },
      Producer("the registry's list") { try $0.done(["registry", "list"] + $0.region) },
      Producer(several: "the registry's publications") { partnership in
        try (0..<4).map {
          (
            "publication \($0)",
            try partnership.done(["registry", "show", "\($0)"] + partnership.region)
              + partnership.done(["registry", "show", "\($0)", "--file"] + partnership.region)
          )
        }
      },
      Producer("verifying") { try $0.done(["registry", "verify"] + $0.region) },
      Producer("a backup") { partnership in
        try partnership.done(["registry", "backup", partnership.path("backup")] + partnership.region)
        return try partnership.file("backup")
      },
      Producer(several: "the registry's folder") { try $0.files(below: "registry") },
      Producer(several: "the registry's log while it is open") { try openLog(of: $0) },
      Producer(several: "what is left in the folder for temporary files") { try $0.files(below: "scratch") },
      Producer("the mark of the ledger") { try $0.file("ours.ledger") },
    ]
  }

  /// What a partnership makes for itself: it holds secrets, and says so.
  static var kept: [(name: String, arguments: (SecretPartnership) -> [String])] {
    [
      ("report", { ["workspace", "report"] + $0.release("emtss") }),
      ("report, page", { ["workspace", "report", "--format", "html"] + $0.release("emtss") }),
      ("local", { ["profile", "local"] + $0.release("emtss") + $0.region }),
      ("local, JSON", { ["profile", "local", "--format", "json"] + $0.release("spp") + $0.region }),
      ("local, CSV", { ["profile", "local", "--format", "csv"] + $0.release("emtss") + $0.region }),
      ("local, page", { ["profile", "local", "--format", "html"] + $0.release("spp") + $0.region }),
      ("preview", { ["profile", "preview"] + $0.release("emtss") }),
      ("preview, page", { ["profile", "preview", "--format", "html"] + $0.release("emtss") }),
      ("preview, explained", { ["profile", "preview", "--format", "explained"] + $0.release("emtss") }),
      ("audit", { ["profile", "audit"] + $0.release("emtss") }),
      ("audit, JSON", { ["profile", "audit", "--format", "json"] + $0.release("emtss") }),
      ("audit, page", { ["profile", "audit", "--format", "html"] + $0.release("emtss") }),
    ]
  }

  @Test func nothingThatLeavesHoldsASecret() throws {
    let partnership = try SecretPartnership()
    var searched = 0
    for producer in Self.leaving {
      for (name, bytes) in try producer.bytes(partnership) {
        searched += 1
        let found = partnership.secrets.found(in: bytes)
        #expect(found.isEmpty, "\(producer.name): \(name) holds \(found.sorted().joined(separator: ", "))")
      }
    }
    #expect(searched > 40)
    var held: Set<String> = []
    for (name, arguments) in Self.kept {
      let said = try partnership.done(arguments(partnership))
      let text = String(decoding: said, as: UTF8.self).lowercased()
      #expect(text.contains("not for publication"), "\(name) does not say that it is private")
      held.formUnion(partnership.secrets.found(in: said))
    }
    // The search finds what is there: schools' names, and exact counts as tables and lists write them.
    #expect(held.contains("a school's name") && held.contains { $0.hasPrefix("the counts of") }, "\(held)")
    let own = try partnership.file("ours")
    for what in ["evidence", "an action", "a challenge", "a note", "a name of a team", "a file's name"] {
      #expect(partnership.secrets.found(in: own).contains(what), "the partnership has no \(what) to look for")
    }
  }

  private static func sheet(_ partnership: SecretPartnership, _ framework: String) -> [String] {
    [
      "profile", "sheet", "--key", partnership.path(SecretPartnership.slug), "--origin",
      SecretPartnership.origin, "-o",
      partnership.path("\(framework).json"),
    ] + partnership.release(framework)
  }

  /// The write-ahead log, which is there only while somebody reads: its bytes outlive what was deleted.
  private static func openLog(of partnership: SecretPartnership) throws -> [(name: String, bytes: Data)] {
    guard PythonTools.isThere else { return [] }
    let database = partnership.path("registry/registry.sqlite")
    let script = """
      import sqlite3, subprocess, sys
      reader = sqlite3.connect(sys.argv[1])
      reader.execute("BEGIN"); reader.execute("SELECT count(*) FROM sqlite_master").fetchall()
      subprocess.run(sys.argv[3:], check=False, capture_output=True)
      open(sys.argv[2], "wb").write(open(sys.argv[1] + "-wal", "rb").read())
      """
    let copy = partnership.path("log")
    let admit = ["registry", "admit", "late", try publicKey(partnership)] + partnership.region
    let outcome = try PythonTools.run(["-c", script, database, copy, Program.binary.path] + admit)
    #expect(outcome.status == 0, "\(outcome.output)")
    let bytes = try partnership.file("log")
    #expect(!bytes.isEmpty)
    return [("log", bytes)]
  }

  private static func publicKey(_ partnership: SecretPartnership) throws -> String {
    try partnership.done(["key", "new", "late", "-o", partnership.path("late")])
    return try String(contentsOfFile: partnership.path("late") + ".pub", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
  }
}

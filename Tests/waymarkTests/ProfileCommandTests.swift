import Foundation
import Sealing
import TestSupport
import Testing

/// What `waymark profile audit|preview|local` say where something is amiss, and what they say of who and what is left
/// out, through the real binary.
@Suite struct ProfileCommandTests {
  static let occasion = ["--framework", "emtss", "--period", "2025-26"]

  /// One partnership of 13 schools, one of which does not consent; nothing is fixed yet.
  static func workspace(_ folder: TemporaryFolder, schools: Int = 13) throws -> String {
    let (sample, path) = (folder.path("sample"), folder.path("ours.waymark"))
    try MadeUpRegion.run([
      "sample", sample, "--seed", "7", "--partnerships", "1", "--schools", "\(schools)", "--framework",
      "emtss",
    ])
    let home = sample + "/made-up-01"
    try MadeUpRegion.run([
      "workspace", "init", "--workspace", path, "--partnership", "made-up-01", "--name", "Ours", "--region",
      "E12000001",
    ])
    try MadeUpRegion.run(["workspace", "add", home + "/members.csv", home + "/reviews", "--workspace", path])
    try MadeUpRegion.run(["workspace", "consent", "give", "--all", "--workspace", path])
    return path
  }

  static func profile(_ command: String, _ workspace: String, _ more: [String] = []) throws -> Program.Outcome
  {
    try Program.run(["profile", command, "--workspace", workspace] + occasion + more)
  }

  @Test func `too few schools, and nothing fixed`() throws {
    let folder = try TemporaryFolder()
    let few = try Self.workspace(folder, schools: 6)
    let preview = try Self.profile("preview", few)
    #expect(preview.status == 77 && preview.errors.contains("rule “gate”"))
    let audit = try Self.profile("audit", few)
    #expect(audit.status == 77 && audit.errors.contains("There is no release to audit yet."))
    let supposed = try Self.profile("audit", few, ["--policy", "default"])
    #expect(
      supposed.status == 0
        && supposed.output.contains("Nothing would be published, so nothing could be learnt."))
    let unknown = try Self.profile("audit", few, ["--policy", "nosuch"])
    #expect(unknown.status == 66 && unknown.errors.contains("There is no policy “nosuch”."))
    let local = try Self.profile("local", few)
    #expect(local.status == 0 && local.output.hasPrefix("Not for publication."))
    for command in ["audit", "preview", "local"] {
      let outcome = try Self.profile(command, folder.url.path)
      #expect(outcome.status == 66 && outcome.errors.contains("is a folder; a workspace is a file"))
    }
  }

  @Test func `who is left out, and what others hold`() throws {
    let folder = try TemporaryFolder()
    let path = try Self.workspace(folder)
    try MadeUpRegion.run(["workspace", "consent", "withdraw", "made-up-01-03", "--workspace", path])
    for format in ["text", "html", "explained"] {
      let preview = try Self.profile("preview", path, ["--format", format])
      let text = preview.output.replacing(/\s+/, with: " ")
      #expect(preview.status == 0 && text.contains("1 school had no consent to this release"), "\(format)")
      #expect(text.contains("rule “consent”") && text.contains("(made-up-01-03)"), "\(format)")
    }
    let bytes = try Self.profile("preview", path, ["--format", "json"])
    #expect(!bytes.output.contains("consent") && !bytes.output.contains("made-up-01-03"))

    let (key, signed) = (folder.path("k.key"), folder.path("signed.json"))
    try MadeUpRegion.run(["key", "new", "k", "-o", key])
    try MadeUpRegion.run(
      ["profile", "sheet", "--workspace", path] + Self.occasion
        + ["--key", key, "--origin", MadeUpRegion.origin, "-o", signed])
    // One more in a sum, and nothing else.
    let json = try JSONValue(parsing: Array(Data(contentsOf: URL(fileURLWithPath: signed))))
    let inside = try #require(json["payload"]?.asString)
    let payload = try #require(Data(base64Encoded: inside))
    let changed = String(decoding: payload, as: UTF8.self).replacing(
      "\"sum\":", with: "\"sum\":1", maxReplacements: 1)
    let text = try String(contentsOfFile: signed, encoding: .utf8)
      .replacing(payload.base64EncodedString(), with: Data(changed.utf8).base64EncodedString())
    let against = [
      (
        try folder.write(text, "changed.json"), 65,
        "changed.json: This sheet was changed after it was signed."
      ),
      (try folder.write(String(text.prefix(200)), "cut.json"), 65, "cut.json: This is no publication"),
      (folder.path("none.json"), 66, "There is no file"),
    ]
    for (file, status, words) in against {
      let outcome = try Self.profile("audit", path, ["--against", file])
      #expect(Int(outcome.status) == status && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  /// Counts that are hardly protected: the whole way from a policy to the page must see it.
  @Test func `almost exact counts are reported as given away`() throws {
    let folder = try TemporaryFolder()
    let policies = Repository.root.appending(path: "Registry/policies/rounded.yaml").path
    let loose = try folder.write(
      String(contentsOfFile: policies, encoding: .utf8)
        .replacing("below: 8, nearest: 5", with: "below: 2, nearest: 1"), "loose.yaml")
    let outcome = try Self.profile(
      "audit", Self.workspace(folder), ["--policy", loose, "--format", "json"])
    let json = try JSONValue(parsing: Array(outcome.output.utf8))
    let findings = json["findings"]?.asArray ?? []
    let full = findings.first { $0["attacker"]?.asString == "all-but-one" }
    #expect(try #require(full?["actual"]?["certain"]?.asDouble) > 0.7)
    let cells = (json["hidden"]?.asArray ?? []).flatMap { $0["bounds"]?.asArray ?? [] }
    #expect(!cells.isEmpty)
    for cell in cells {
      let (fewest, most) = (cell["fewest"]?.asInt ?? -1, cell["most"]?.asInt ?? -1)
      if let shown = cell["shown"]?.asInt { #expect(fewest == shown && most == shown) }
      #expect(fewest >= 0 && most >= fewest)
    }
    // No noise, so no word of it.
    #expect(!(json["notices"]?.asArray ?? []).contains { $0.asString?.contains("on purpose") == true })
  }
}

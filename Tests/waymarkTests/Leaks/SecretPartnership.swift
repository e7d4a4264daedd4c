import Foundation
import Testing

/// A made-up partnership whose every name, text and count is odd, taken through the real binary.
final class SecretPartnership {
  let folder: TemporaryFolder
  private(set) var secrets = Secrets()
  /// Where programs may put what they need for a while.
  let scratch: String
  static let origin = "registry.example/leaks"
  static let slug = "hollowbrook"
  static let frameworks = ["emtss", "spp"]

  /// - Parameter schools: as many as the sample makes; some of them with fewer judgements.
  init(schools: Int = 26) throws {
    folder = try TemporaryFolder()
    scratch = folder.path("scratch")
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    try done([
      "sample", path("sample"), "--seed", "11", "--partnerships", "1", "--schools", "\(schools)", "--years",
      "2", "--framework", "emtss", "--framework", "spp",
    ])
    try rename(path("sample"))
    try workspace(path("ours"))
    try registry()
    secrets.add("the partnership's name", "Quillfeather Alliance")
    secrets.add("a school's name", "Vexmoor")
    secrets.add("a school's id", "vexmoor-site")
    secrets.add("a name of a team", "Xanthippe")
    secrets.add("evidence", "Bramblewick")
    secrets.add("an action", "Ocelot tarmac")
    secrets.add("a challenge", "Gannet marzipan")
    secrets.add("a note", "Teasel umbrage")
    secrets.add("a file's name", "zugzwang")
    try addCounts()
  }

  func path(_ name: String) -> String { folder.path(name) }
  var ours: [String] { ["--workspace", path("ours")] }
  var region: [String] { ["--registry", path("registry")] }
  func release(_ framework: String) -> [String] {
    ["--framework", framework, "--period", "2025-26"] + ours
  }

  func run(_ arguments: [String], today: String = "2026-03-01") throws -> Program.Outcome {
    try Program.run(arguments, by: ["/usr/bin/env", "TMPDIR=\(scratch)"], today: today)
  }

  /// What a command says on both outputs, however it ends.
  func said(_ arguments: [String]) throws -> Data {
    let outcome = try run(arguments)
    return Data((outcome.output + "\n" + outcome.errors).utf8)
  }

  /// What a refused command says: it has to be refused.
  func refused(_ arguments: [String], today: String = "2026-03-01") throws -> Data {
    let outcome = try run(arguments, today: today)
    #expect(
      outcome.status != 0 && !outcome.errors.isEmpty, "\(arguments.joined(separator: " ")) was not refused")
    return Data((outcome.output + "\n" + outcome.errors).utf8)
  }

  /// A command that has to work, with what it says.
  @discardableResult func done(_ arguments: [String]) throws -> Data {
    let outcome = try run(arguments)
    guard outcome.status == 0 else {
      throw Shared.SetUpFailed("\(arguments.joined(separator: " ")): \(outcome.status)\n\(outcome.errors)")
    }
    return Data((outcome.output + "\n" + outcome.errors).utf8)
  }

  func file(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

  /// Every file below a folder.
  func files(below name: String) throws -> [(name: String, bytes: Data)] {
    let names = FileManager.default.enumerator(atPath: path(name))?.compactMap { $0 as? String } ?? []
    return try names.sorted().compactMap { name in
      (name, URL(fileURLWithPath: path(name)))
    }.compactMap { inner, _ in
      let url = URL(fileURLWithPath: path(name)).appendingPathComponent(inner)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      return isFolder.boolValue ? nil : ("\(name)/\(inner)", try Data(contentsOf: url))
    }
  }

  // MARK: - How it is made

  /// Gives everything in the sample odd names and texts.
  private func rename(_ root: String) throws {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
      let url = URL(fileURLWithPath: root).appendingPathComponent(name)
      var text = try String(contentsOf: url, encoding: .utf8)
      for (old, new) in [
        ("made-up-01-", "vexmoor-site-"), ("made-up-01", Self.slug),
        ("Made-up School 01-", "Vexmoor School "),
        ("Made-up Head of ", "Xanthippe Head of "), ("Made-up evidence:", "Bramblewick evidence:"),
        ("Made-up action:", "Ocelot tarmac action:"), ("Made-up challenge:", "Gannet marzipan challenge:"),
        ("note: \"Made up", "note: \"Teasel umbrage, made up"),
      ] {
        text = text.replacing(old, with: new)
      }
      let renamed = url.deletingLastPathComponent().appendingPathComponent(
        url.lastPathComponent.replacing("made-up-01-", with: "zugzwang-"))
      try Data(text.utf8).write(to: renamed)
      if renamed != url { try FileManager.default.removeItem(at: url) }
    }
  }

  func workspace(_ file: String, members: Int? = nil) throws {
    let home = path("sample/made-up-01")
    try done([
      "workspace", "init", "--workspace", file, "--partnership", Self.slug, "--name", "Quillfeather Alliance",
      "--region", "E12000004",
    ])
    try done(["workspace", "add", home + "/members.csv", home + "/reviews", "--workspace", file])
    let given =
      try members.map { count in
        try String(contentsOfFile: home + "/members.csv", encoding: .utf8).split(separator: "\n").dropFirst()
          .prefix(count).compactMap { $0.split(separator: ",").first.map(String.init) }
      } ?? ["--all"]
    try done(["workspace", "consent", "give"] + given + ["--until", "2027-08-31", "--workspace", file])
  }

  private func registry() throws {
    try done(["registry", "init", "--origin", Self.origin] + region)
    for name in ["operator", Self.slug] {
      try done(["key", "new", name, "-o", path(name)])
      let text = try String(contentsOfFile: path(name) + ".pub", encoding: .utf8)
      try done(["registry", "admit", name, text.trimmingCharacters(in: .newlines)] + region)
    }
    for framework in ["emtss/1.0.0", "spp/2.0.0"] {
      try done(
        ["registry", "publish", "Frameworks/\(framework)/framework.yaml", "--key", path("operator")] + region)
    }
  }

  /// A second registry, a pool that both have signed as `east.pool`, and consent to it; with what all of it says.
  func openPool() throws -> Data {
    let second = ["--registry", path("second")]
    var said = try done(["registry", "init", "--origin", Self.origin + "-2"] + second)
    let key = try String(contentsOfFile: path("operator") + ".pub", encoding: .utf8)
    for arguments in [
      ["registry", "admit", "operator", key.trimmingCharacters(in: .newlines)] + second,
      ["registry", "publish", "Frameworks/emtss/1.0.0/framework.yaml", "--key", path("operator")] + second,
      ["pool", "card", "-o", path("first.card")] + region,
      ["pool", "card", "-o", path("second.card")] + second,
      [
        "pool", "open", "--beside", path("second.card"), "--framework", "emtss", "--region", "E12000004",
        "--period", "2025-26", "--until", "2026-07-31", "-o", path("proposed.pool"),
      ] + region,
      [
        "pool", "open", "--accept", path("proposed.pool"), "--beside", path("first.card"), "-o",
        path("east.pool"),
      ] + second,
    ] { said += try done(arguments) }
    // What the workspace says at home names its schools.
    try done(["workspace", "consent", "give", "--all", "--for", "pool", "--until", "2027-08-31"] + ours)
    return said
  }

  /// The exact counts, as the partnership itself sees them.
  private func addCounts() throws {
    for framework in Self.frameworks {
      let outcome = try run(["profile", "local", "--format", "json"] + release(framework))
      let figures = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      for figure in figures?["figures"] as? [[String: Any]] ?? [] {
        let counts = (figure["counts"] as? [[String: Any]] ?? []).compactMap { $0["count"] as? Int }
        // Counts that others could have by chance prove nothing.
        guard counts.count > 3, counts.count(where: { $0 > 0 }) > 2, counts.reduce(0, +) > 9 else { continue }
        secrets.add("the counts of \(figure["id"] ?? "")", counts: counts)
      }
    }
  }
}

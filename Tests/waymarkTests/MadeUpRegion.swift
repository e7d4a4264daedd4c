import Foundation
import Testing

/// A sample taken all the way through the real binary: workspaces, sheets, a registry that holds them.
struct MadeUpRegion {
  let registry: String
  let partnerships: [String]
  private let folder: TemporaryFolder
  private let sample: String

  static let origin = "registry.example/made-up"

  init(in folder: TemporaryFolder, partnerships count: Int = 4, schools: Int = 13) throws {
    self.folder = folder
    sample = folder.path("sample")
    registry = folder.path("region.registry")
    try Self.run([
      "sample", sample, "--seed", "7", "--partnerships", "\(count)", "--schools", "\(schools)", "--years",
      "2",
      "--framework", "emtss", "--framework", "spp",
    ])
    partnerships = (1...count).map { String(format: "made-up-%02d", $0) }
    try Self.run(["registry", "init", "--registry", registry, "--origin", Self.origin])
    try admit("waymark-made-up")
    for framework in ["emtss/1.0.0", "spp/2.0.0"] {
      try Self.run([
        "registry", "publish", "Frameworks/\(framework)/framework.yaml", "--key", key("waymark-made-up"),
        "--registry",
        registry,
      ])
    }
    for partnership in partnerships { try publish(partnership) }
  }

  var workspace: String { workspace(of: partnerships[0]) }

  func workspace(of partnership: String) -> String { folder.path("\(partnership).waymark") }

  func key(_ name: String) -> String { folder.path("\(name).key") }

  func sheet(_ partnership: String, _ framework: String) -> String {
    folder.path("\(partnership)-\(framework).json")
  }

  /// One school's self-review of the last year and of the year before.
  func reviews(of framework: String) throws -> (now: String, before: String) {
    let home = "\(sample)/\(partnerships[0])/reviews/\(framework)"
    let both = try Set(FileManager.default.contentsOfDirectory(atPath: "\(home)/2025-26"))
      .intersection(FileManager.default.contentsOfDirectory(atPath: "\(home)/2024-25")).sorted()
    let file = try #require(both.first)
    return ("\(home)/2025-26/\(file)", "\(home)/2024-25/\(file)")
  }

  func admit(_ name: String) throws {
    try Self.run(["key", "new", name, "-o", key(name)])
    let text = try String(contentsOfFile: key(name) + ".pub", encoding: .utf8)
    try Self.run(["registry", "admit", name, text.trimmingCharacters(in: .newlines), "--registry", registry])
  }

  private func publish(_ partnership: String) throws {
    let home = "\(sample)/\(partnership)"
    let workspace = workspace(of: partnership)
    try Self.run([
      "workspace", "init", "--workspace", workspace, "--partnership", partnership, "--name",
      "Made-up \(partnership)",
      "--region", "E1200000\(1 + partnerships.firstIndex(of: partnership)! % 9)",
    ])
    try Self.run(["workspace", "add", "\(home)/members.csv", "\(home)/reviews", "--workspace", workspace])
    try Self.run(["workspace", "consent", "give", "--all", "--until", "2027-08-31", "--workspace", workspace])
    try admit(partnership)
    for framework in ["emtss", "spp"] {
      let release = ["--workspace", workspace, "--framework", framework, "--period", "2025-26"]
      if try Program.run(["profile", "preview"] + release).status == 77 { continue }
      try Self.run(
        ["profile", "sheet"] + release
          + ["--key", key(partnership), "--origin", Self.origin, "-o", sheet(partnership, framework)])
      try Self.run(["registry", "publish", sheet(partnership, framework), "--registry", registry])
    }
  }

  static func run(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    guard outcome.status == 0 else {
      throw Shared.SetUpFailed("\(arguments.joined(separator: " ")): \(outcome.status)\n\(outcome.errors)")
    }
  }
}

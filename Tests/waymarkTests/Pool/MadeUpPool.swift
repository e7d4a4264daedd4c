import Foundation
import TestSupport
import Testing

/// Two registries in two folders, a pool that both have signed, and made-up partnerships' contributions to it, all made by
/// the real binary.
struct MadeUpPool {
  let folder: TemporaryFolder
  let contributions: [String]
  let partnerships: [String]
  let schools: Int

  static let region = "E12000004"

  var pool: String { folder.path("east.pool") }

  func registry(_ name: String) -> String { folder.path("\(name).registry") }
  func outbox(_ name: String) -> String { registry(name) + "/outbox" }
  func workspace(_ partnership: String) -> String { folder.path("\(partnership).waymark") }
  func key(_ name: String) -> String { folder.path("\(name).key") }

  /// - Parameter beforeTheGuide: stop where the guide on pools starts: registries and workspaces are there, no pool yet.
  init(
    in folder: TemporaryFolder, partnerships count: Int = 5, schools: Int = 10, beforeTheGuide: Bool = false
  ) throws {
    (self.folder, self.schools) = (folder, schools)
    partnerships = (1...count).map { String(format: "made-up-%02d", $0) }
    contributions = partnerships.map { folder.path("\($0).contribution") }
    try MadeUpRegion.run([
      "sample", folder.path("sample"), "--seed", "11", "--partnerships", "\(count)", "--schools",
      "\(schools)",
      "--years", "1", "--framework", "emtss",
    ])
    for name in ["waymark-made-up"] + partnerships {
      try MadeUpRegion.run(["key", "new", name, "-o", key(name)])
    }
    for name in ["a", "b"] { try setUp(name) }
    for partnership in partnerships { try fill(partnership) }
    if beforeTheGuide { return }
    for name in ["a", "b"] {
      try MadeUpRegion.run(["pool", "card", "--registry", registry(name), "-o", folder.path("\(name).card")])
    }
    try MadeUpRegion.run(
      ["pool", "open", "--beside", folder.path("b.card"), "--framework", "emtss", "--region", Self.region]
        + ["--period", "2025-26", "--until", "2026-07-31", "--registry", registry("a"), "-o", pool])
    try MadeUpRegion.run(
      ["pool", "open", "--accept", pool, "--beside", folder.path("a.card"), "--registry", registry("b")]
        + ["-o", pool])
    for (partnership, file) in zip(partnerships, contributions) {
      try MadeUpRegion.run(
        ["pool", "contribute", "--workspace", workspace(partnership), "--pool", pool]
          + ["--key", key(partnership), "-o", file])
    }
  }

  private func setUp(_ name: String) throws {
    let registry = registry(name)
    try MadeUpRegion.run(["registry", "init", "--registry", registry, "--origin", "registry.example/\(name)"])
    for publisher in ["waymark-made-up"] + partnerships {
      let text = try String(contentsOfFile: key(publisher) + ".pub", encoding: .utf8)
      try MadeUpRegion.run(
        ["registry", "admit", publisher, text.trimmingCharacters(in: .newlines), "--registry", registry])
    }
    try MadeUpRegion.run(
      ["registry", "publish", "Frameworks/emtss/1.0.0/framework.yaml", "--key", key("waymark-made-up")]
        + ["--registry", registry])
  }

  private func fill(_ partnership: String) throws {
    let home = folder.path("sample/\(partnership)")
    let workspace = workspace(partnership)
    try MadeUpRegion.run(
      ["workspace", "init", "--workspace", workspace, "--partnership", partnership, "--name", "Made-up"]
        + ["--region", Self.region])
    try MadeUpRegion.run([
      "workspace", "add", "\(home)/members.csv", "\(home)/reviews", "--workspace", workspace,
    ])
    try MadeUpRegion.run(["workspace", "consent", "give", "--all", "--for", "pool", "--workspace", workspace])
  }

  /// The steps from contributions to a publication, in the order in which two operators take them.
  var steps: [[String]] {
    let aggregate = ["pool", "aggregate", pool]
    return [
      aggregate + ["--registry", registry("a"), "--take"] + contributions,
      aggregate + ["--registry", registry("b"), "--peer", outbox("a"), "--take"] + contributions,
      aggregate + ["--registry", registry("b"), "--peer", outbox("a"), "--close"],
      aggregate + ["--registry", registry("a"), "--peer", outbox("b"), "--close"],
      aggregate + ["--registry", registry("b"), "--peer", outbox("a")],
      ["pool", "publish", pool, "--registry", registry("a"), "--peer", outbox("b"), "-o", publication],
    ]
  }

  var publication: String { folder.path("east.publication") }

  /// Every message in both outboxes.
  func messages() throws -> [String: Data] {
    var messages: [String: Data] = [:]
    for name in ["a", "b"] {
      let files = FileManager.default.enumerator(atPath: outbox(name))
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".note") else { continue }
        messages["\(name)/\(file)"] = try Data(contentsOf: URL(fileURLWithPath: "\(outbox(name))/\(file)"))
      }
    }
    return messages
  }

  /// What both registries' shares say, without the shares themselves: which contributions, how many schools.
  func batches() throws -> [String] {
    try messages().filter { $0.key.contains("share-") }.sorted { $0.key < $1.key }.map { name, data in
      let line = String(decoding: data, as: UTF8.self).split(separator: "\n")[0]
      return String(line).replacing(/"share":\[[^\]]*\]/, with: "")
    }
  }

  /// Puts both registries back to where they were.
  func saveRegistries(as name: String) throws {
    for registry in ["a", "b"] {
      try FileManager.default.copyItem(
        atPath: self.registry(registry), toPath: folder.path("\(name)-\(registry)"))
    }
  }

  func restoreRegistries(from name: String) throws {
    for registry in ["a", "b"] {
      try FileManager.default.removeItem(atPath: self.registry(registry))
      try FileManager.default.copyItem(
        atPath: folder.path("\(name)-\(registry)"), toPath: self.registry(registry))
    }
    try? FileManager.default.removeItem(atPath: publication)
  }
}

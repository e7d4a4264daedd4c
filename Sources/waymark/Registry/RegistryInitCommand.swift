import ArgumentParser
import Diagnostics
import Documents
import Registries
import RegistrySQLite

/// `waymark registry init`
struct RegistryInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set a registry up in a new folder.")

  @Option(
    help: ArgumentHelp(
      "What it calls itself in signatures and citations; it never changes.", valueName: "name"))
  var origin: String

  @Option(help: "What people call it; without it, the origin.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The policy that every sheet has to keep to; without it, the default that ships. Repeat it for further ones that "
        + "sheets may be made under, none of them weaker.", valueName: "policy"))
  var policy: [String] = []

  @Option(
    help: ArgumentHelp(
      "The regions that partnerships may belong to; without it, those of England.", valueName: "file"))
  var regions: String?

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let path = try registry.path()
    let settings = try RegistrySettings(
      RegistryIdentity(origin: origin, title: title ?? origin, created: Clock.now),
      least: try Shipped.policyFile(policy.first),
      others: try policy.dropFirst().map { try Shipped.policyFile($0) },
      regions: try Shipped.regionsFile(regions))
    _ = try SQLiteRegistryStore.create(path, settings)
    try Console.print(
      "Set up the registry \(origin) in \(path).\nNext: waymark registry admit NAME KEY --registry \(path)\n")
  }
}

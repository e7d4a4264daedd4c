import ArgumentParser
import Diagnostics
import Registries
import Sealing

/// `waymark registry admit NAME KEY`
struct RegistryAdmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Let a publisher's key publish, once you are sure whose it is.")

  @Argument(help: ArgumentHelp("The publisher: for sheets, the partnership's slug.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The public key, as `waymark key new` prints it.", valueName: "key"))
  var key: String

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let verifying: VerifyingKey
    do {
      verifying = try VerifyingKey(text: key.filter { !$0.isWhitespace })
    } catch {
      throw Failure(
        .usage, "That is no public key: \(error).",
        help: "Give the line of the .pub file that `waymark key new` wrote, never the secret key.")
    }
    let isNew = try registry.open().admit(name, verifying)
    try Console.print(
      isNew ? "\(name) may publish with \(verifying.text).\n" : "\(name) was admitted before.\n")
  }
}

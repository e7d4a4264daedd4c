import ArgumentParser
import Registries

/// `waymark registry show PUBLICATION`
struct RegistryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one publication: who signed what, and the exact content.")

  @Argument(help: ArgumentHelp("Its number, or the start of its hash.", valueName: "publication"))
  var publication: String

  @Flag(help: "Print the publication's file as it was taken up.")
  var file = false

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let shown = try registry.open().show(publication)
    if file, let publication = shown.publication {
      return try Console.print(
        String(decoding: try PublicationFile.encode(publication), as: UTF8.self) + "\n")
    }
    try Console.print(
      """
      Publication \(shown.listed.entry.index) of \(shown.log.size) at \(shown.log.origin)
      Publisher \(shown.publisher ?? "no longer admitted")
      Leaf hash \(shown.listed.entry.hash)

      \(shown.listed.leaf.text)
      """)
    if let publication = shown.publication {
      try Console.print("\n\(String(decoding: publication.payload, as: UTF8.self))\n")
    } else {
      try Console.print("\nThe content was erased.\n")
    }
  }
}

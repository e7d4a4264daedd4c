import ArgumentParser
import Documents

/// `waymark pool card -o FILE`
struct PoolCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "Write what another registry needs to run pools with this one.",
    discussion: """
      The card holds the registry's name and its public keys for pools, which the first card makes. Hand it over in a way \
      that leaves no doubt whose it is. The secret keys stay in the registry's pool-keys folder, which no backup holds: \
      keep a copy of that folder in a safe place.
      """)

  @OptionGroup var registry: PoolRegistryOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The card's file.", valueName: "file"))
  var output: String

  func run() throws {
    let (aggregator, _, _) = try registry.open(making: true)
    try FileWriting.write(aggregator.card(), to: output)
    let registry = try aggregator.registry()
    try Console.print("Wrote \(output), the card of \(registry.origin).\n\(registry.key.text)\n")
  }
}

import ArgumentParser

/// `waymark key …`
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make the key that a partnership signs with.",
    subcommands: [KeyNewCommand.self])
}

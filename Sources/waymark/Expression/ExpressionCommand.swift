import ArgumentParser

/// `waymark expression …`
struct ExpressionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expression", abstract: "Try the expressions that rules are made of.",
    subcommands: [ExpressionEvalCommand.self])
}

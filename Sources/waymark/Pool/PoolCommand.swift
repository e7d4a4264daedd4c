import ArgumentParser

/// `waymark pool …`
struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Add up a region's judgements between two registries, neither of which sees any partnership's.",
    subcommands: [
      PoolCardCommand.self, PoolOpenCommand.self, PoolContributeCommand.self, PoolAggregateCommand.self,
      PoolPublishCommand.self, PoolShowCommand.self, PoolAddCommand.self, PoolSchemaCommand.self,
    ])
}

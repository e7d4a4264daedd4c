import ArgumentParser
import Diagnostics
import Profiles
import Registries
import RegistrySQLite
import Reporting
import Sealing

/// `waymark pool show`
struct PoolShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an opened pool, or how the pools of a registry stand.",
    discussion: "With FILE everything is worked out again from both registries' signed shares.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("An opened pool's publication.", valueName: "file"))
  var file: String?

  @Option(help: "text or json (the exact bytes that were published).")
  var format = Format.text

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let file else { return try Console.deliver(try standing(), to: output.output) }
    let pool = try PoolFiles.pool(file)
    let text =
      switch format {
      case .text: PoolText.text(pool, regions: try Shipped.regions())
      case .json: String(decoding: try pool.payload(), as: UTF8.self)
      }
    try Console.deliver(text, to: output.output)
  }

  private func standing() throws -> String {
    let path = try registry.path()
    let store = try SQLiteRegistryStore.open(path)
    let held = try store.readPools { try $0.poolTasks() }
    if held.isEmpty { return "This registry runs no pool yet.\n" }
    let aggregator = PoolAggregator(store, keys: try PoolFolder(path).keys())
    return try held.map { held in
      let (task, isAccepted) = try PoolTask.read(held.file)
      guard isAccepted else { return "\(task.words): waits for \(task.registries[1].origin) to accept it.\n" }
      let running = try aggregator.pool(held.file)
      return PoolText.status(try aggregator.status(of: running), of: running)
    }.joined(separator: "\n")
  }
}

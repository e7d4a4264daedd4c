import ArgumentParser
import Registries
import RegistrySQLite

/// `waymark registry restore FILE`
struct RegistryRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a registry from a backup, in a new folder, and verify it.")

  @Argument(help: ArgumentHelp("A file that `waymark registry backup` wrote.", valueName: "file"))
  var file: String

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let path = try registry.path()
    let report = try SQLiteRegistryStore.restore(file, to: path)
    try report.requireSound()
    let log = report.log
    try Console.print("Restored \(log.origin) in \(path): \(log.size) publications, root \(log.root)\n")
  }
}

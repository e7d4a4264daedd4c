import ArgumentParser
import RegistrySQLite

/// `waymark registry backup FILE`
struct RegistryBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the registry into one file, while it is in use if need be.",
    discussion: """
      The copy holds the registry's pools too, with its own shares of those that are open: keep it away from the other \
      registry. It never holds the keys in pool-keys: copy that folder to a safe place of its own.
      """)

  @Argument(help: ArgumentHelp("The file to write; it must not exist.", valueName: "file"))
  var file: String

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let log = try SQLiteRegistryStore.open(try registry.path()).backup(to: file)
    try Console.print("Wrote \(file): \(log.size) publications of \(log.origin), root \(log.root)\n")
  }
}

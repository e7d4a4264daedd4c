import ArgumentParser
import Registries

/// `waymark registry verify`
struct RegistryVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read everything again: signatures, chains, content, the hash over the log, and the sums.")

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let report = try registry.open().verify()
    try report.requireSound()
    let log = report.log
    try Console.print("Nothing was altered: \(log.size) publications at \(log.origin), root \(log.root)\n")
  }
}

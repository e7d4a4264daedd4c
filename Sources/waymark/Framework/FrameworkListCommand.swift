import ArgumentParser
import Diagnostics

/// `waymark framework list`
struct FrameworkListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the frameworks that can be found.")

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let entries = frameworks.library.entries()
    if entries.isEmpty {
      throw Failure(
        .noInput, "No frameworks were found in: \(frameworks.library.folders.joined(separator: ", ")).",
        help: "Name a folder with --frameworks.")
    }
    for entry in entries { try Console.print("\(entry.id)@\(entry.version)  \(entry.path)\n") }
  }
}

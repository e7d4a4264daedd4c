import ArgumentParser

/// `waymark framework list`
struct FrameworkListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the frameworks that can be found.")

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    for entry in try frameworks.entries() {
      try Console.print("\(entry.id)@\(entry.version)  \(entry.path)\n")
    }
  }
}

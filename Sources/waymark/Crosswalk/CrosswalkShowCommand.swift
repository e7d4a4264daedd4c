import ArgumentParser
import Diagnostics
import Frameworks

/// `waymark crosswalk show FILE`
struct CrosswalkShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what corresponds to what in two frameworks, and what does not.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("A crosswalk.", valueName: "file"))
  var file: String

  @Option(help: "text or json.")
  var format = Format.text

  @Flag(help: "Read it the other way, from the framework that it leads to.")
  var inverted = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    if inverted, format == .json {
      throw Failure(
        .usage, "JSON holds the crosswalk as it was written.",
        help: "Leave --inverted out, or show it as text.")
    }
    var files = CrosswalkFiles(frameworks)
    let read = try files.read(file)
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    guard let crosswalk = read else {
      throw Failure(
        .badData,
        "The crosswalk cannot be shown: \(files.bag.errorCount) \(files.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Correct them; `waymark crosswalk check` says when all are gone.")
    }
    let text =
      switch format {
      case .text: CrosswalkText.text(inverted ? crosswalk.inverted : crosswalk)
      case .json: CrosswalkJSON.value(crosswalk).prettyText() + "\n"
      }
    try Console.deliver(text, to: output.output)
  }
}

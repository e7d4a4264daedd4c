import ArgumentParser
import Diagnostics
import Frameworks
import Reporting

/// `waymark framework diff A B`
struct FrameworkDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Say what differs between two frameworks, which step of the version it needs, and what stays comparable.",
    discussion: """
      Two versions of one framework, a variant and its base, or any two. Which criteria correspond is what their authors \
      say (changes, migrations); without that, the same path is the same criterion, and what looks alike is shown as a \
      guess. The exit code is 0 whether or not they differ.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @Argument(help: ArgumentHelp("The earlier one: id@version, id or a path.", valueName: "earlier"))
  var earlier: String

  @Argument(help: ArgumentHelp("The later one: id@version, id or a path.", valueName: "later"))
  var later: String

  @Option(help: "text, json or html.")
  var format = Format.text

  @Flag(help: "Print the step alone: major, minor, patch or none.")
  var step = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (from, to) = (try frameworks.rubric(earlier), try frameworks.rubric(later))
    var diff = FrameworkDiff(
      from: from.framework, to: to.framework, history: LibraryHistory(frameworks.library))
    (diff.from.digest, diff.to.digest) = (from.digest, to.digest)
    if step { return try Console.deliver("\(diff.step?.rawValue ?? "none")\n", to: output.output) }
    let text =
      switch format {
      case .text: FrameworkDiffText.text(diff)
      case .json: FrameworkDiffJSON.value(diff).prettyText() + "\n"
      case .html: try FrameworkDiffHTML.page(diff)
      }
    try Console.deliver(text, to: output.output)
  }
}

import ArgumentParser
import Diagnostics

/// `waymark form check FILE…`
struct FormCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake in filled forms, what is still open, and what rules say.",
    discussion:
      "Exit code 0 when there is no mistake, 1 when there are, 66 when a file or its framework is missing.")

  @Argument(help: ArgumentHelp("Filled forms.", valueName: "file"))
  var paths: [String]

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = FormFiles(frameworks)
    for path in paths {
      if let (filled, _, rubric) = try files.read(path) { files.askRules(of: filled, rubric) }
    }
    try Console.print(try format.print(files.bag, files.sources))
    if format == .text {
      let errors = files.bag.errorCount
      let forms = "\(paths.count) form\(paths.count == 1 ? "" : "s") checked"
      try Console.print(
        errors == 0 ? "\(forms): no mistakes.\n" : "\(forms): \(errors) mistake\(errors == 1 ? "" : "s").\n")
    }
    if files.bag.hasErrors { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

import ArgumentParser
import Diagnostics

/// `waymark review check FILE…`
struct ReviewCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in review files.",
    discussion:
      "Exit code 0 when there is none, 1 when there are, 66 when a file or its framework is missing.")

  @Argument(help: ArgumentHelp("Reviews in YAML or CSV, or folders of them.", valueName: "file"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Hold them against this framework instead of the one they name.", valueName: "framework"))
  var framework: String?

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = ReviewFiles(frameworks)
    let paths = try ReviewFiles.expand(paths)
    for path in paths {
      if let (review, rubric) = try files.read(path, against: framework) {
        files.askRules(of: review, rubric)
      }
    }
    try Console.print(try format.print(files.bag, files.sources))
    if format == .text {
      let errors = files.bag.errorCount
      let reviews = "\(paths.count) review\(paths.count == 1 ? "" : "s") checked"
      try Console.print(
        errors == 0
          ? "\(reviews): no mistakes.\n" : "\(reviews): \(errors) mistake\(errors == 1 ? "" : "s").\n")
    }
    if files.bag.hasErrors { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

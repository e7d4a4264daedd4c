import ArgumentParser
import Diagnostics

/// `waymark survey check MAPPING [FILE.csv]`
struct SurveyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake in a survey's mapping, and in answers held against it.",
    discussion:
      "Exit code 0 when there is none, 1 when there are, 66 when a file or the framework is missing.")

  @Argument(help: ArgumentHelp("The mapping.", valueName: "mapping"))
  var mapping: String

  @Argument(help: ArgumentHelp("The answers, as CSV.", valueName: "file"))
  var file: String?

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = SurveyFiles(frameworks)
    let read = try files.mapping(mapping)
    var outcome = "The mapping fits its framework"
    if let file, let table = try files.table(file), let read {
      let made = files.reviews(table, read.mapping, read.rubric)
      let count = made.count
      outcome += ", and the answers make \(count) \(count == 1 ? "review" : "reviews")"
    }
    try Console.print(try format.print(files.bag, files.sources))
    let errors = files.bag.errorCount
    if format == .text {
      try Console.print(errors == 0 ? "\(outcome).\n" : "\(errors) mistake\(errors == 1 ? "" : "s").\n")
    }
    if files.bag.hasErrors { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

import ArgumentParser
import Diagnostics

/// `waymark schedule check FILE`
struct ScheduleCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a schedule against the framework's windows, roles, rhythm and rules.",
    discussion:
      "Exit code 0 when there is no mistake, 1 when there are, 66 when the file or its framework is missing.")

  @Argument(help: ArgumentHelp("A schedule.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("The partnership's schools as CSV, to miss one without a review.", valueName: "file"))
  var members: String?

  @Option(help: ArgumentHelp("The same, from a workspace.", valueName: "file"))
  var workspace: String?

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = ScheduleFiles(frameworks)
    let known =
      members == nil && workspace == nil ? [] : try files.members(members, workspace: workspace).schools
    if let (schedule, rubric) = try files.read(file, members: known) { files.askRules(of: schedule, rubric) }
    try Console.print(try format.print(files.bag, files.sources))
    if format == .text {
      let (errors, all) = (files.bag.errorCount, files.bag.items.count)
      let advice = all - errors
      try Console.print(
        (errors == 0 ? "No mistakes" : "\(errors) mistake\(errors == 1 ? "" : "s")")
          + (advice > 0 ? ", \(advice) thing\(advice == 1 ? "" : "s") to look at" : "") + ".\n")
    }
    if files.bag.hasErrors { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

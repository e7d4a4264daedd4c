import ArgumentParser
import Diagnostics
import Extensions
import Frameworks
import Hooks
import Reporting
import Rubrics

/// `waymark framework export REF --as FORMAT`
struct FrameworkExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a framework in another form: a workbook, a page, another program's file.",
    discussion: "Waymark writes yaml, json and html; `waymark plugin list` shows what plugins write besides.")

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The format; without it, what the ending of -o says.", valueName: "format"))
  var format: String?

  @Option(help: "For a file to fill in: self or peer.")
  var kind = ReviewKind.own

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try hook.values()
    let rubric = try frameworks.rubric(reference, in: language.tag)
    let plugins = frameworks.plugins
    let provider = try plugins.provider(
      \.frameworkExport, try ExportFormat.chosen(format, output.output), from: hook.plugin)
    let request = FrameworkExportRequest(
      format: provider.key, framework: HookFramework(rubric), kind: kind, options: options)
    let answer = try provider.run(request)
    let written = try HookOutput.deliver(answer, through: provider.through, to: output.output)
    Console.tell(answer.lost, provider.through)
    for path in written { try Console.print("Wrote \(path).\n") }
  }
}

/// Which format a person wants.
enum ExportFormat {
  /// What was said, else the ending of the file's name.
  static func chosen(_ format: String?, _ output: String?) throws(Failure) -> String {
    if let format { return format }
    if let output, let dot = NewDocuments.name(output).lastIndex(of: ".") {
      let ending = NewDocuments.name(output)[dot...].dropFirst()
      if !ending.isEmpty { return ending.lowercased() }
    }
    throw Failure(.usage, "No format is named.", help: "Say which with --as, such as --as html.")
  }
}

extension HookFramework {
  init(_ rubric: Rubric) {
    self.init(rubric.framework, digest: rubric.digest) { FrameworkJSON.value(rubric) }
  }
}

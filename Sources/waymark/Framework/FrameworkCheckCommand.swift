import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark framework check PATH…`
struct FrameworkCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in framework files.",
    discussion: "Exit code 0 when there is none, 1 when there are, 66 when a file is missing.")

  @Argument(help: ArgumentHelp("Framework files, or folders that hold them.", valueName: "path"))
  var paths: [String]

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  func run() throws {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    var files = 0
    for path in paths {
      for file in try FrameworkLibrary.files(at: path) {
        files += 1
        try check(file, &sources, &bag)
      }
    }
    try Console.print(try format.print(bag, sources))
    let warnings = bag.items.count(where: { $0.severity == .warning })
    if format == .text { try Console.print(summary(files, errors: bag.errorCount, warnings: warnings)) }
    if bag.hasErrors || (strict && warnings > 0) { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }

  /// A file that cannot be read at all stops the command, one that is too large is a mistake like others.
  private func check(_ path: String, _ sources: inout SourceMap, _ bag: inout DiagnosticBag) throws(Failure) {
    let source: SourceFile
    do throws(Failure) {
      source = try FileReading.source(path)
    } catch {
      guard error.status == .badData else { throw error }
      bag.report(Diagnostic(TreeCodes.fileTooLarge, error.message, at: nil, path: path))
      return
    }
    let file = sources.add(source)
    _ = FrameworkReader.read(source, file, into: &bag)
  }

  private func summary(_ files: Int, errors: Int, warnings: Int) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    if errors + warnings == 0 { return "\(count(files, "framework")) checked: no mistakes.\n" }
    return "\(count(files, "framework")) checked: \(count(errors, "error")), \(count(warnings, "warning")).\n"
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Reviews

/// `waymark framework check PATH…`
struct FrameworkCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in framework files.",
    discussion: """
      Texts in other languages are checked together with the framework that they stand beside. Exit code 0 when there \
      is no mistake, 1 when there are, 66 when a file is missing.
      """)

  @Argument(help: ArgumentHelp("Framework files, or folders that hold them.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Ask this plugin's checks too (may be repeated).", valueName: "plugin"))
  var plugins: [String] = []

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  @Flag(help: "List every text that is not translated yet, instead of their number.")
  var all = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let session = frameworks.plugins
    var checked = Checked(checks: try plugins.flatMap { try PluginChecks.all(of: $0, in: session) })
    for path in paths {
      for file in try FrameworkLibrary.files(at: path) { try check(file, &checked) }
    }
    try Console.print(try format.print(checked.bag, checked.sources))
    if format == .text {
      try Console.print(checked.summary)
      for stamp in PluginStamp.union(checked.checks.compactMap(\.through)) {
        try Console.print("Asked too: \(stamp.words).\n")
      }
    }
    if checked.bag.hasErrors || (strict && checked.warnings > 0) {
      throw ExitCode(ExitStatus.mistakes.rawValue)
    }
  }

  /// What was read so far, and what is wrong with it.
  private struct Checked {
    let checks: [PluginChecks]
    var sources = SourceMap()
    var bag = DiagnosticBag()
    var files = 0
    var texts = 0

    var warnings: Int { bag.items.count(where: { $0.severity == .warning }) }

    var summary: String {
      func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
      let what = [
        files > 0 ? count(files, "framework") : nil,
        texts > 0 ? "\(count(texts, "file")) of texts in other languages" : nil,
      ]
      let checked = what.compactMap(\.self).joined(separator: " and ") + " checked"
      if bag.errorCount + warnings == 0 { return "\(checked): no mistakes.\n" }
      return "\(checked): \(count(bag.errorCount, "error")), \(count(warnings, "warning")).\n"
    }
  }

  /// A file that cannot be read at all stops the command, one that is too large is a mistake like others.
  private func check(_ path: String, _ checked: inout Checked) throws {
    let source: SourceFile
    do throws(Failure) {
      source = try FileReading.source(path)
    } catch {
      guard error.status == .badData else { throw error }
      checked.files += 1
      checked.bag.report(Diagnostic(TreeCodes.fileTooLarge, error.message, at: nil, path: path))
      return
    }
    if let place = TextsPlace(path), TextsReader.areTexts(source) {
      return try checkTexts(source, place, &checked)
    }
    checked.files += 1
    let (framework, bases) = read(source, &checked.sources, &checked.bag)
    guard let framework else { return }
    for check in checked.checks { try check.run(on: framework, into: &checked.bag) }
    try ReleaseRecord.check(framework, at: path, in: &checked.sources, into: &checked.bag)
    checked.texts += try TextsFinder(framework, at: path, bases: bases)
      .check(listsMissing: all, &checked.sources, into: &checked.bag)
  }

  /// A file of texts that was named itself.
  private func checkTexts(
    _ source: SourceFile, _ place: TextsPlace, _ checked: inout Checked
  ) throws(Failure) {
    checked.texts += 1
    var own = DiagnosticBag()
    let beside = try FileReading.source(place.framework)
    let (framework, bases) = read(beside, &checked.sources, &own)
    guard let framework else {
      throw Failure(
        .badData, "\(place.framework), whose texts these are, has mistakes itself.",
        help: "See them with: waymark framework check \(place.framework)")
    }
    let finder = TextsFinder(framework, at: place.framework, bases: bases)
    guard let target = finder.target else { return }
    _ = TextsReader.read(
      source, checked.sources.add(source), for: target, inherited: try finder.inherited(place.language),
      listsMissing: all, into: &checked.bag)
  }

  /// - Returns: the framework, and the files of what it extends.
  private func read(
    _ source: SourceFile, _ sources: inout SourceMap, _ bag: inout DiagnosticBag
  ) -> (ResolvedFramework?, [String]) {
    let file = sources.add(source)
    let own = sources.files.count
    let bases = frameworks.library.beside(source.path)
    let framework = FrameworkReader.read(file, in: &sources, bases: bases, into: &bag)
    return (framework, sources.files.dropFirst(own).map(\.path))
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Frameworks
import Hooks

/// `waymark framework import FILE --from FORMAT`
struct FrameworkImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a framework from another program's file, with a plugin.",
    discussion: """
      What comes back is checked like any framework. What does not carry over is listed. `waymark plugin list` shows \
      which formats there are.
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  @Option(name: .customLong("from"), help: ArgumentHelp("The format of the file.", valueName: "format"))
  var format: String

  @Flag(help: "Write the framework even if it has mistakes, so that they can be mended by hand.")
  var keep = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write it; without it Frameworks/<id>/<version>/framework.yaml here; - for the screen.",
      valueName: "file"))
  var output: String?

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let options = try hook.values()
    let bytes = try FileReading.bytes(file, limit: 64 << 20)
    let provider = try frameworks.plugins.provider(\.frameworkImport, format, from: hook.plugin)
    let answer = try provider.run(
      ImportRequest(format: format, file: HookFile(NewDocuments.name(file), bytes), options: options))
    for mistake in answer.mistakes { Console.note(mistake.line) }
    if answer.mistakes.contains(where: { $0.severity == .error }) {
      throw Failure(.badData, "\(file) cannot be made into a framework.", help: "Nothing was written.")
    }
    let imported = ImportedFramework(answer.framework.json, from: NewDocuments.name(file), provider.through)
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: imported.name, bytes: Array(imported.text.utf8))
    let framework = FrameworkReader.read(
      sources.add(source), in: &sources, bases: frameworks.library, into: &bag)
    if !bag.items.isEmpty { Console.note(TextPrinter.print(bag, sources)) }
    if framework == nil, !keep {
      throw Failure(
        .badData,
        "The framework that \(imported.maker) made has \(bag.errorCount) mistake\(bag.errorCount == 1 ? "" : "s").",
        help: "They are the plugin's, not yours: tell its authors. To mend the file by hand, add --keep.")
    }
    Console.tell(answer.lost, provider.through)
    if output == "-" { return try Console.print(imported.text) }
    let own = framework?.framework
    let path = try NewFiles.write(
      imported.text, to: output, orFor: own?.id.value ?? NewDocuments.stem(file).lowercased(),
      version: own?.version.value.description ?? "0.1.0")
    try Console.print("Wrote \(path). Look it over, then: waymark framework check \(path)\n")
  }
}

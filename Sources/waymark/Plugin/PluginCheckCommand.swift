import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Frameworks
import Profiles

/// `waymark plugin check PLUGIN…`
struct PluginCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake in plugins: their plugin.yaml, and the data of packs.",
    discussion:
      "No program is started. Exit code 0 when there is no mistake, 1 when there are, 66 when one is missing."
  )

  @Argument(help: ArgumentHelp("Plugins by id, or their folders.", valueName: "plugin"))
  var references: [String]

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    var lines: [String] = []
    let library = frameworks.pluginOptions.library
    for reference in references {
      let entry = try library.entry(reference)
      guard let plugin = try library.load(entry, &sources, into: &bag) else { continue }
      if let pack = plugin.manifest.pack {
        try PackChecks(pack, in: plugin.folder, library: frameworks.library).run(&sources, into: &bag)
      }
      lines.append("\(plugin.reference) \(plugin.digest)\n")
      if let missing = plugin.missingEnvironment { lines.append("  \(missing.message) \(missing.help)\n") }
    }
    try Console.print(try format.print(bag, sources))
    let warnings = bag.items.count(where: { $0.severity == .warning })
    if format == .text {
      let what = "\(references.count) plugin\(references.count == 1 ? "" : "s") checked"
      let found =
        bag.errorCount + warnings == 0
        ? "no mistakes"
        : "\(bag.errorCount) error\(bag.errorCount == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
      try Console.print(lines.joined() + "\(what): \(found).\n")
    }
    if bag.hasErrors || (strict && warnings > 0) { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

import ArgumentParser
import Diagnostics
import Extensions
import Hooks
import Registries
import Reporting
import Rubrics
import Sealing

/// `waymark plugin test PLUGIN`
struct PluginTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Try a plugin: handshake, every hook with good and bad requests, cancellation, a deadline, large input, its own cases.",
    discussion: """
      Its own cases are folders below tests/ with request.json and answer.json. Exit code 0 when everything passed, 1 \
      when something failed.
      """)

  @Argument(help: ArgumentHelp("The plugin's id, or its folder.", valueName: "plugin"))
  var reference: String

  @Flag(help: "Write down the answers of its own cases instead of comparing them.")
  var record = false

  @Flag(help: "Say how long each trial took.")
  var times = false

  @OptionGroup var options: PluginOptions

  func run() throws {
    let plugins = Plugins(options)
    let plugin = try plugins.load(reference)
    if let missing = plugin.missingEnvironment { throw missing }
    let sandbox = options.isUnsandboxed ? Sandbox.unsandboxed : try Sandbox.probe()
    if let warning = sandbox.warning { Console.note(warning) }
    var kit = try ConformanceKit(
      plugin, sandbox: sandbox, waymark: Waymark.version,
      writers: KitRequests.Writers(
        outline: { FrameworkJSON.value($0) }, score: { $0.json() },
        answer: { figures in
          let titles = (1...figures).map { "Figure \($0)" }
          let answer = MadeUpComparison.answer(titles: titles, years: 2023...2025)
          return (answer.json(), HookTable(answer))
        }))
    let report = try kit.run(recordsCases: record)
    try Console.print("\(plugin.reference) \(plugin.digest)\n\(report.text(showsTimes: times))")
    if report.failures > 0 { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Frameworks
import Hooks
import Registries
import Reporting

extension ComparisonRequest.Places: ExpressibleByArgument {}

/// `waymark compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Set regions or partnerships side by side, from what they published.")

  @Option(
    help: ArgumentHelp("The framework: id@version, or id for the newest with sheets.", valueName: "framework")
  )
  var framework: String

  @Option(
    help: ArgumentHelp(
      "A school year such as 2025-26; without it, the latest; all for a trend.", valueName: "period"))
  var period: String?

  @Option(help: "region or partnership.")
  var by = ComparisonRequest.Places.region

  @Option(help: "self or peer; without it, what the sheets hold.")
  var kind: ReviewKind?

  @Option(help: "text, json, csv, html, or a format that a plugin writes.")
  var format = "text"

  @OptionGroup var hook: HookOptions
  @OptionGroup var plugins: PluginOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try registry.open().compare(try request())
    let provider = try Plugins(plugins).provider(\.answerExport, format, from: hook.plugin)
    let files = try provider.run(
      AnswerRequest(
        format: format, value: answer, answer: { answer.json() }, table: { HookTable(answer) },
        options: try hook.values()))
    _ = try HookOutput.deliver(files, through: provider.through, to: output.output)
    Console.tell(files.lost, provider.through)
  }

  private func request() throws(Failure) -> ComparisonRequest {
    let periods: ComparisonRequest.Periods
    switch period {
    case nil: periods = .latest
    case "all": periods = .all
    case let text?:
      guard let period = Period(text) else {
        throw Failure(.usage, "“\(text)” is no school year.", help: "Write it like 2025-26, or say all.")
      }
      periods = .one(period)
    }
    switch FrameworkReference(framework) {
    case .version(let id, let version):
      return ComparisonRequest(framework: id, version: version, kind: kind, periods: periods, by: by)
    case .newest(let id): return ComparisonRequest(framework: id, kind: kind, periods: periods, by: by)
    case .path:
      throw Failure(
        .usage, "“\(framework)” names no framework.", help: "Name it by its id, such as emtss or emtss@1.0.0."
      )
    }
  }
}

import ArgumentParser
import Diagnostics
import Extensions
import Hooks
import Sealing

/// `waymark plugin schema`
struct PluginSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of plugin.yaml, or of the messages between Waymark and a plugin.")

  enum Message: String, ExpressibleByArgument, CaseIterable { case request, answer }

  @Argument(help: ArgumentHelp("A hook, or initialize; without it, plugin.yaml.", valueName: "hook"))
  var hook: String?

  @Option(help: "request or answer.")
  var message = Message.request

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Console.deliver(try schema().prettyText() + "\n", to: output.output)
  }

  private func schema() throws(Failure) -> JSONValue {
    guard let hook else { return PluginManifest.schema }
    guard let schema = HookSchemas.schema(hook, ofRequest: message == .request) else {
      let names = HookSchemas.names
      let near = NearestName.of(hook, among: names).map { "Did you mean “\($0)”?" }
      throw Failure(
        .usage, "There is no hook “\(hook)”.", help: near ?? "There is: \(names.joined(separator: ", ")).")
    }
    return schema
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Hooks
import Sealing

/// `waymark plugin run PLUGIN HOOK`
struct PluginRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Call one hook of a plugin with a request of your own, and print its answer.",
    discussion: """
      For authors of plugins: the request is a file with the JSON that `waymark plugin schema HOOK` describes, or a case \
      of the plugin's own (tests/NAME/request.json). What \
      people use plugins for has commands of its own, such as `waymark framework export --as xlsx`.
      """)

  @Argument(help: ArgumentHelp("The plugin's id, or its folder.", valueName: "plugin"))
  var reference: String

  @Argument(help: ArgumentHelp("The hook, such as framework.export.", valueName: "hook"))
  var hook: String

  @Option(
    help: ArgumentHelp(
      "The request as JSON; without it, an empty one; - for standard input.", valueName: "file"))
  var request: String?

  @Option(help: ArgumentHelp("A file that the request is about.", valueName: "file"))
  var file: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("A folder for the files that come back.", valueName: "folder"))
  var output: String?

  @OptionGroup var options: PluginOptions

  func run() throws {
    guard HookName(rawValue: hook) != nil else {
      let names = HookName.allCases.map(\.rawValue)
      let near = NearestName.of(hook, among: names).map { "Did you mean “\($0)”?" } ?? ""
      throw Failure(
        .usage, "There is no hook “\(hook)”.",
        help: near.isEmpty ? "There is: \(names.joined(separator: ", "))." : near)
    }
    let plugins = Plugins(options)
    let plugin = try plugins.load(reference)
    var params = JSONValue.object([])
    if let request {
      let bytes = try FileReading.bytes(request, limit: 256 << 20)
      do {
        params = try JSONValue(
          parsing: bytes, limits: JSONLimits(bytes: 256 << 20, depth: 64, values: 50_000_000))
      } catch {
        throw Failure(
          .badData, "\(request) is no JSON: \(error)", help: "Write the request as one JSON object.")
      }
      // A plugin's own case is a request too.
      if params["hook"]?.asString == hook, let own = params["params"] { params = own }
      guard params.asObject != nil else {
        throw Failure(.badData, "\(request) holds no object.", help: "Write the request as one JSON object.")
      }
    }
    let files = try file.map { path throws(Failure) in
      [CallFile(NewDocuments.name(path), try FileReading.bytes(path, limit: 256 << 20))]
    }
    let answer = try plugins.call(plugin, hook, .value(params), files ?? [])
    plugins.close()
    if let output, !answer.files.isEmpty {
      let files = answer.files.sorted { $0.key < $1.key }.map { HookFile($0.key, $0.value) }
      let through = plugin.stamp(isUnsandboxed: options.isUnsandboxed)
      _ = try HookOutput.write(FilesAnswer(files), into: output)
      Console.tell([], through)
    } else if !answer.files.isEmpty {
      Console.note("\(answer.files.count) file(s) came back; name a folder with -o to keep them.")
    }
    try Console.print(answer.result.prettyText() + "\n")
  }
}

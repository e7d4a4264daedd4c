import Diagnostics
import Documents
import Extensions
import Frameworks
import Hooks
import Reviews
import Rubrics

/// A check of a plugin's, whose findings stand beside Waymark's own.
struct PluginChecks {
  private let provider: HookProvider<CheckRequest, CheckAnswer>

  /// The plugin that answers.
  var through: PluginStamp? { provider.through }

  static let found = DiagnosticCode(
    "plugin-check", "A plugin's check found something in a framework.",
    advice: "Do what the message says; it is the plugin's own.")
  static let warned = DiagnosticCode(
    "plugin-check", "A plugin's check found something in a framework.", severity: .warning,
    advice: "Do what the message says; it is the plugin's own.")

  /// Every check of a plugin.
  ///
  /// - Throws: `usage` where it has none.
  static func all(of plugin: String, in plugins: Plugins) throws(Failure) -> [PluginChecks] {
    let installed = try plugins.load(plugin)
    let provided = installed.provides(.check)
    if provided.isEmpty {
      throw Failure(
        .usage, "The plugin “\(plugin)” checks nothing.", help: "See what there is with: waymark plugin list")
    }
    var catalogue = HookCatalogue()
    catalogue.add(installed, plugins.calls(installed))
    return try provided.map { entry throws(Failure) in
      PluginChecks(provider: try catalogue.check.named(entry.key, from: installed.id))
    }
  }

  func run(on framework: ResolvedFramework, into bag: inout DiagnosticBag) throws {
    let rubric = try Rubric(framework)
    let answer = try provider.run(CheckRequest(check: provider.key, framework: HookFramework(rubric)))
    for mistake in answer.mistakes {
      let place = mistake.address.flatMap { address in
        framework.tree.flatMap { tree in
          tree.node(at: address.split(separator: "/").map(String.init)).map(tree.range)
        }
      }
      let by = provider.through.map { " (\($0.id))" } ?? ""
      bag.report(
        mistake.severity == .error ? Self.found : Self.warned, mistake.message + by, help: mistake.help ?? "",
        at: place ?? framework.framework.id.range)
    }
  }
}

import Diagnostics
import Hooks
import Reviews
import Rubrics

/// Everything that answers hooks here: Waymark's own parts first, then plugins.
public struct HookCatalogue: Sendable {
  public var frameworkImport = HookProviders(Hooks.frameworkImport)
  public var frameworkExport = HookProviders(Hooks.frameworkExport)
  public var reviewImport = HookProviders(Hooks.reviewImport)
  public var reviewExport = HookProviders(Hooks.reviewExport)
  public var check = HookProviders(Hooks.check)
  public var reportRender = HookProviders(Hooks.reportRender)
  public var answerExport = HookProviders(Hooks.answerExport)
  public var trendAnalyse = HookProviders(Hooks.trendAnalyse)
  /// Plugins' aggregations, by plugin and name.
  private var aggregations: [String: [String: PluginAggregation]] = [:]
  private var stamps: [String: PluginStamp] = [:]

  public init() {}

  /// Adds what a plugin provides.
  public mutating func add(_ plugin: InstalledPlugin, _ calls: PluginCalls) {
    add(plugin.manifest.provides, calls)
  }

  mutating func add(_ entries: [PluginManifest.Provided], _ calls: PluginCalls) {
    let plugin = calls.stamp
    stamps[plugin.id] = plugin
    for provided in entries {
      switch provided.hook {
      case .frameworkImport:
        frameworkImport.add([Self.provider(provided, calls, Hooks.frameworkImport) { $0.file }])
      case .reviewImport: reviewImport.add([Self.provider(provided, calls, Hooks.reviewImport) { $0.file }])
      case .frameworkExport: frameworkExport.add([Self.files(provided, calls, Hooks.frameworkExport)])
      case .reviewExport: reviewExport.add([Self.files(provided, calls, Hooks.reviewExport)])
      case .reportRender: reportRender.add([Self.files(provided, calls, Hooks.reportRender)])
      case .answerExport: answerExport.add([Self.files(provided, calls, Hooks.answerExport)])
      case .check: check.add([Self.provider(provided, calls, Hooks.check) { _ in nil }])
      case .trendAnalyse: trendAnalyse.add([Self.provider(provided, calls, Hooks.trendAnalyse) { _ in nil }])
      case .aggregate:
        aggregations[plugin.id, default: [:]][provided.key] = PluginAggregation(provided, calls)
      }
    }
  }

  /// Waymark's aggregations and those of the plugins here, as frameworks name them.
  public var aggregationSource: AggregationSource {
    AggregationSource(
      ofPlugin: { [aggregations, stamps] plugin, name in
        guard let offered = aggregations[plugin] else {
          return .shortfall(
            stamps[plugin] == nil
              ? .pluginMissing(plugin) : .plugin("The plugin “\(plugin)” works out no figures."))
        }
        guard let aggregation = offered[name] else {
          let near = NearestName.of(name, among: Array(offered.keys)).map { " Did you mean “\($0)”?" } ?? ""
          return .shortfall(.plugin("The plugin “\(plugin)” has no aggregation “\(name)”.\(near)"))
        }
        return .aggregation(aggregation)
      },
      stamp: { [stamps] in stamps[$0] })
  }

  private static func provider<Request, Answer>(
    _ provided: PluginManifest.Provided, _ calls: PluginCalls, _ hook: Hook<Request, Answer>,
    file: @escaping @Sendable (Request) -> HookFile?
  ) -> HookProvider<Request, Answer> {
    HookProvider(
      provided.key, title: provided.title, fileExtension: provided.fileExtension, through: calls.stamp
    ) { request in try calls.call(hook, request, file: file(request)).answer }
  }

  private static func files<Request>(
    _ provided: PluginManifest.Provided, _ calls: PluginCalls, _ hook: Hook<Request, FilesAnswer>
  ) -> HookProvider<Request, FilesAnswer> {
    HookProvider(
      provided.key, title: provided.title, fileExtension: provided.fileExtension, through: calls.stamp
    ) { request in
      let (answer, files) = try calls.call(hook, request)
      guard let filled = answer.filled(from: files) else {
        throw Failure(
          .badData, "The plugin “\(calls.stamp.id)” names a file that it did not leave in its folder.",
          help: "Tell its authors; `waymark plugin test` shows it too.")
      }
      return filled
    }
  }
}

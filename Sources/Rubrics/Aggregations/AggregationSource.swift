import Reviews

/// Finds the aggregations that frameworks name: Waymark's own, and those of the plugins that are there.
public struct AggregationSource: Sendable {
  private let ofPlugin: @Sendable (_ plugin: String, _ name: String) -> Found
  private let stampOfPlugin: @Sendable (_ plugin: String) -> PluginStamp?

  /// What a plugin's name led to.
  public enum Found: Sendable {
    case aggregation(any Aggregation)
    case shortfall(Shortfall)
  }

  /// - Parameters:
  ///   - ofPlugin: the aggregation of a plugin, by the plugin's id and its name.
  ///   - stamp: which plugin that is, to the byte; `nil` where it is not here.
  public init(
    ofPlugin: @escaping @Sendable (_ plugin: String, _ name: String) -> Found,
    stamp: @escaping @Sendable (_ plugin: String) -> PluginStamp?
  ) {
    self.ofPlugin = ofPlugin
    stampOfPlugin = stamp
  }

  /// Waymark's own alone.
  public static let own = AggregationSource(
    ofPlugin: { plugin, _ in .shortfall(.pluginMissing(plugin)) }, stamp: { _ in nil })

  /// What a plugin has under a name.
  public func find(_ name: String, of plugin: String) -> Found { ofPlugin(plugin, name) }

  func stamp(of plugin: String) -> PluginStamp? { stampOfPlugin(plugin) }

  /// What a rule asks for.
  public func find(_ rule: AggregateRule) -> Found {
    if let plugin = rule.plugin { return ofPlugin(plugin, rule.name) }
    return Aggregations.named(rule.name).map { .aggregation($0) }
      ?? .shortfall(.unknownAggregation(rule.name))
  }
}

import Frameworks

/// What a framework asks for where judgements are summed up.
public struct AggregateRule: Sendable, Equatable {
  /// An aggregation's name.
  public var name: String
  /// The plugin whose aggregation it is; `nil` for one of Waymark's own.
  public var plugin: String?
  /// The share that must be answered before there is a figure, 0 to 1.
  public var answered: Double
  /// For a proportion: the lowest point that counts, by id.
  public var point: String?
  /// Stretches of the figure that have a name, the lowest first.
  public var bands: [Band] = []

  public init(_ name: String, answered: Double = Aggregate.usualAnswered, point: String? = nil) {
    self.name = name
    self.answered = answered
    self.point = point
  }

  public init(_ aggregate: Aggregate) {
    self.init(aggregate.name.value, answered: aggregate.answered, point: aggregate.point?.value)
    bands = aggregate.bands
    plugin = aggregate.plugin?.value
  }

  /// Where the framework asks for nothing.
  public static let usual = AggregateRule(Aggregations.Distribution().name)
}

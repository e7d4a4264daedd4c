/// The rules that frameworks may name.
public enum Aggregations {
  /// In the order of the reference page.
  public static let all: [any Aggregation] = [
    NoAggregation(), Distribution(), BestFit(), Median(), Mean(), WeightedMean(), Mode(), Minimum(),
    Maximum(),
    Proportion(),
  ]

  /// The rule of a name; `nil` where there is none.
  public static func named(_ name: String) -> (any Aggregation)? { all.first { $0.name == name } }

  /// Their names, for checks and for finding the nearest one.
  public static let names: [String] = all.map(\.name)
}

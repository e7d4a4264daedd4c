import Diagnostics
import Documents
import Sealing

/// Several regions' opened pools added up: a larger area's figures. Nothing new is asked of anybody's judgements, so
/// nothing more is told than the pools told (DISCLOSURE section 5 (ii)).
public struct PoolSum: Sendable, Equatable {
  public static let schema = "waymark.pool-sum/1"

  /// What the area is called.
  public let name: String
  /// In the order given.
  public let pools: [Pool]
  public let figures: [Figure]

  public struct Figure: Sendable, Equatable {
    /// The criterion's path.
    public let id: String
    public let title: String
    public let points: [Int]
    public let n: Int
    public let partnerships: Int
    /// The regions behind it.
    public let regions: [String]
    /// `nil` where a region opened only a mean.
    public let counts: [Int]?
    /// Each half the width of an interval that holds about 95 of 100.
    public let countReach: Double?
    public let mean: Double
    public let standardError: Double
    public let interval: ClosedRange<Double>
  }

  /// - Parameter allows: whether figures of a criterion from two pools of different framework contents may be added.
  /// - Throws: `refused` where a region stands there twice, or the pools are not of one school year and kind.
  public init(
    _ pools: [Pool], name: String, allows: (Pool, Pool, String) -> Bool = { _, _, _ in false }
  ) throws(Failure) {
    guard let first = pools.first else {
      throw Failure(.usage, "There is no pool to add up.", help: "Name at least one.")
    }
    var regions: Set<String> = []
    for pool in pools {
      guard regions.insert(pool.task.region).inserted else {
        throw PoolRule.countedTwice.refusal(
          "Two of these pools are of the region \(pool.task.region).", help: "Name each region's pool once.")
      }
      guard pool.task.period == first.task.period, pool.task.kind == first.task.kind else {
        throw PoolRule.otherPeriod.refusal(
          "These pools are of different school years or kinds of review.",
          help: "Add up pools of one year and kind.")
      }
      guard pool.task.framework.id == first.task.framework.id else {
        throw PoolRule.otherFramework.refusal(
          "These pools are of different frameworks: “\(first.task.framework.id)” and “\(pool.task.framework.id)”.",
          help: "Add up pools of one framework.")
      }
    }
    (self.name, self.pools) = (name, pools)
    figures = first.task.criteria.compactMap { criterion in
      let parts = pools.compactMap { pool -> (Pool, PoolFigure)? in
        guard
          pool.task.framework.digest == first.task.framework.digest || allows(first, pool, criterion.id),
          let figure = pool.figures.first(where: { $0.id == criterion.id && $0.points == criterion.points })
        else { return nil }
        return (pool, figure)
      }
      return Figure(criterion, parts)
    }
  }
}

extension PoolSum.Figure {
  init?(_ criterion: PoolCriterion, _ parts: [(pool: Pool, figure: PoolFigure)]) {
    guard !parts.isEmpty else { return nil }
    (id, title, points) = (criterion.id, criterion.title, criterion.points)
    n = parts.reduce(0) { $0 + $1.figure.n }
    partnerships = parts.reduce(0) { $0 + $1.figure.partnerships }
    regions = parts.map(\.pool.task.region)
    let opened = parts.compactMap { part -> [Int]? in
      if case .counts(let counts) = part.figure.opened { counts } else { nil }
    }
    let isWhole = opened.count == parts.count
    counts =
      isWhole ? opened.reduce(Array(repeating: 0, count: points.count)) { zip($0, $1).map { $0 + $1 } } : nil
    let variance = parts.reduce(0.0) { $0 + PoolNoise(scale: $1.figure.scale).variance }
    countReach = isWhole ? PoolNoise.rounded(PoolNoise.normalQuantile * variance.squareRoot()) : nil
    let total = Double(n)
    let middle = parts.reduce(0.0) { $0 + $1.figure.mean * Double($1.figure.n) } / total
    let error =
      parts.reduce(0.0) { sum, part in
        let own = part.figure.standardError * Double(part.figure.n)
        return sum + own * own
      }.squareRoot() / total
    mean = PoolNoise.rounded(middle)
    standardError = PoolNoise.rounded(error)
    let half = PoolNoise.normalQuantile * error
    interval = PoolNoise.rounded(middle - half)...PoolNoise.rounded(middle + half)
  }
}

extension PoolSum {
  /// For programs.
  public var json: JSONValue {
    [
      "schema": .string(Self.schema), "name": .string(name),
      "framework": pools[0].task.framework.json, "period": .string(pools[0].task.period.description),
      "kind": .string(pools[0].task.kind.rawValue),
      "pools": .array(
        pools.map { ["region": .string($0.task.region), "task": .string($0.id.description)] }),
      "figures": .array(
        figures.map { figure in
          .members([
            ("id", .string(figure.id)), ("title", .string(figure.title)),
            ("points", .array(figure.points.map { .int(Int64($0)) })), ("n", .int(Int64(figure.n))),
            ("partnerships", .int(Int64(figure.partnerships))),
            ("regions", .array(figure.regions.map { .string($0) })),
            ("counts", figure.counts.map { .array($0.map { .int(Int64($0)) }) }),
            ("countReach", figure.countReach.map { .double($0) }), ("mean", .double(figure.mean)),
            ("standardError", .double(figure.standardError)),
            ("interval", [.double(figure.interval.lowerBound), .double(figure.interval.upperBound)]),
          ])
        }),
    ]
  }
}

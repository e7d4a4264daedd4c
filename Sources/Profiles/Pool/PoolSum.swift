import Diagnostics
import Documents
import Frameworks
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
    /// The criterion's path in the first pool's framework.
    public let id: String
    public let title: String
    public let points: [Int]
    /// The regions behind it.
    public let regions: [String]
    /// `nil` where a region opened only a mean.
    public let counts: [Int]?
    /// Each half the width of an interval that holds about 95 of 100.
    public let countReach: Double?
    /// What a reader has to know because a region's pool rests on another version or variant.
    public let cautions: Set<Comparability.Caution>
    public let estimate: Estimate

    public var n: Int { estimate.subjects }
    public var partnerships: Int { estimate.partnerships }
    /// In points of the scale; noise may have put it outside the scale.
    public var mean: Double { estimate.mean }
    public var standardError: Double { estimate.standardError }
    /// Holds the mean without its noise in at least 95 of 100 cases; of one region, that region's own.
    public var interval: ClosedRange<Double> { estimate.interval }
  }

  /// What a criterion of the first pool is in another one.
  public struct Counterpart: Sendable, Equatable {
    public let criterion: String
    public let cautions: [Comparability.Caution]

    public init(criterion: String, cautions: [Comparability.Caution] = []) {
      (self.criterion, self.cautions) = (criterion, cautions)
    }
  }

  /// - Parameter comparability: from another pool's framework to the first's, where their contents differ; what of it adds
  ///   up says ``Frameworks/Comparability/pooled(to:by:)``.
  /// - Throws: `refused` where a region stands there twice, the pools are not of one school year and kind, or one has
  ///   nothing that may be added to the first.
  public init(
    _ pools: [Pool], name: String,
    comparability: (_ other: Pool, _ first: Pool) throws(Failure) -> Comparability? = { _, _ in nil }
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
    }
    var parts: [[Part]] = first.task.criteria.map { _ in [] }
    for pool in pools {
      let isSame = pool.task.framework.digest == first.task.framework.digest
      let related = isSame ? nil : try comparability(pool, first)
      var used: Set<String> = []
      for (index, criterion) in first.task.criteria.enumerated() {
        let found =
          isSame
          ? Counterpart(criterion: criterion.id)
          : try? related?.pooled(to: criterion.id, by: first.task.kind).get()
        guard let found,
          pool.task.criteria.contains(where: { $0.id == found.criterion && $0.points == criterion.points }),
          used.insert(found.criterion).inserted
        else { continue }
        if let figure = pool.figures.first(where: { $0.id == found.criterion }) {
          parts[index].append(Part(region: pool.task.region, figure: figure, cautions: found.cautions))
        }
      }
      guard !used.isEmpty else {
        throw PoolRule.otherFramework.refusal(
          "“\(pool.task.framework.reference)” has no criterion that may be added to those of "
            + "“\(first.task.framework.reference)”.",
          help:
            "Add up pools of one framework. `waymark framework compare` says why these do not go together.")
      }
    }
    (self.name, self.pools) = (name, pools)
    figures = zip(first.task.criteria, parts).compactMap { Figure($0, $1) }
  }

  struct Part {
    let region: String
    let figure: PoolFigure
    let cautions: [Comparability.Caution]
  }
}

extension PoolSum.Figure {
  init?(_ criterion: PoolCriterion, _ parts: [PoolSum.Part]) {
    guard !parts.isEmpty else { return nil }
    (id, title, points) = (criterion.id, criterion.title, criterion.points)
    regions = parts.map(\.region)
    cautions = Set(parts.flatMap(\.cautions))
    estimate = parts.reduce(.empty) { $0 + $1.figure.estimate }
    let opened = parts.compactMap { part -> [Int]? in
      if case .counts(let counts) = part.figure.opened { counts } else { nil }
    }
    guard opened.count == parts.count else {
      (counts, countReach) = (nil, nil)
      return
    }
    counts = opened.reduce(Array(repeating: 0, count: points.count)) { zip($0, $1).map { $0 + $1 } }
    let variance = parts.reduce(0.0) { $0 + PoolNoise(scale: $1.figure.scale).variance }
    countReach =
      parts.count == 1
      ? parts[0].figure.countReach.map(Double.init)
      : PoolNoise.rounded(Estimate.normalQuantile * variance.squareRoot() + 0.5)
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
            ("countReach", figure.countReach.map { .double($0) }),
            ("mean", .double(PoolNoise.rounded(figure.mean))),
            ("standardError", .double(PoolNoise.rounded(figure.standardError))),
            (
              "interval",
              .array(
                [figure.interval.lowerBound, figure.interval.upperBound].map {
                  .double(PoolNoise.rounded($0))
                })
            ),
            (
              "cautions",
              .array(
                Comparability.Caution.allCases.filter(figure.cautions.contains).map { .string($0.rawValue) })
            ),
          ])
        }),
    ]
  }
}

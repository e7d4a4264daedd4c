import Diagnostics
import Sealing

/// What a pool says of one criterion. Only the sum or the counts were opened; everything else follows from them.
public struct PoolFigure: Sendable, Equatable {
  /// The criterion's path.
  public let id: String
  public let title: String
  /// The values of the scale's points, in its order.
  public let points: [Int]
  /// The subjects behind it.
  public let n: Int
  /// The partnerships behind it.
  public let partnerships: Int
  public let opened: Opened
  /// How much each registry's noise lets out about one judgement.
  public let epsilon: Fraction
  /// The scale of each registry's noise.
  public let scale: Fraction
  /// The mean as numbers that add up over regions.
  public let estimate: Estimate
  /// In points of the scale, to six decimals; it may lie outside the scale.
  public let mean: Double
  /// Of the mean, from both registries' noise, to six decimals.
  public let standardError: Double
  /// Holds the true mean in about 95 of 100 pools; to six decimals.
  public let interval: ClosedRange<Double>

  /// What both registries opened, with the noise of both.
  public enum Opened: Sendable, Equatable {
    /// The sum of all judgements.
    case sum(Int)
    /// How often each point was given, in the order of `points`.
    case counts([Int])
  }

  /// `nil` where the parts cannot belong together, or no noise could have made them.
  init?(
    _ criterion: PoolCriterion, n: Int, partnerships: Int, opened: Opened, epsilon: Fraction, scale: Fraction
  ) {
    guard n > 0, partnerships > 0 else { return nil }
    (id, title, points) = (criterion.id, criterion.title, criterion.points)
    (self.n, self.partnerships, self.opened) = (n, partnerships, opened)
    (self.epsilon, self.scale) = (epsilon, scale)
    // Noise of more than 50 times its scale comes up less than once in 10^21 draws.
    let furthest = 100 * scale.approximation
    switch opened {
    case .sum(let sum):
      guard Double(sum) >= Double(n * criterion.lowest) - furthest,
        Double(sum) <= Double(n * criterion.highest) + furthest
      else { return nil }
    case .counts(let counts):
      guard counts.count == points.count,
        counts.allSatisfy({ Double($0) >= -furthest && Double($0) <= Double(n) + furthest })
      else { return nil }
    }
    estimate = Estimate(pooled: opened, points: points, n: n, partnerships: partnerships, scale: scale)
    mean = PoolNoise.millionths(estimate.sum, over: estimate.weight)
    standardError = PoolNoise.rounded(estimate.standardError)
    if let reach = estimate.reach {
      interval =
        PoolNoise.millionths(
          estimate.sum - reach, over: estimate.weight)...PoolNoise.millionths(
          estimate.sum + reach, over: estimate.weight)
    } else {
      let ends = estimate.interval
      interval = PoolNoise.rounded(ends.lowerBound)...PoolNoise.rounded(ends.upperBound)
    }
  }

  /// Of each count, from both registries' noise; `nil` where no counts were opened.
  public var countReach: Int? {
    if case .counts = opened { PoolNoise(scale: scale).reach } else { nil }
  }

  /// The counts as shares of all, for showing: cut off at 0 and 1. `nil` where no counts were opened.
  public var shares: [Double]? {
    guard case .counts(let counts) = opened else { return nil }
    return counts.map { min(1, max(0, Double($0) / Double(n))) }
  }

  var json: JSONValue {
    var members: [(String, JSONValue?)] = [
      ("id", .string(id)), ("title", .string(title)), ("points", .array(points.map { .int(Int64($0)) })),
      ("n", .int(Int64(n))), ("partnerships", .int(Int64(partnerships))),
    ]
    switch opened {
    case .sum(let sum): members.append(("sum", .int(Int64(sum))))
    case .counts(let counts):
      members.append(("counts", .array(counts.map { .int(Int64($0)) })))
      members.append(("countReach", countReach.map { .int(Int64($0)) }))
    }
    members += [
      ("epsilon", .string(epsilon.description)), ("scale", .string(scale.description)),
      ("mean", .double(mean)), ("standardError", .double(standardError)),
      ("interval", [.double(interval.lowerBound), .double(interval.upperBound)]),
    ]
    return .members(members)
  }
}

extension Estimate {
  /// Of a pool's figure. Every score counts once for each point of the scale, whatever was opened.
  init(pooled opened: PoolFigure.Opened, points: [Int], n: Int, partnerships: Int, scale: Fraction) {
    let noise = PoolNoise(scale: scale)
    let size = points.count
    switch opened {
    case .sum(let sum):
      self.init(
        partnerships: partnerships, subjects: n, weight: size * n, sum: size * sum,
        variance: Double(size * size) * noise.variance, reach: size * noise.reach, step: size)
    case .counts(let counts):
      // The number of subjects is known, so values are taken from their middle: that leaves the least noise.
      let total = points.reduce(0, +)
      let weights = points.map { size * $0 - total }
      self.init(
        partnerships: partnerships, subjects: n, weight: size * n,
        sum: zip(weights, counts).reduce(n * total) { $0 + $1.0 * $1.1 },
        variance: Double(weights.reduce(0) { $0 + $1 * $1 }) * noise.variance, reach: nil,
        step: weights.reduce(0, Estimate.commonStep))
    }
  }
}

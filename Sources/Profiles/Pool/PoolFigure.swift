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
    let noise = PoolNoise(scale: scale)
    // Noise of more than 50 times its scale comes up less than once in 10^21 draws.
    let furthest = 100 * scale.approximation
    switch opened {
    case .sum(let sum):
      guard Double(sum) >= Double(n * criterion.lowest) - furthest,
        Double(sum) <= Double(n * criterion.highest) + furthest
      else { return nil }
      let reach = noise.reach
      mean = PoolNoise.millionths(sum, over: n)
      standardError = PoolNoise.rounded(noise.variance.squareRoot() / Double(n))
      interval = PoolNoise.millionths(sum - reach, over: n)...PoolNoise.millionths(sum + reach, over: n)
    case .counts(let counts):
      guard counts.count == points.count,
        counts.allSatisfy({ Double($0) >= -furthest && Double($0) <= Double(n) + furthest })
      else { return nil }
      // The number of subjects is known, so values are taken from their middle: that leaves the least noise.
      let (size, total) = (points.count, points.reduce(0, +))
      let weights = points.map { size * $0 - total }
      let weighted = zip(weights, counts).reduce(n * total) { $0 + $1.0 * $1.1 }
      let middle = PoolNoise.millionths(weighted, over: size * n)
      let squares = Double(weights.reduce(0) { $0 + $1 * $1 })
      let error = (squares * noise.variance).squareRoot() / Double(size * n)
      mean = middle
      standardError = PoolNoise.rounded(error)
      let half = PoolNoise.rounded(PoolNoise.normalQuantile * error)
      interval = PoolNoise.rounded(middle - half)...PoolNoise.rounded(middle + half)
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

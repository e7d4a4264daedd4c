import Foundation

/// What an attacker knows of how judgements on one criterion spread before anything is published: the true
/// model, which is generous to the attacker (DISCLOSURE section 2).
///
/// What a partnership's schools share is unknown, so a judgement's prior is a mixture over eleven places of
/// it; given one place, judgements are independent. Points count from 0, the scale's lowest.
public struct PopulationModel: Sendable, Equatable {
  /// How much easier the criterion is than the middle one, in latent units.
  public let offset: Double
  /// How much each place of the mixture weighs; they add up to one.
  public let weights: [Double]
  /// At each place, the chance of each point.
  public let chances: [[Double]]
  private let components: VarianceComponents

  /// How many points the scale has.
  public var points: Int { chances[0].count }

  /// - Parameters:
  ///   - points: at least 2.
  ///   - offset: how much easier the criterion is than the middle one, in latent units.
  public init(points: Int, offset: Double, components: VarianceComponents = .study) {
    let cuts = VarianceComponents.cuts(points: points)
    let places = NormalCurve.grid(points: 11, reach: 3)
    self.offset = offset
    weights = places.map(\.weight)
    let levels = places.map { offset + $0.place * components.shared }
    chances = levels.map { NormalCurve.chances(cuts: cuts, mean: $0, deviation: components.within) }
    self.components = components
  }

  /// At each place, from a point in one year to each point in the next.
  var moves: [[[Double]]] {
    let cuts = VarianceComponents.cuts(points: points)
    return NormalCurve.grid(points: weights.count, reach: 3).map {
      Self.moves(cuts: cuts, level: offset + $0.place * components.shared, components)
    }
  }

  /// The model whose mean judgement, in points from 0, is `mean`: for a criterion of which only a typical mean
  /// is known, from earlier figures or a region's pool.
  public init(points: Int, mean: Double, components: VarianceComponents = .study) {
    let cuts = VarianceComponents.cuts(points: points)
    let places = NormalCurve.grid(points: 11, reach: 3)
    // The mean is the sum of the chances to lie above each cut.
    func typical(_ offset: Double) -> Double {
      places.reduce(0) { sum, part in
        cuts.reduce(sum) {
          let level = offset + part.place * components.shared
          return $0 + part.weight * NormalCurve.below((level - $1) / components.within)
        }
      }
    }
    var (low, high) = (-4.0, 4.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if typical(middle) < mean { low = middle } else { high = middle }
    }
    self.init(points: points, offset: (low + high) / 2, components: components)
  }

  /// The mean judgement, in points from 0.
  public var mean: Double {
    prior().chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// What is believed of one school's judgement, given how many of its partnership are known at each point.
  public func prior(known counts: [Int] = []) -> Belief {
    let weights = weights(known: counts)
    return Belief(
      weights: (0..<points).map { point in
        weights.indices.reduce(0) { $0 + weights[$1] * chances[$1][point] }
      })
  }

  /// How much each place weighs once judgements of the same partnership are known; adds up to one.
  public func weights(known counts: [Int]) -> [Double] {
    let logs = weights.indices.map { place in
      counts.indices.reduce(log(weights[place])) {
        counts[$1] == 0 ? $0 : $0 + Double(counts[$1]) * log(chances[place][$1])
      }
    }
    return Belief(logWeights: logs).chances
  }

  /// The chance that a judgement is the same next year.
  public var persistence: Double {
    let moves = moves
    return weights.indices.reduce(0) { total, place in
      total + weights[place]
        * (0..<points).reduce(0) { $0 + chances[place][$1] * moves[place][$1][$1] }
    }
  }

  /// From a point in one year to each point in the next, given known judgements of the partnership.
  public func moves(known counts: [Int] = []) -> [[Double]] {
    let (weights, moves) = (weights(known: counts), moves)
    return (0..<points).map { from in
      Belief(
        weights: (0..<points).map { to in
          weights.indices.reduce(0) { $0 + weights[$1] * chances[$1][from] * moves[$1][from][to] }
        }
      ).chances
    }
  }

  private static func moves(cuts: [Double], level: Double, _ components: VarianceComponents) -> [[Double]] {
    let size = cuts.count + 1
    var both = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for (place, weight) in NormalCurve.grid(points: 41, reach: 5) {
      let mean = level + place * components.lasting
      let before = NormalCurve.chances(cuts: cuts, mean: mean, deviation: components.year)
      let after = NormalCurve.chances(
        cuts: cuts, mean: mean + components.driftPerYear, deviation: components.year)
      for from in 0..<size { for to in 0..<size { both[from][to] += weight * before[from] * after[to] } }
    }
    return both.map { Belief(weights: $0).chances }
  }
}

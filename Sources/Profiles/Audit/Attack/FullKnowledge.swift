import Foundation

/// What a release tells about one school's judgement to somebody who knows every other judgement behind it:
/// for each point, the natural logarithm of how likely the output is (attacker D).
///
/// Evidence from several releases adds up, since their noise is drawn apart.
public struct FullKnowledge: Sendable {
  public let figure: PublishedFigure
  private let noise: NoiseTable?

  public init(_ figure: PublishedFigure) {
    self.figure = figure
    noise = figure.noise
  }

  /// - Parameter others: how many of the n - 1 other schools have each point.
  public func evidence(_ output: PublishedFigure.Output, others: [Int]) -> [Double] {
    switch (figure.mechanism, output) {
    case (.noisySum, .sum(let published)):
      let rest = published - figure.sum(of: others)
      return figure.values.map { noise?.logProbability(of: rest - $0) ?? 0 }
    case (.noisyCounts, .counts(let published)):
      let rests = zip(published, others).map { $0 - $1 }
      // Only the two cells in which points differ matter; the rest is the same for all.
      return rests.map { rest in
        guard let noise else { return 0 }
        return noise.logProbability(of: rest - 1) - noise.logProbability(of: rest)
      }
    case (.function(let function), _):
      return figure.values.indices.map { point in
        var counts = others
        counts[point] += 1
        let expected = function(counts).map { PublishedFigure.Output.key($0) } ?? .nothing
        return expected == output ? 0 : -.infinity
      }
    default:
      return [Double](repeating: 0, count: figure.values.count)
    }
  }

  /// Evidence of several releases of a judgement that did not change.
  public static func sum(_ evidence: [[Double]]) -> [Double] {
    guard let first = evidence.first else { return [] }
    return evidence.dropFirst().reduce(first) { total, next in zip(total, next).map { $0 + $1 } }
  }

  /// What is believed of each year's judgement when it may change from year to year.
  ///
  /// - Parameters:
  ///   - evidence: a year's each, the earliest first; none where nothing was published: all zeros.
  ///   - moves: from a point in one year to each point in the next (`PopulationModel.moves`).
  /// - Returns: a belief for each year, with all years' evidence.
  public static func beliefs(prior: Belief, evidence: [[Double]], moves: [[Double]]) -> [Belief] {
    guard !evidence.isEmpty else { return [] }
    var forward: [Belief] = []
    for (year, seen) in evidence.enumerated() {
      let before = year == 0 ? prior : moved(forward[year - 1], moves)
      forward.append(before.updated(by: seen))
    }
    var beliefs = [forward[forward.count - 1]]
    var later = [Double](repeating: 1, count: prior.chances.count)
    for year in stride(from: evidence.count - 1, to: 0, by: -1) {
      let largest = evidence[year].max() ?? 0
      let told = zip(later, evidence[year]).map { $0 * (largest.isFinite ? exp($1 - largest) : 1) }
      later = moves.map { row in zip(row, told).reduce(0) { $0 + $1.0 * $1.1 } }
      beliefs.append(Belief(weights: zip(forward[year - 1].chances, later).map { $0 * $1 }))
    }
    return beliefs.reversed()
  }

  private static func moved(_ belief: Belief, _ moves: [[Double]]) -> Belief {
    Belief(
      weights: belief.chances.indices.map { to in
        belief.chances.indices.reduce(0) { $0 + belief.chances[$1] * moves[$1][to] }
      })
  }
}

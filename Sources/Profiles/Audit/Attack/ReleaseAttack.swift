/// The attack on one figure of one release by somebody who knows some of the judgements behind it: the exact
/// belief in one school's judgement once the output is known, by enumeration (a mechanism without chance, noisy
/// counts) or convolution (a noisy sum).
public struct ReleaseAttack: Sendable {
  public let model: PopulationModel
  public let figure: PublishedFigure
  let kernel: Kernel

  /// How outputs are weighed, worked out once for all attackers.
  enum Kernel: Sendable {
    case none
    case sum(NoiseTable)
    case counts(NoiseTable)
    case function(OutputTable)
  }

  /// `nil` where there are too many count vectors to enumerate.
  public init?(_ figure: PublishedFigure, model: PopulationModel) {
    (self.model, self.figure) = (model, figure)
    guard figure.n >= 1, model.points == figure.values.count else { return nil }
    switch figure.mechanism {
    case .nothing: kernel = .none
    case .noisySum(let scale): kernel = .sum(NoiseTable(scale: scale, draws: figure.draws))
    case .noisyCounts(let scale): kernel = .counts(NoiseTable(scale: scale, draws: figure.draws))
    case .function(let function):
      guard let table = OutputTable(n: figure.n, cells: model.points, function) else { return nil }
      kernel = .function(table)
    }
  }

  /// With a table of outputs from another attack on the same kind of figure, and another criterion's model.
  public func with(model: PopulationModel) -> ReleaseAttack {
    ReleaseAttack(figure: figure, model: model, kernel: kernel)
  }

  /// With noise that no mechanism of Waymark's has; for comparison.
  public static func noisySum(n: Int, values: [Int], noise: NoiseTable, model: PopulationModel)
    -> ReleaseAttack
  {
    ReleaseAttack(
      figure: PublishedFigure(n: n, values: values, mechanism: .nothing), model: model, kernel: .sum(noise))
  }

  private init(figure: PublishedFigure, model: PopulationModel, kernel: Kernel) {
    (self.figure, self.model, self.kernel) = (figure, model, kernel)
  }

  /// What is believed of an unknown school's judgement before and after a real output.
  ///
  /// - Parameters:
  ///   - known: how many schools of the attacked one's partnership are known at each point.
  ///   - elsewhere: how many of other partnerships (a pool's) are known; they say nothing of the attacked one.
  /// - Returns: `nil` where there are too many ways to fill in the unknown ones.
  public func beliefs(
    after output: PublishedFigure.Output, known: [Int], elsewhere: [Int]? = nil
  ) -> (before: Belief, after: Belief)? {
    let before = model.prior(known: known)
    let all = elsewhere.map { zip($0, known).map { $0 + $1 } } ?? known
    let unknown = figure.n - 1 - all.reduce(0, +)
    guard unknown >= 0 else { return nil }
    switch (kernel, output) {
    case (.none, _): return (before, before)
    case (.sum(let noise), .sum(let published)):
      return (before, afterSum(published - figure.sum(of: all), noise, known: known, unknown: unknown))
    case (_, .counts), (.function, _):
      return afterVectors(output, all, known: known, unknown: unknown).map { (before, $0) }
    default: return nil
    }
  }

  private func afterSum(_ rest: Int, _ noise: NoiseTable, known: [Int], unknown: Int) -> Belief {
    let weights = model.weights(known: known)
    let sums = SumDistribution(model: model, values: figure.values, schools: unknown)
    return Belief(
      weights: model.chances[0].indices.map { point in
        weights.indices.reduce(0) { total, place in
          var likelihood = 0.0
          for (offset, chance) in sums.chances[place].enumerated() {
            likelihood += chance * noise.probability(of: rest - figure.values[point] - sums.lowest - offset)
          }
          return total + weights[place] * model.chances[place][point] * likelihood
        }
      })
  }

  private func afterVectors(_ output: PublishedFigure.Output, _ all: [Int], known: [Int], unknown: Int)
    -> Belief?
  {
    let cells = model.points
    guard let vectors = CountVectors(total: unknown, cells: cells) else { return nil }
    let weights = model.weights(known: known)
    let spreads = model.chances.map { vectors.chances($0) }
    let wanted: Int?
    if case .function(let table) = kernel { wanted = table.number(of: output) } else { wanted = nil }
    var found = [Double](repeating: 0, count: cells)
    vectors.forEach { rest, number in
      var counts = zip(rest, all).map { $0 + $1 }
      for point in 0..<cells {
        counts[point] += 1
        let likelihood: Double
        switch (kernel, output) {
        case (.function(let table), _): likelihood = table.output(of: counts) == wanted ? 1 : 0
        case (.counts(let noise), .counts(let published)):
          likelihood = zip(published, counts).reduce(1) { $0 * noise.probability(of: $1.0 - $1.1) }
        default: likelihood = 1
        }
        counts[point] -= 1
        guard likelihood > 0 else { continue }
        for place in weights.indices {
          found[point] += likelihood * weights[place] * model.chances[place][point] * spreads[place][number]
        }
      }
    }
    return found.contains { $0 > 0 } ? Belief(weights: found) : nil
  }
}

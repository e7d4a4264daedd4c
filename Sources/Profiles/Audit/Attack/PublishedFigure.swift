/// One figure as an attacker meets it: of how many schools, on what points, and how it came about.
public struct PublishedFigure: Sendable {
  /// The schools behind it.
  public let n: Int
  /// The scores that its points stand for, ascending.
  public let values: [Int]
  public let mechanism: Mechanism
  /// How many parties each add their own noise: 1 for a sheet, 2 for a pool, 1 again if one of them leaks.
  public let draws: Int

  public init(n: Int, values: [Int], mechanism: Mechanism, draws: Int = 1) {
    (self.n, self.values, self.mechanism, self.draws) = (n, values, mechanism, draws)
  }

  /// What was published.
  public enum Output: Sendable, Hashable {
    case nothing
    /// A sum with noise.
    case sum(Int)
    /// Counts with noise, by point.
    case counts([Int])
    /// What a mechanism without chance gives.
    case key([Int])
  }

  /// The sum of the scores of so many schools at each point.
  public func sum(of counts: [Int]) -> Int { zip(values, counts).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Publishes as Waymark would, with its own sampler.
  public func publish(_ counts: [Int], using generator: inout some RandomNumberGenerator) -> Output {
    func noise(_ scale: Fraction) -> Int {
      let source = DiscreteLaplace(scale: scale)
      return (0..<draws).reduce(0) { sum, _ in sum + source.sample(using: &generator) }
    }
    switch mechanism {
    case .nothing: return .nothing
    case .noisySum(let scale): return .sum(sum(of: counts) + noise(scale))
    case .noisyCounts(let scale): return .counts(counts.map { $0 + noise(scale) })
    case .function(let function): return function(counts).map { .key($0) } ?? .nothing
    }
  }

  /// Whether chance has a part in it.
  public var isNoisy: Bool {
    switch mechanism {
    case .noisySum, .noisyCounts: true
    case .nothing, .function: false
    }
  }

  /// The noise on a sum or on each count; `nil` for a mechanism without chance.
  public var noise: NoiseTable? {
    switch mechanism {
    case .noisySum(let scale), .noisyCounts(let scale): NoiseTable(scale: scale, draws: draws)
    case .nothing, .function: nil
    }
  }
}

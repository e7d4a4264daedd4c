import Profiles

/// One way of publishing a criterion, with what a careful reader makes of it.
public struct Family: Sendable {
  /// The row in the tables.
  public let name: String
  /// The fewest schools of whom it publishes anything.
  public let fewest: Int
  /// By the number of points; the study has scales of 4 and 6.
  private let releases: [Int: Release]
  /// The mean, in points from 0, that a careful reader derives; `nil` where nothing can be said.
  let estimate: @Sendable (_ output: PublishedFigure.Output, _ n: Int, _ points: Int) -> Double?

  init(
    name: String, fewest: Int, release: (_ points: Int) -> Release,
    estimate: @escaping @Sendable (_ output: PublishedFigure.Output, _ n: Int, _ points: Int) -> Double?
  ) {
    (self.name, self.fewest, self.estimate) = (name, fewest, estimate)
    releases = Dictionary(uniqueKeysWithValues: [4, 6].map { ($0, release($0)) })
  }

  func release(_ points: Int) -> Release { releases[points] ?? .mechanism(.nothing) }

  /// Whether it is free of chance.
  var isFunction: Bool { if case .mechanism(.function) = release(4) { true } else { false } }

  /// What happens to the counts.
  enum Release: Sendable {
    case mechanism(Mechanism)
    /// Normal noise of this deviation on the sum, rounded: not for publication, for comparison only.
    case normal(Double)
  }

  func figure(n: Int, points: Int) -> PublishedFigure {
    let values = Array(0..<points)
    guard n >= fewest else { return PublishedFigure(n: n, values: values, mechanism: .nothing) }
    switch release(points) {
    case .mechanism(let mechanism): return PublishedFigure(n: n, values: values, mechanism: mechanism)
    case .normal: return PublishedFigure(n: n, values: values, mechanism: .nothing)
    }
  }

  func attack(n: Int, model: PopulationModel) -> ReleaseAttack? {
    if n >= fewest, case .normal(let deviation) = release(model.points) {
      return .noisySum(n: n, values: Array(0..<model.points), noise: Self.rounded(deviation), model: model)
    }
    return ReleaseAttack(figure(n: n, points: model.points), model: model)
  }

  func publish(_ counts: [Int], _ stream: inout StudyStream) -> PublishedFigure.Output {
    let n = counts.reduce(0, +)
    let figure = figure(n: n, points: counts.count)
    if n >= fewest, case .normal(let deviation) = release(counts.count) {
      return .sum(figure.sum(of: counts) + Int((stream.normal() * deviation).rounded()))
    }
    return figure.publish(counts, using: &stream)
  }

  /// What an output tells to somebody who knows all other judgements, as `FullKnowledge.evidence`.
  func evidence(_ output: PublishedFigure.Output, others: [Int], _ known: FullKnowledge, _ noise: NoiseTable?)
    -> [Double]
  {
    if let noise, case .sum(let published) = output {
      let rest = published - known.figure.sum(of: others)
      return known.figure.values.map { noise.logProbability(of: rest - $0) }
    }
    return known.evidence(output, others: others)
  }

  /// The table of normal noise, where that is what it adds.
  func normalNoise(points: Int) -> NoiseTable? {
    if case .normal(let deviation) = release(points) { Self.rounded(deviation) } else { nil }
  }

  private static func rounded(_ deviation: Double) -> NoiseTable {
    let reach = Int(9 * deviation)
    return NoiseTable(
      symmetric: (-reach...reach).map {
        let size = Double(abs($0))
        return NormalShare.below((0.5 - size) / deviation) - NormalShare.below((-0.5 - size) / deviation)
      })
  }
}

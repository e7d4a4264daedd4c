import Testing

@testable import Profiles

/// The population is the study's (DISCLOSURE section 2).
@Suite struct PopulationModelTests {
  static let offsets = [-0.5, -0.2, 0, 0.3, 0.7]

  /// The study says 0.64 and 0.51. Its own components give 0.668 and 0.52, as two million drawn pairs of years say too;
  /// who keeps a judgement more often is the easier to attack.
  @Test func `judgements last as long as the components say`() {
    let four = Self.offsets.map { PopulationModel(points: 4, offset: $0).persistence }.reduce(0, +) / 5
    #expect(abs(four - 0.668) < 0.003)
    #expect(abs(PopulationModel(points: 6, offset: 0).persistence - 0.52) < 0.02)
  }

  @Test func `a model can be fitted to a mean`() {
    for mean in [0.4, 1.5, 2.7] { #expect(abs(PopulationModel(points: 4, mean: mean).mean - mean) < 1e-6) }
    #expect(PopulationModel(points: 4, offset: 0.7).prior(known: [0, 0, 0, 7]).best == 3)
  }

  /// Two years' evidence, against every pair of points.
  @Test func `years are linked by the moves`() throws {
    let model = PopulationModel(points: 3, offset: 0)
    let moves = model.moves()
    let evidence: [[Double]] = [[0, -1, -2], [-3, 0, -0.5]]
    let beliefs = FullKnowledge.beliefs(prior: model.prior(), evidence: evidence, moves: moves)
    let weights = (0..<2).map { year in
      (0..<3).map { point in
        (0..<3).reduce(0.0) { sum, other in
          let (first, second) = year == 0 ? (point, other) : (other, point)
          let likely = Belief(logWeights: [evidence[0][first] + evidence[1][second], 0])
          return sum + model.prior().chances[first] * moves[first][second] * likely.chances[0]
            / likely.chances[1]
        }
      }
    }
    for year in 0..<2 {
      let plain = Belief(weights: weights[year])
      #expect(zip(plain.chances, beliefs[year].chances).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  /// Two levels of the school, all points of a section enumerated.
  @Test func `a section's sums are its enumeration`() {
    let chances = [
      [[1.0], [0.2, 0.8], [0.5, 0.3, 0.2], [0.6, 0.4]], [[1.0], [0.7, 0.3], [0.1, 0.3, 0.6], [0.5, 0.5]],
    ]
    let likelihoods = [0.1, 0.9, 0.3, 0.2, 0.7]
    let sums = SectionSums(chances, [1, 2, 3])
    var (totals, second) = ([0.0, 0.0], [0.0, 0.0, 0.0])
    for level in 0..<2 {
      for a in 0..<2 {
        for b in 0..<3 {
          for c in 0..<2 {
            let own = chances[level]
            let both = own[1][a] * own[2][b] * own[3][c] * likelihoods[a + b + c]
            totals[level] += both
            second[b] += (level == 0 ? 2 : 5) * both
          }
        }
      }
    }
    let found = sums.found(at: 1, weights: [(0, 2), (1, 5)], likelihoods)
    #expect(zip(sums.likelihoods(likelihoods), totals).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(found, second).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}

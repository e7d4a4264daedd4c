import Foundation

@testable import Profiles

/// Attacker D of the study: knows every other school's judgement and the true model, and works out exactly
/// what a release adds (DISCLOSURE section 2).
struct ReferenceAttacker {
  /// Of the latent value, without the terms that a partnership shares.
  static let within = (0.55 * 0.55 + 0.50 * 0.50 + 0.35 * 0.35).squareRoot()
  /// Of the shared terms, region and partnership.
  static let shared = (0.15 * 0.15 + 0.30 * 0.30).squareRoot()

  let cuts: [Double]
  let offset: Double
  /// Eleven points of the shared term, each with its weight and the chances of the judgements there.
  private let mixture: [(weight: Double, chances: [Double])]

  init(cuts: [Double], offset: Double) {
    self.cuts = cuts
    self.offset = offset
    mixture = (-5...5).map { place in
      let level = Double(place) * 0.6
      let chances = Self.chances(cuts, around: offset + level * Self.shared)
      return (exp(-level * level / 2), chances)
    }
  }

  /// What each judgement's chance is, given all the others'.
  func prior(_ others: [Int]) -> [Double] {
    var prior = [Double](repeating: 0, count: cuts.count + 1)
    for (weight, chances) in mixture {
      let likelihood = others.reduce(weight) { $0 * chances[$1] }
      for value in prior.indices { prior[value] += likelihood * chances[value] }
    }
    return Self.normalised(prior)
  }

  /// After one or more releases of the noisy sum.
  func posterior(_ prior: [Double], others: [Int], releases: [Int], noise: DiscreteLaplace) -> [Double] {
    let known = others.reduce(0, +)
    return Self.normalised(
      prior.indices.map { value in
        releases.reduce(prior[value]) { $0 * noise.probability(of: $1 - known - value) }
      })
  }

  /// The study's event: some value is held for over 90 % sure, and at least 10 points surer than before.
  static func isPinned(_ posterior: [Double], _ prior: [Double]) -> Bool {
    posterior.indices.contains { posterior[$0] > 0.9 && posterior[$0] >= prior[$0] + 0.1 }
  }

  static func best(_ chances: [Double]) -> Int? { chances.indices.max { chances[$0] < chances[$1] } }

  private static func chances(_ cuts: [Double], around mean: Double) -> [Double] {
    let below = cuts.map { erfc(-($0 - mean) / within / 2.0.squareRoot()) / 2 }
    return zip(below + [1], [0] + below).map { $0 - $1 }
  }

  private static func normalised(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

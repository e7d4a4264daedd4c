import Foundation

/// How likely an attacker holds each point of a scale to be one school's judgement.
public struct Belief: Sendable, Equatable {
  /// By point, the lowest first; they add up to one.
  public let chances: [Double]

  /// From weights that need not add up to one; all alike where they are all zero.
  public init(weights: [Double]) {
    let total = weights.reduce(0, +)
    chances =
      total > 0
      ? weights.map { $0 / total }
      : [Double](repeating: 1 / Double(max(1, weights.count)), count: weights.count)
  }

  /// From natural logarithms of such weights.
  public init(logWeights: [Double]) {
    let largest = logWeights.max() ?? 0
    self.init(weights: largest.isFinite ? logWeights.map { exp($0 - largest) } : logWeights.map { _ in 0 })
  }

  /// The point that the attacker would guess.
  public var best: Int { chances.indices.max { chances[$0] < chances[$1] } ?? 0 }

  /// How likely that guess is right, in the attacker's own eyes; over the model's population, in fact.
  public var confidence: Double { chances.max() ?? 0 }

  /// How likely the judgement lies in the upper half of the scale.
  public var upperHalf: Double { chances.dropFirst(chances.count / 2).reduce(0, +) }

  /// The study's event: some point is held for over 90 % sure, and at least 10 points surer than before.
  public func pins(from before: Belief) -> Bool {
    chances.indices.contains { Self.isSure(chances[$0], before: before.chances[$0]) }
  }

  /// The same event for the upper and the lower half of the scale.
  public func pinsSide(from before: Belief) -> Bool {
    Self.isSure(upperHalf, before: before.upperHalf)
      || Self.isSure(1 - upperHalf, before: 1 - before.upperHalf)
  }

  /// After evidence: natural logarithms of how likely it is with each point.
  public func updated(by evidence: [Double]) -> Belief {
    Belief(logWeights: zip(chances, evidence).map { $0 > 0 ? log($0) + $1 : -.infinity })
  }

  private static func isSure(_ after: Double, before: Double) -> Bool {
    after > 0.9 && after >= before + 0.1 - 1e-12
  }
}

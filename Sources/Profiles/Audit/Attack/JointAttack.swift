import Foundation

/// The attack on all of a school's judgements at once: what they share, the school's own level, is learnt from
/// all figures and used on each (joint D). Every other school's judgements are known.
public struct JointAttack: Sendable {
  /// What was told of the sum of a school's points (each from 0) on some criteria: one criterion, or a section.
  public struct Told: Sendable {
    /// Their places in the attack's list.
    public let criteria: [Int]
    /// For each sum from 0, the natural logarithm of how likely the figure is (`FullKnowledge.evidence`).
    public let evidence: [Double]

    public init(criteria: [Int], evidence: [Double]) { (self.criteria, self.evidence) = (criteria, evidence) }
  }

  /// By place of the school's level, and criterion: the chance of each point.
  let chances: [[[Double]]]
  private let logs: [[[Double]]]
  private let partnership: [(place: Double, weight: Double)]
  private let schools: [(place: Double, weight: Double)]
  private let components: VarianceComponents
  private static let step = 0.15
  private static let reach = 20

  /// - Parameter criteria: each with its scale and offset.
  public init(_ criteria: [PopulationModel], components: VarianceComponents = .study) {
    self.components = components
    chances = (-Self.reach...Self.reach).map { place in
      criteria.map { criterion in
        NormalCurve.chances(
          cuts: VarianceComponents.cuts(points: criterion.points),
          mean: criterion.offset + Double(place) * Self.step, deviation: components.withinSchool)
      }
    }
    logs = chances.map { $0.map { $0.map { log($0) } } }
    partnership = NormalCurve.grid(points: 11, reach: 3)
    schools = NormalCurve.grid(points: 21, reach: 4)
  }

  /// How much each level of the attacked school weighs, by what the others' judgements tell of the partnership.
  ///
  /// - Parameter others: each other school's points by criterion; `nil` where it was not judged.
  public func levels(others: [[Int?]]) -> [Double] {
    let perLevel = others.map { school in
      logs.map { logs in
        school.indices.reduce(0) { sum, criterion in
          school[criterion].map { sum + logs[criterion][$0] } ?? sum
        }
      }
    }
    let shared = Belief(
      logWeights: partnership.map { part in
        perLevel.reduce(log(part.weight)) { sum, logs in
          let terms = schools.map { own in
            log(own.weight) + logs[nearest(part.place * components.shared + own.place * components.school)]
          }
          let largest = terms.max() ?? 0
          return sum + largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
        }
      }
    ).chances
    return Belief(
      weights: (-Self.reach...Self.reach).map { place in
        zip(partnership, shared).reduce(0) { sum, part in
          let away = (Double(place) * Self.step - part.0.place * components.shared) / components.school
          return sum + part.1 * exp(-away * away / 2)
        }
      }
    ).chances
  }

  /// - Parameters:
  ///   - levels: from `levels(others:)`.
  ///   - told: what each figure tells; a criterion stands in at most one.
  /// - Returns: for each criterion, what is believed without any release and with all of them.
  public func beliefs(levels: [Double], told: [Told]) -> [(before: Belief, after: Belief)] {
    let likelihoods = told.map { figure in
      let largest = figure.evidence.max() ?? 0
      return figure.evidence.map { largest.isFinite ? exp($0 - largest) : 1 }
    }
    var byLevel: [[SectionMessages]] = []
    var logWeights = levels.map { log($0) }
    for place in levels.indices {
      let messages = told.indices.map { index in
        SectionMessages(told[index].criteria.map { chances[place][$0] }, likelihoods[index])
      }
      for message in messages { logWeights[place] += log(message.likelihood) }
      byLevel.append(messages)
    }
    let after = Belief(logWeights: logWeights).chances
    var beliefs = chances[0].indices.map { criterion in
      (before: mixed(levels, criterion), after: mixed(after, criterion))
    }
    for (index, figure) in told.enumerated() {
      for (position, criterion) in figure.criteria.enumerated() {
        var found = [Double](repeating: 0, count: chances[0][criterion].count)
        for place in levels.indices where after[place] > 1e-12 {
          let message = byLevel[place][index]
          let likely = message.likelihoods(at: position)
          let weight = after[place] / message.likelihood
          for point in found.indices {
            found[point] += weight * chances[place][criterion][point] * likely[point]
          }
        }
        beliefs[criterion].after = Belief(weights: found)
      }
    }
    return beliefs
  }

  private func mixed(_ weights: [Double], _ criterion: Int) -> Belief {
    Belief(
      weights: chances[0][criterion].indices.map { point in
        weights.indices.reduce(0) { $0 + weights[$1] * chances[$1][criterion][point] }
      })
  }

  private func nearest(_ level: Double) -> Int {
    min(max(Int((level / Self.step).rounded()) + Self.reach, 0), 2 * Self.reach)
  }
}

import Foundation

/// The attack on all of a school's judgements at once: what its judgements share, the school's own level, is
/// learnt from all figures and used on each (joint D). Every other school's judgements are known.
public struct JointAttack: Sendable {
  /// By place of the school's level, and criterion: the chance of each point.
  private let chances: [[[Double]]]
  private let places: [(place: Double, weight: Double)]
  private let partnership: [(place: Double, weight: Double)]
  private let schools: [(place: Double, weight: Double)]
  private let components: VarianceComponents
  private static let step = 0.1
  private static let reach = 30

  /// - Parameters:
  ///   - offsets: of each criterion, in latent units.
  ///   - points: of each criterion's scale.
  public init(points: Int, offsets: [Double], components: VarianceComponents = .study) {
    self.components = components
    let cuts = VarianceComponents.cuts(points: points)
    places = (-Self.reach...Self.reach).map { (Double($0) * Self.step, 0) }
    chances = places.map { level in
      offsets.map { offset in
        NormalCurve.chances(cuts: cuts, mean: offset + level.place, deviation: components.withinSchool)
      }
    }
    partnership = NormalCurve.grid(points: 11, reach: 3)
    schools = NormalCurve.grid(points: 21, reach: 4)
  }

  /// How much each level of the attacked school weighs, by what the others' judgements tell of the partnership.
  ///
  /// - Parameter others: each other school's points by criterion; `nil` where it was not judged.
  public func levels(others: [[Int?]]) -> [Double] {
    let perLevel = others.map { school in
      places.indices.map { place in
        school.indices.reduce(0) { sum, criterion in
          school[criterion].map { sum + log(chances[place][criterion][$0]) } ?? sum
        }
      }
    }
    let shared = Belief(
      logWeights: partnership.map { part in
        perLevel.reduce(log(part.weight)) { sum, logs in
          let terms = schools.map { own in
            log(own.weight)
              + logs[nearest(part.place * components.shared + own.place * components.school)]
          }
          let largest = terms.max() ?? 0
          return sum + largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
        }
      }
    ).chances
    let spread = components.school
    return Belief(
      weights: places.map { level in
        zip(partnership, shared).reduce(0) { sum, part in
          let away = (level.place - part.0.place * components.shared) / spread
          return sum + part.1 * exp(-away * away / 2)
        }
      }
    ).chances
  }

  /// - Parameters:
  ///   - levels: from `levels(others:)`.
  ///   - evidence: of each criterion, from `FullKnowledge`; zeros where nothing was published.
  /// - Returns: for each criterion, what is believed without any release and with all of them.
  public func beliefs(levels: [Double], evidence: [[Double]]) -> [(before: Belief, after: Belief)] {
    let likelihoods = evidence.map { logs in
      let largest = logs.max() ?? 0
      return logs.map { largest.isFinite ? exp($0 - largest) : 1 }
    }
    let told = Belief(
      logWeights: levels.indices.map { place in
        likelihoods.indices.reduce(log(levels[place])) { sum, criterion in
          sum + log(Self.dot(chances[place][criterion], likelihoods[criterion]))
        }
      }
    ).chances
    return likelihoods.indices.map { criterion in
      let size = likelihoods[criterion].count
      var (before, after) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
      for place in levels.indices {
        let chances = chances[place][criterion]
        let total = Self.dot(chances, likelihoods[criterion])
        for point in 0..<size {
          before[point] += levels[place] * chances[point]
          if total > 0 {
            after[point] += told[place] * chances[point] * likelihoods[criterion][point] / total
          }
        }
      }
      return (Belief(weights: before), Belief(weights: after))
    }
  }

  private func nearest(_ level: Double) -> Int {
    min(max(Int((level / Self.step).rounded()) + Self.reach, 0), 2 * Self.reach)
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

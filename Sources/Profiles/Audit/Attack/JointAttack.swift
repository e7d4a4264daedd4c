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
  private let sums: [[Int]: SectionSums]
  private let partnership: [(place: Double, weight: Double)]
  private let schools: [(place: Double, weight: Double)]
  private let components: VarianceComponents
  private static let step = 0.15
  private static let reach = 20

  /// - Parameters:
  ///   - criteria: each with its scale and offset.
  ///   - sections: those that figures will tell of together, as places in `criteria`; others are worked out when
  ///     they come up, each time anew.
  public init(
    _ criteria: [PopulationModel], sections: some Sequence<[Int]> = [],
    components: VarianceComponents = .study
  ) {
    self.components = components
    let chances = (-Self.reach...Self.reach).map { place in
      criteria.map { criterion in
        NormalCurve.chances(
          cuts: VarianceComponents.cuts(points: criterion.points),
          mean: criterion.offset + Double(place) * Self.step, deviation: components.withinSchool)
      }
    }
    self.chances = chances
    logs = chances.map { $0.map { $0.map { log($0) } } }
    partnership = NormalCurve.grid(points: 11, reach: 3)
    schools = NormalCurve.grid(points: 21, reach: 4)
    sums = Dictionary(
      Set(sections).map { ($0, SectionSums(chances, $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// How much each level of the attacked school weighs, by what the others' judgements tell of the partnership.
  ///
  /// - Parameter others: each other school's points by criterion; `nil` where it was not judged.
  public func levels(others: [[Int?]]) -> [Double] { levels(others: others.map(marks)) }

  /// What one school's judgements tell of its partnership's level: natural logarithms, by place of it.
  ///
  /// - Parameter school: its points by criterion.
  func marks(of school: [Int?]) -> [Double] {
    let judged = school.indices.compactMap { criterion in school[criterion].map { (criterion, $0) } }
    let perLevel = logs.map { logs in judged.reduce(0) { $0 + logs[$1.0][$1.1] } }
    return partnership.map { part in
      let terms = schools.map { own in
        log(own.weight) + perLevel[nearest(part.place * components.shared + own.place * components.school)]
      }
      let largest = terms.max() ?? 0
      return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
    }
  }

  /// The same as `levels(others:)`, from what each of the others tells (`marks(of:)`).
  func levels(others: [[Double]]) -> [Double] {
    let shared = Belief(
      logWeights: partnership.enumerated().map { place, part in
        others.reduce(log(part.weight)) { $0 + $1[place] }
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
    let before = beliefs(levels: levels)
    return zip(before, beliefs(levels: levels, told: told, before: before)).map { (before: $0, after: $1) }
  }

  /// What is believed of each criterion without any release.
  func beliefs(levels: [Double]) -> [Belief] { chances[0].indices.map { mixed(levels, $0) } }

  /// What is believed of each criterion with all of them.
  ///
  /// - Parameter before: from `beliefs(levels:)`; the same for all releases.
  func beliefs(levels: [Double], told: [Told], before: [Belief]) -> [Belief] {
    let likelihoods = told.map { figure in
      let largest = figure.evidence.max() ?? 0
      return figure.evidence.map { largest.isFinite ? exp($0 - largest) : 1 }
    }
    let tables = told.map { sums[$0.criteria] ?? SectionSums(chances, $0.criteria) }
    let likely = zip(tables, likelihoods).map { $0.likelihoods($1) }
    let after = Belief(
      logWeights: levels.indices.map { place in
        likely.reduce(log(levels[place])) { $0 + log($1[place]) }
      }
    ).chances
    let changed = Set(told.flatMap(\.criteria))
    var beliefs = before.indices.map { changed.contains($0) ? before[$0] : mixed(after, $0) }
    for (index, table) in tables.enumerated() {
      // What levels past this weigh together shows in no figure.
      let weights = levels.indices.compactMap { place in
        after[place] > 1e-9 && likely[index][place] > 0
          ? (level: place, weight: after[place] / likely[index][place]) : nil
      }
      for (position, criterion) in table.criteria.enumerated() {
        beliefs[criterion] = Belief(
          weights: table.found(at: position, weights: weights, likelihoods[index]))
      }
    }
    return beliefs
  }

  private func mixed(_ weights: [Double], _ criterion: Int) -> Belief {
    var found = [Double](repeating: 0, count: chances[0][criterion].count)
    for (place, weight) in weights.enumerated() where weight > 1e-15 {
      let chances = chances[place][criterion]
      for point in found.indices { found[point] += weight * chances[point] }
    }
    return Belief(weights: found)
  }

  private func nearest(_ level: Double) -> Int {
    min(max(Int((level / Self.step).rounded()) + Self.reach, 0), 2 * Self.reach)
  }
}

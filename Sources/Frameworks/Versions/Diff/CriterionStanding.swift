/// What may still be set side by side for a criterion that one of two frameworks judges.
public struct CriterionStanding: Sendable, Equatable {
  /// Its paths in the earlier framework, none where it is new.
  public let from: [String]
  /// Its paths in the later one, none where it is gone.
  public let to: [String]
  /// What people call it.
  public let name: String
  public let relation: Comparability.Relation
  public let standing: Standing
  /// Why with care, or why not, each a sentence.
  public let reasons: [String]

  public enum Standing: String, Sendable, CaseIterable {
    case comparable
    /// Figures may stand side by side, and carry a caution.
    case withCare = "comparable with care"
    /// Figures may not stand side by side.
    case not = "not comparable"
  }

  /// `nil` for criteria that neither framework judges.
  static func of(_ pair: Comparability.Pair, in comparability: Comparability) -> CriterionStanding? {
    let new = pair.to.compactMap { comparability.to.criterion($0) }
    let old =
      new.contains(where: \.isJudged)
      ? [] : pair.from.compactMap { comparability.from.criterion($0) }
    guard new.contains(where: \.isJudged) || old.contains(where: \.isJudged) else { return nil }
    let name = DifferenceWords.listed((new.isEmpty ? old : new).map { CriterionWords.title($0) })
    let standing: Standing
    let reasons: [String]
    if let obstacle = pair.obstacle {
      (standing, reasons) = (.not, [DifferenceWords.sentence(obstacle.meaning)])
    } else {
      let cautions = pair.cautions
      (standing, reasons) = (cautions.isEmpty ? .comparable : .withCare, cautions.map(\.meaning))
    }
    return CriterionStanding(
      from: pair.from, to: pair.to, name: name, relation: pair.relation, standing: standing,
      reasons: reasons)
  }
}

extension ResolvedCriterion {
  /// Whether any kind of review judges it.
  var isJudged: Bool { ownScale != nil || peerScale != nil }
}

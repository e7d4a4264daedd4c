import Documents

extension Comparability {
  /// A figure made of judgements.
  public enum Summary: String, CaseIterable, Sendable {
    /// How often each point was chosen.
    case distribution
    /// The point in the middle, or any other that goes by order.
    case median
    /// A mean, which asks how far apart points are.
    case mean
  }

  /// Whether two figures may stand side by side.
  public enum Allowance: Sendable, Equatable {
    case allowed([Caution])
    /// With the reason, a sentence for people.
    case refused(String)

    public var isAllowed: Bool { if case .allowed = self { true } else { false } }
  }

  /// Whether the figure of a criterion of ``to``, made of all that is judged at and below it, may stand beside the
  /// figure of the criterion of ``from`` that it came from.
  ///
  /// All of what is judged has to be the same on both sides, one to one. Distributions then compare through any map
  /// between scales, medians through one that keeps the order, means only on the same points.
  public func allows(_ summary: Summary, at path: String, by kind: ReviewKind) -> Allowance {
    guard let here = to.criterion(path) else { return .refused("There is no criterion “\(path)”.") }
    guard let pair = pair(to: path), pair.from.count == 1, pair.to.count == 1,
      let there = from.criterion(pair.from[0]), pair.meaning.allowsFigures
    else { return refusal(self.pair(to: path)?.obstacle(for: kind) ?? .unlinked) }
    let judged = (from: judged(there, in: from, kind), to: judged(here, in: to, kind))
    guard !judged.from.isEmpty || !judged.to.isEmpty else { return refusal(.judgedEarlier) }
    var (cautions, partners): (Set<Caution>, Set<String>) = ([], [])
    for criterion in judged.to {
      guard let pair = self.pair(to: criterion.path), pair.from.count == 1,
        pair.relation(for: kind).allowsFigures
      else { return .refused(changed(judged.from, judged.to, kind)) }
      guard suits(summary, pair, kind) else { return refusal(.otherScale) }
      cautions.formUnion(pair.cautions(for: kind))
      partners.formUnion(pair.from)
    }
    guard partners == Set(judged.from.map(\.path)) else {
      return .refused(changed(judged.from, judged.to, kind))
    }
    if judged.to.count > 1, rule(there, in: from) != rule(here, in: to) {
      return .refused("Not comparable: it is summed up in another way.")
    }
    return .allowed(Caution.allCases.filter(cautions.contains))
  }

  private func refusal(_ obstacle: Obstacle) -> Allowance { .refused("Not comparable: \(words(obstacle)).") }

  private func suits(_ summary: Summary, _ pair: Pair, _ kind: ReviewKind) -> Bool {
    let conversion = pair.conversion(for: kind)
    if summary == .distribution || conversion == .same { return true }
    guard summary == .median,
      let old = from.criterion(pair.from[0])?.judgedScale(by: kind).map({ from.scale($0) }),
      let new = to.criterion(pair.to[0])?.judgedScale(by: kind).map({ to.scale($0) })
    else { return false }
    return conversion.keepsOrder(from: old.points.map(\.id.value), to: new.points.map(\.id.value))
  }

  private func judged(
    _ criterion: ResolvedCriterion, in framework: ResolvedFramework, _ kind: ReviewKind
  ) -> [ResolvedCriterion] {
    framework.criteria[criterion.index..<criterion.end].filter { $0.isJudged(by: kind) }
  }

  /// How a criterion sums up what is below it.
  private func rule(_ criterion: ResolvedCriterion, in framework: ResolvedFramework) -> String {
    let levels = framework.framework.levels
    let usual = levels.indices.contains(criterion.level) ? levels[criterion.level].aggregate : nil
    return (criterion.criterion.aggregate ?? usual)?.name.value ?? ""
  }

  /// "Not comparable: 2 of 12 criteria that it sums up are new or changed, and 1 is gone."
  private func changed(
    _ before: [ResolvedCriterion], _ after: [ResolvedCriterion], _ kind: ReviewKind
  ) -> String {
    if before.isEmpty { return "Not comparable: nothing that it sums up was judged before." }
    if after.isEmpty { return "Not comparable: nothing that it sums up is judged any more." }
    let kept = after.filter { pair(to: $0.path)?.relation(for: kind).allowsFigures == true }
    let partners = Set(kept.flatMap { pair(to: $0.path)?.from ?? [] })
    let (new, gone) = (after.count - kept.count, before.count { !partners.contains($0.path) })
    return
      "Not comparable: it sums up \(after.count), of which \(new) cannot be compared, and \(gone) of the \(before.count) before are gone."
  }

  /// Why something cannot be compared, as the end of a sentence that names the frameworks where that helps.
  public func words(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .judgedLater: "it is not judged in \(FrameworkIdentity(of: from))"
    case .judgedEarlier: "it is not judged in \(FrameworkIdentity(of: to))"
    case .added: "\(FrameworkIdentity(of: from)) does not have it"
    case .removed: "\(FrameworkIdentity(of: to)) does not have it"
    default: obstacle.meaning
    }
  }
}

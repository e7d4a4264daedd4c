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
    case refused(Refusal)

    public var isAllowed: Bool { if case .allowed = self { true } else { false } }
  }

  /// Why figures may not stand side by side.
  public struct Refusal: Sendable, Equatable {
    /// In a few words, as charts have room for.
    public let label: String
    /// A sentence for people.
    public let words: String

    public init(label: String, words: String) { (self.label, self.words) = (label, words) }
  }

  /// Whether the figure of a criterion of ``to``, made of all that is judged at and below it, may stand beside the
  /// figure of the criterion of ``from`` that it came from.
  ///
  /// All of what is judged has to be the same on both sides, one to one. Distributions then compare through any map
  /// between scales, medians through one that keeps the order, means only on the same points.
  public func allows(_ summary: Summary, at path: String, by kind: ReviewKind) -> Allowance {
    guard let here = to.criterion(path) else { return refusal(.unlinked) }
    guard let pair = pair(to: path), pair.from.count == 1, pair.to.count == 1,
      let there = from.criterion(pair.from[0]), pair.meaning.allowsFigures
    else { return refusal(self.pair(to: path)?.obstacle(for: kind) ?? .unlinked) }
    let judged = (from: judged(there, in: from, kind), to: judged(here, in: to, kind))
    guard !judged.from.isEmpty || !judged.to.isEmpty else { return refusal(.judgedEarlier) }
    var (cautions, partners): (Set<Caution>, Set<String>) = ([], [])
    if judged.to.map(\.path) == [path], judged.from.map(\.path) == [there.path],
      let obstacle = pair.obstacle(for: kind)
    {
      return refusal(obstacle)
    }
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
      return .refused(
        Refusal(
          label: "summed up in another way", words: "Not comparable: it is summed up in another way."))
    }
    return .allowed(Caution.allCases.filter(cautions.contains))
  }

  /// How judgements below a criterion of ``to`` are carried over, where all are in the same way; `nil` where they are
  /// not, or figures of it may not stand side by side at all.
  public func conversion(at path: String, by kind: ReviewKind) -> PointConversion? {
    guard allows(.distribution, at: path, by: kind).isAllowed, let here = to.criterion(path) else {
      return nil
    }
    let all = judged(here, in: to, kind).compactMap { pair(to: $0.path)?.conversion(for: kind) }
    guard let first = all.first, all.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func refusal(_ obstacle: Obstacle) -> Allowance {
    .refused(Refusal(label: obstacle.label, words: "Not comparable: \(words(obstacle))."))
  }

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

  /// "Not comparable: it sums up 12, of which 2 cannot be compared, and 1 of the 11 before is gone."
  private func changed(
    _ before: [ResolvedCriterion], _ after: [ResolvedCriterion], _ kind: ReviewKind
  ) -> Refusal {
    if before.isEmpty {
      return Refusal(
        label: "not judged before", words: "Not comparable: nothing that it sums up was judged before.")
    }
    if after.isEmpty {
      return Refusal(
        label: "no longer judged", words: "Not comparable: nothing that it sums up is judged any more.")
    }
    let kept = after.filter { pair(to: $0.path)?.relation(for: kind).allowsFigures == true }
    let partners = Set(kept.flatMap { pair(to: $0.path)?.from ?? [] })
    let (new, gone) = (after.count - kept.count, before.count { !partners.contains($0.path) })
    var parts: [String] = []
    if new > 0 { parts.append("of which \(new) cannot be compared") }
    if gone > 0 { parts.append("and \(gone) of the \(before.count) before \(gone == 1 ? "is" : "are") gone") }
    return Refusal(
      label: "sums up other things",
      words: "Not comparable: it sums up \(after.count), \(parts.joined(separator: ", ")).")
  }

  /// Why something cannot be compared, as the end of a sentence that names the frameworks where that helps.
  public func words(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .judgedLater: "it is not judged in \(FrameworkIdentity(of: from))"
    case .judgedEarlier: "it is not judged in \(FrameworkIdentity(of: to))"
    case .added: "it is not in \(FrameworkIdentity(of: from))"
    case .removed: "it is not in \(FrameworkIdentity(of: to))"
    default: obstacle.meaning
    }
  }
}

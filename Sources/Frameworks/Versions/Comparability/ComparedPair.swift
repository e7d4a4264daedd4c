import Documents

extension Comparability {
  /// Criteria of two frameworks that belong together, or one that has no counterpart.
  public struct Pair: Sendable, Equatable {
    /// Paths in the one framework: none where it is new, several where several became one.
    public var from: [String]
    public var to: [String]
    /// Why, in the words of the authors along the way.
    public var why: [String] = []
    /// What it means, whatever the scales: `same`, `reworded`, `split`, `merged` or `none`.
    var meaning: Relation
    /// The kinds of review that judge it, in the one framework and in the other.
    var judgedFrom: Set<ReviewKind> = []
    var judgedTo: Set<ReviewKind> = []
    /// For kinds that judge it in both.
    var points: [ReviewKind: PointConversion] = [:]
    var isMoving = false
    /// What its authors, or the lack of their word, ask a reader to know.
    var asides: Set<Caution> = []
    /// Why the meaning is `none`.
    var ground: Obstacle?

    init(from: [String], to: [String], _ meaning: Relation, why: [String] = []) {
      (self.from, self.to, self.meaning, self.why) = (from, to, meaning, why)
    }

    /// One criterion without a counterpart.
    static func alone(from: [String] = [], to: [String] = [], _ ground: Obstacle, why: [String] = []) -> Pair
    {
      var pair = Pair(from: from, to: to, .none, why: why)
      pair.ground = ground
      return pair
    }

    /// What the words are to each other, wherever they are judged: `same`, `reworded`, `split`, `merged` or `none`. A
    /// criterion that is no longer judged may well be kept.
    public var wording: Relation { meaning }

    /// Over all kinds of review: the loosest of those that compare.
    public var relation: Relation {
      guard meaning.allowsFigures, !(judgedFrom.isEmpty && judgedTo.isEmpty) else { return meaning }
      let relations = judgedFrom.intersection(judgedTo).map { relation(for: $0) }.filter { $0 != .none }
      if relations.contains(.rescaled) { return .rescaled }
      return relations.first ?? .none
    }

    /// In one kind of review. Where neither framework judges it, what the words are to each other.
    public func relation(for kind: ReviewKind) -> Relation {
      guard meaning.allowsFigures else { return meaning }
      switch (judgedFrom.contains(kind), judgedTo.contains(kind)) {
      case (false, false): return meaning
      case (true, true): break
      default: return .none
      }
      return switch points[kind] ?? .apart {
      case .apart: .none
      case .mapped: .rescaled
      case .same: isMoving ? .moving : meaning
      }
    }

    /// Why judgements of a kind cannot be compared; `nil` where they can.
    public func obstacle(for kind: ReviewKind) -> Obstacle? {
      switch relation(for: kind) {
      case .same, .reworded, .rescaled, .moving: return nil
      case .split: return .split
      case .merged: return .merged
      case .none: break
      }
      if let ground { return ground }
      if !judgedFrom.contains(kind) { return .judgedLater }
      return judgedTo.contains(kind) ? .otherScale : .judgedEarlier
    }

    /// Why no kind of review compares; `nil` where one does.
    public var obstacle: Obstacle? {
      if relation.allowsFigures { return nil }
      let kinds = judgedFrom.union(judgedTo).sorted()
      return kinds.lazy.compactMap { obstacle(for: $0) }.first ?? ground
        ?? (relation == .split ? .split : relation == .merged ? .merged : .unlinked)
    }

    /// What a reader has to know where judgements stand side by side.
    public func cautions(for kind: ReviewKind) -> [Caution] {
      let relation = relation(for: kind)
      guard relation.allowsFigures else { return [] }
      var cautions = asides
      if meaning == .reworded, asides.isDisjoint(with: [.unsaid, .relabelled]) { cautions.insert(.reworded) }
      if relation == .rescaled { cautions.insert(.rescaled) }
      if isMoving { cautions.insert(.moving) }
      return Caution.allCases.filter(cautions.contains)
    }

    /// Over all kinds of review.
    public var cautions: [Caution] {
      let kinds = judgedFrom.intersection(judgedTo)
      let all = kinds.isEmpty ? Set(cautions(for: .own)) : Set(kinds.flatMap { cautions(for: $0) })
      return Caution.allCases.filter(all.contains)
    }

    /// How a judgement is read on the other scale.
    public func conversion(for kind: ReviewKind) -> PointConversion {
      relation(for: kind).allowsFigures ? points[kind] ?? .apart : .apart
    }

    /// A judgement, as the id of its point, on the other framework's scale; `nil` where it cannot be carried over.
    public func converted(_ point: String, by kind: ReviewKind) -> String? {
      conversion(for: kind).converted(point)
    }

    /// The pair read the other way.
    public var inverse: Pair {
      var pair = self
      swap(&pair.from, &pair.to)
      swap(&pair.judgedFrom, &pair.judgedTo)
      pair.meaning = meaning.inverse
      pair.points = points.mapValues(\.inverse)
      pair.ground = ground.map { $0.inverse }
      return pair
    }
  }
}

extension Comparability.Obstacle {
  /// Read from the later framework to the earlier one.
  var inverse: Self {
    switch self {
    case .added: .removed
    case .removed: .added
    case .split: .merged
    case .merged: .split
    case .judgedLater: .judgedEarlier
    case .judgedEarlier: .judgedLater
    default: self
    }
  }
}

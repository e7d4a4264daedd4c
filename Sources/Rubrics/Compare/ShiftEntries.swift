import Frameworks

/// Sets two reviews side by side, criterion by criterion.
struct ShiftEntries {
  private let earlier: ScoredReview
  private let later: ScoredReview
  private let comparability: Comparability

  init(_ earlier: ScoredReview, _ later: ScoredReview, _ comparability: Comparability) {
    (self.earlier, self.later, self.comparability) = (earlier, later, comparability)
  }

  var entries: [Shift.Entry] {
    let now = later.criteria.filter { $0.mark != nil }.map(entry)
    let marked = Set(now.map(\.path))
    let gone = earlier.criteria.filter { criterion in
      criterion.mark != nil
        && !comparability.pairs(from: criterion.path).contains { $0.to.contains(where: marked.contains) }
    }
    return now + gone.map(goneEntry)
  }

  private func entry(_ criterion: ScoredCriterion) -> Shift.Entry {
    let pair = comparability.pair(to: criterion.path)
    let before = comparability.origin(of: criterion.path).flatMap(earlier.criterion)
    let (movement, was) = movement(pair, before, criterion)
    return Shift.Entry(
      path: criterion.path, earlierPath: before?.path, name: criterion.name, earlier: before?.mark,
      later: criterion.mark, movement: movement, cautions: pair?.cautions(for: later.kind) ?? [],
      words: words(movement, was ?? name(before), name(criterion)))
  }

  private func goneEntry(_ criterion: ScoredCriterion) -> Shift.Entry {
    let successor = comparability.successor(of: criterion.path)
    let obstacle = comparability.pair(from: criterion.path)?.obstacle(for: later.kind) ?? .removed
    let movement = Shift.Movement.notComparable(obstacle)
    return Shift.Entry(
      path: successor ?? criterion.path, earlierPath: criterion.path,
      name: successor.flatMap(later.criterion)?.name ?? criterion.name, earlier: criterion.mark, later: nil,
      movement: movement, cautions: [], words: words(movement, name(criterion), ""))
  }

  /// What moved, and what the earlier point is on the later scale.
  private func movement(
    _ pair: Comparability.Pair?, _ before: ScoredCriterion?, _ now: ScoredCriterion
  ) -> (Shift.Movement, was: String?) {
    guard let pair else { return (.notComparable(.added), nil) }
    if let obstacle = pair.obstacle(for: later.kind) { return (.notComparable(obstacle), nil) }
    guard let before, let first = before.mark else { return (.notComparable(.judgedLater), nil) }
    guard let second = now.mark, let scale = now.scale else { return (.notComparable(.judgedEarlier), nil) }
    guard case .point(let code) = first else { return (.unknown, nil) }
    guard let point = before.scale?.point(code)?.id.value,
      let from = pair.converted(point, by: later.kind).flatMap(scale.code)
    else { return (.notComparable(.otherScale), nil) }
    guard case .point(let to) = second else { return (.unknown, scale.name(of: from)) }
    if from == to { return (.unchanged, nil) }
    guard let steps = ComparedReviews.steps(from: from, to: to, on: scale) else { return (.changed, nil) }
    return (steps > 0 ? .up(steps) : .down(-steps), nil)
  }

  private func words(_ movement: Shift.Movement, _ was: String, _ now: String) -> String {
    switch movement {
    case .up(let steps): "\(ComparedReviews.points(steps)) up"
    case .down(let steps): "\(ComparedReviews.points(steps)) down"
    case .unchanged: "unchanged"
    case .changed: "changed"
    case .unknown: "was \(was), now \(now)"
    case .notComparable(let obstacle): "not comparable: \(obstacle.meaning)"
    }
  }

  private func name(_ criterion: ScoredCriterion?) -> String {
    guard let mark = criterion?.mark, let scale = criterion?.scale else { return "not marked" }
    return mark.text(on: scale)
  }
}

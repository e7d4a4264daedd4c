/// What an attack comes to, in shares of all attacked judgements.
public struct AttackOutcome: Sendable, Equatable {
  /// Some point becomes over 90 % sure and at least 10 points surer than before.
  public var pinned = 0.0
  /// The same of the upper or lower half of the scale.
  public var sidePinned = 0.0
  /// The best guess is right without the release.
  public var rightBefore = 0.0
  /// The best guess is right with it.
  public var rightAfter = 0.0

  public init() {}

  /// Adds what is believed of a judgement that is `truth`; `weight` is how likely that is.
  public mutating func add(before: Belief, after: Belief, truth: Int, weight: Double = 1) {
    if after.pins(from: before) { pinned += weight }
    if after.pinsSide(from: before) { sidePinned += weight }
    if before.best == truth { rightBefore += weight }
    if after.best == truth { rightAfter += weight }
  }

  /// Adds what is believed after one output, whatever the truth: by the model, the belief itself says how
  /// often each point is the truth.
  public mutating func add(before: Belief, after: Belief, weight: Double) {
    if after.pins(from: before) { pinned += weight }
    if after.pinsSide(from: before) { sidePinned += weight }
    rightBefore += weight * after.chances[before.best]
    rightAfter += weight * after.confidence
  }

  /// Every share times `factor`.
  public func scaled(by factor: Double) -> AttackOutcome {
    var outcome = self
    outcome.pinned *= factor
    outcome.sidePinned *= factor
    outcome.rightBefore *= factor
    outcome.rightAfter *= factor
    return outcome
  }

  public static func + (left: AttackOutcome, right: AttackOutcome) -> AttackOutcome {
    var sum = left
    sum.pinned += right.pinned
    sum.sidePinned += right.sidePinned
    sum.rightBefore += right.rightBefore
    sum.rightAfter += right.rightAfter
    return sum
  }

  /// The mean of several, such as those of a framework's criteria.
  public static func mean(_ outcomes: [AttackOutcome]) -> AttackOutcome {
    outcomes.reduce(AttackOutcome(), +).scaled(by: 1 / Double(max(1, outcomes.count)))
  }
}

import Frameworks

/// A rule that sums up judgements. One a file; its doc comment is its page in the reference.
public protocol Aggregation: Sendable {
  /// As frameworks name it.
  var name: String { get }
  /// What it does, in a sentence for the reference.
  var summary: String { get }
  /// What becomes of criteria without a point.
  var unanswered: UnansweredRule { get }

  /// Whether it makes sense of this kind of scale.
  func accepts(_ kind: Scale.Kind) -> Bool

  /// Why there can be no figure; `nil` where there can. Asked before ``value(of:)``.
  func shortfall(of basis: AggregateBasis) -> Shortfall?

  /// The figure. Only asked where something was answered.
  func value(of basis: AggregateBasis) -> AggregateValue?

  /// The figures of the same criteria over several reviews, or why there are none.
  func results(of bases: [AggregateBasis]) -> [AggregateResult]
}

extension Aggregation {
  public func shortfall(of basis: AggregateBasis) -> Shortfall? {
    let tally = basis.tally
    if tally.applicable == 0 { return tally.total == 0 ? .nothingJudged : .nothingApplies }
    if tally.answered == 0 { return .nothingAnswered(of: tally.applicable) }
    let share = Double(tally.answered) / Double(tally.applicable)
    if share < basis.rule.answered - Shortfall.tolerance {
      return .tooFew(answered: tally.answered, of: tally.applicable, needed: basis.rule.answered)
    }
    return nil
  }

  public func results(of bases: [AggregateBasis]) -> [AggregateResult] { bases.map { result(of: $0) } }

  /// Why there can be no figure, whatever the rule would say; `nil` where there can.
  public func obstacle(to basis: AggregateBasis) -> Shortfall? {
    accepts(basis.scale.scale.kind) ? shortfall(of: basis) : .unsuitableScale(basis.scale.name)
  }

  /// The figure, or why there is none.
  public func result(of basis: AggregateBasis) -> AggregateResult {
    var shortfall = obstacle(to: basis)
    let value = shortfall == nil ? value(of: basis) : nil
    if value == nil, shortfall == nil { shortfall = .noFigure }
    return AggregateResult(
      aggregation: name, scale: basis.scale, tally: basis.tally, value: value, shortfall: shortfall,
      band: value?.figure(on: basis.scale).flatMap { figure in basis.rule.bands.last { $0.from <= figure } },
      terms: basis.terms, notes: basis.notes)
  }
}

/// What a figure is worked out from.
public struct AggregateBasis: Sendable {
  public var scale: CompiledScale
  /// The marks of the judged criteria, counted.
  public var tally: Tally
  /// The criteria right below with their own results. Only weighted rules read them.
  public var terms: [WeightedTerm]
  public var rule: AggregateRule
  /// The marks behind the tally, one a criterion; only filled for a plugin's rule.
  public var marks: [UInt8] = []
  /// The judged criteria that the marks belong to; only filled for a plugin's rule.
  public var criteria: [ResolvedCriterion] = []
  /// What a reader must know, such as criteria that were left out.
  public var notes: [String]

  public init(
    scale: CompiledScale, tally: Tally, terms: [WeightedTerm] = [], rule: AggregateRule = .usual,
    notes: [String] = []
  ) {
    self.scale = scale
    self.tally = tally
    self.terms = terms
    self.rule = rule
    self.notes = notes
  }
}

/// A criterion's own result and how much it counts among its neighbours.
public struct WeightedTerm: Sendable, Equatable {
  /// What people call the criterion.
  public var name: String
  /// 1 where the framework gives none.
  public var weight: Double
  /// In the scale's own values; `nil` where the criterion has no figure.
  public var number: Double?
  /// Whether anything of it applies to the subject.
  public var applies: Bool

  public init(_ name: String, weight: Double, number: Double?, applies: Bool = true) {
    self.name = name
    self.weight = weight
    self.number = number
    self.applies = applies
  }
}

/// What an aggregation does with criteria that have no point.
public struct UnansweredRule: Sendable, Equatable {
  public let missing: Treatment
  public let notApplicable: Treatment
  public let notReviewed: Treatment

  public enum Treatment: String, Sendable {
    /// No longer among those that could have been answered.
    case leaves
    /// Stays among those that could have been answered, so that too many of them leave no figure.
    case staysUnanswered
    /// Counted and shown beside the points.
    case shown
    /// Not looked at.
    case ignored
  }

  /// The usual: what does not apply leaves; what is missing or was not reviewed stays unanswered.
  public static let usual = UnansweredRule(
    missing: .staysUnanswered, notApplicable: .leaves, notReviewed: .staysUnanswered)
  public static let shown = UnansweredRule(missing: .shown, notApplicable: .shown, notReviewed: .shown)
  public static let ignored = UnansweredRule(
    missing: .ignored, notApplicable: .ignored, notReviewed: .ignored)
}

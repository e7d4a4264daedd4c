import Frameworks

extension Aggregations {
  /// `best-fit`: the point whose description fits best. Best fit is the reviewer's judgement; this only
  /// suggests one.
  ///
  /// **From marked statements** of one criterion (``suggestion(on:statements:marked:)``; assumed, since no
  /// source gives a rule): the highest point of whose own statements at least half are marked, if no point
  /// below it speaks against it. A point below speaks against it where the statements marked there or higher
  /// up are, in number, fewer than half of its own: a statement that holds further up stands for one below,
  /// because descriptions often replace one another from point to point. Points without statements are
  /// neither suggested nor in the way.
  ///
  /// **From the points of other criteria**: the highest point that at least half of the answers reach.
  public struct BestFit: Aggregation {
    public let name = "best-fit"
    public let summary = "The highest point that at least half of the statements, or of the answers, reach."
    public let unanswered = UnansweredRule.usual

    public init() {}

    public func accepts(_ kind: Scale.Kind) -> Bool { kind != .nominal }

    public func value(of basis: AggregateBasis) -> AggregateValue? {
      let answered = basis.tally.answered
      var reaching = 0
      for point in (0..<basis.tally.pointCount).reversed() {
        reaching += basis.tally[point]
        if reaching > 0, 2 * reaching >= answered { return .point(UInt8(point)) }
      }
      return nil
    }

    /// What the marked statements of a criterion suggest; `nil` where it has no statements or none is marked.
    ///
    /// - Parameters:
    ///   - statements: the criterion's, each at a point of the scale.
    ///   - marked: ids of those that hold. Others' ids are passed over.
    public static func suggestion(
      on scale: CompiledScale, statements: [Statement], marked: some Sequence<String>
    ) -> BestFitSuggestion? {
      let held = Set(marked)
      var support = scale.values.map { _ in BestFitSuggestion.Support() }
      for statement in statements {
        guard let code = scale.code(of: statement.at.value), Int(code) < support.count else { continue }
        support[Int(code)].of += 1
        if held.contains(statement.id.value) { support[Int(code)].marked += 1 }
      }
      guard support.contains(where: { $0.marked > 0 }) else { return nil }
      return BestFitSuggestion(point: highest(support), support: support)
    }

    private static func highest(_ support: [BestFitSuggestion.Support]) -> UInt8? {
      var best: UInt8?
      var markedFromHere = support.reduce(0) { $0 + $1.marked }
      for (code, point) in support.enumerated() where point.of > 0 {
        if 2 * markedFromHere < point.of { break }
        if 2 * point.marked >= point.of { best = UInt8(code) }
        markedFromHere -= point.marked
      }
      return best
    }
  }
}

/// What marked statements suggest.
public struct BestFitSuggestion: Sendable, Equatable {
  /// `nil` where no point is reached.
  public let point: UInt8?
  /// For each point of the scale: how many of its statements are marked.
  public let support: [Support]

  public struct Support: Sendable, Equatable {
    public var marked = 0
    public var of = 0
  }
}

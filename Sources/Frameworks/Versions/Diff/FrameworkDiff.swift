import Documents
import Sealing

/// What differs between two frameworks: two versions of one, a variant and its base, or any two.
public struct FrameworkDiff: Sendable {
  public var from: FrameworkIdentity
  public var to: FrameworkIdentity
  public let fromTitle: String
  public let toTitle: String
  /// How the two hang together, in sentences.
  public let route: [String]
  /// Whether their authors say how the one came from the other, all the way.
  public let isTold: Bool
  /// Criteria first, then the rest in the order of the document.
  public let changes: [Difference]
  /// Every criterion that one of the two judges, in the later framework's order, then what is gone.
  public let standings: [CriterionStanding]
  /// How many criteria, judged or not, stand where they stood.
  public let kept: Int

  /// The least step that a version of the same framework needs; `nil` where nothing differs.
  public var step: VersionStep? { changes.map(\.step).max() }

  public var isEmpty: Bool { changes.isEmpty }

  /// Whether they are versions of one framework.
  public var isOneFramework: Bool { from.id == to.id }

  /// Criteria that were paired because they look alike.
  public var guesses: [Difference] { changes.filter { $0.isGuess && $0.rowID == "criterion-gone" } }

  /// The lowest version that the later framework may have; `nil` where nothing differs.
  public var leastVersion: SemanticVersion? { step?.next(after: from.version) }

  /// How many criteria that are judged stand how.
  public func count(_ standing: CriterionStanding.Standing) -> Int {
    standings.count { $0.standing == standing }
  }

  /// - Parameter history: where the versions and bases between the two are looked for.
  public init(
    from earlier: ResolvedFramework, to later: ResolvedFramework,
    history: some FrameworkHistory = NoHistory()
  ) {
    self.init(Comparability.between(earlier, later, history: history))
  }

  /// Compares what two frameworks say. Identity and status do not count: they differ between any two versions.
  public init(_ comparability: Comparability) {
    let (earlier, later) = (comparability.from, comparability.to)
    (from, to) = (FrameworkIdentity(of: earlier), FrameworkIdentity(of: later))
    (fromTitle, toTitle) = (earlier.framework.title, later.framework.title)
    route = comparability.route.map(\.words)
    isTold = comparability.isRelated && !comparability.route.contains { $0.kind == .unsaid }
    var criteria = CriterionWalk(earlier, later, Correspondence(comparability))
    criteria.run()
    var document = DocumentWalk(hasOtherPoints: criteria.walk.hasOtherPoints)
    document.compareWithoutCriteria(earlier.framework, later.framework)
    changes = criteria.walk.found + document.found
    kept = criteria.kept
    standings = comparability.pairs.compactMap { CriterionStanding.of($0, in: comparability) }
  }
}

extension DocumentWalk {
  /// All of two frameworks but their criteria.
  fileprivate mutating func compareWithoutCriteria(_ old: Framework, _ new: Framework) {
    guard case .record(let spec) = Framework.shape.spec else { return }
    let write = { (framework: Framework) in
      var framework = framework
      framework.criteria = []
      return Framework.shape.write(framework)
    }
    compare(
      spec, write(old), write(new), at: DifferencePlace(),
      skipping: ["schema", "id", "version", "status", "criteria"])
    joinMoves()
  }
}

/// What attackers could learn from one release, for those who decide whether it may leave.
///
/// It is worked out from the exact judgements, so it is for the partnership alone.
public struct AuditReport: Sendable, Equatable {
  public static let mark = "not for publication"
  public static let schema = "waymark.audit/1"

  /// What was audited: bytes that are fixed, or what a policy would make of a cohort.
  public var basis: Basis
  public var unit: Sheet.Unit
  /// How many figures are published, and how many judgements (or section scores) stand behind them.
  public var figures: Int
  public var judgements: Int
  public var schools: Int
  /// Whether chance has a part in any figure.
  public var isNoisy: Bool
  /// The earlier releases that attackers are given as well, the oldest first.
  public var earlier: [Earlier] = []
  public var findings: [Finding] = []
  /// What can be worked out of counts without any belief; of techniques without noise only.
  public var hidden: [Hidden] = []

  public enum Basis: Sendable, Equatable {
    /// A release as it was fixed.
    case fixed
    /// What another policy would do to the same judgements.
    case supposed
  }

  /// An earlier release that attackers may hold as well.
  public struct Earlier: Sendable, Equatable {
    public var period: String
    /// How many of the audited figures it has too.
    public var figures: Int
    /// Its judgements were not at hand: today's were taken.
    public var isAssumed: Bool
  }

  /// What one attacker comes to.
  public struct Finding: Sendable, Equatable {
    public var attacker: Attacker
    /// How many judgements were attacked.
    public var judgements: Int
    /// Over all noise that could have been drawn; `nil` where it was not worked out.
    public var expected: AttackOutcome?
    /// With these very bytes; `nil` where none are fixed.
    public var actual: AttackOutcome?
    /// The figure that gives most away.
    public var worst: Worst?
    /// The share of schools of which at least one judgement is pinned, expected and with these bytes.
    public var anyExpected: Double?
    public var anyActual: Double?
    /// How many of the attacked judgements did not change since an earlier release.
    public var unchanged: Int?

    /// The larger of what is expected and what these bytes do.
    public var pinned: Double { max(expected?.pinned ?? 0, actual?.pinned ?? 0) }
    /// What is expected, else what these bytes do.
    public var outcome: AttackOutcome { expected ?? actual ?? AttackOutcome() }
  }

  public struct Worst: Sendable, Equatable {
    public var id: String
    public var title: String
    public var outcome: AttackOutcome
  }

  /// The counts that fit what a figure without noise says.
  public struct Hidden: Sendable, Equatable {
    public var id: String
    public var title: String
    public var values: [Int]
    /// What the figure says of each point; `nil` where it withholds it. Empty where it says nothing of points.
    public var shown: [Int?]
    /// By point: the fewest and the most schools that fit.
    public var bounds: [ClosedRange<Int>]
    /// How many ways of spreading the schools fit.
    public var ways: Int
  }

  public enum Attacker: Sendable, Hashable {
    /// Knows all publications and who takes part.
    case outsider
    /// A school that takes part.
    case member
    /// All schools but two, together.
    case coalition
    /// Knows all judgements but one.
    case allButOne
    /// Subtracts two releases between which schools came or went, and knows all of those but one.
    case comingOrGoing
    /// Knows all judgements but one, in every release of judgements that did not change.
    case repetition
    /// The same in some years' time, if nothing changes and each year is published.
    case unchanged(years: Int)
    /// Knows all other schools, and holds all of one school's figures together.
    case joint
    /// The same, with every earlier release of judgements that did not change.
    case jointRepetition

    public var name: String {
      switch self {
      case .outsider: "outsider"
      case .member: "member"
      case .coalition: "coalition"
      case .allButOne: "all-but-one"
      case .comingOrGoing: "coming-or-going"
      case .repetition: "repetition"
      case .unchanged(let years): "unchanged-\(years)-years"
      case .joint: "joint"
      case .jointRepetition: "joint-with-earlier"
      }
    }
  }

  public subscript(attacker: Attacker) -> Finding? { findings.first { $0.attacker == attacker } }
}

import Documents
import Profiles

/// How much may be told of one school and criterion by the partnership's own sheets, in any so many years.
public struct LedgerCap: Sendable, Equatable {
  public let epsilon: Epsilon
  public let years: Int

  public init(epsilon: Epsilon, years: Int) { (self.epsilon, self.years) = (epsilon, years) }

  /// How long a school whose past nobody knows stays out of releases, in years (DISCLOSURE section 5 (iii)).
  static let yearsUnsettled = 5

  /// Whether something told on one day still counts on another.
  func holds(_ told: Day, on day: Day) -> Bool { free(from: told) > day }

  /// The first day on which something told on a day no longer counts.
  func free(from told: Day) -> Day { told.adding(Interval(years, .years)) }
}

extension LedgerCap {
  /// The cap of a policy (DISCLOSURE section 5 (iii) 4).
  init(_ policy: Policy) { self.init(epsilon: policy.caps.epsilon, years: policy.caps.years) }
}

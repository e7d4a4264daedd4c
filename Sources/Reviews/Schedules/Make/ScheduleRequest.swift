import Documents
import Frameworks
import Sealing

/// What a schedule is made from.
public struct ScheduleRequest: Sendable {
  public let framework: ResolvedFramework
  /// Of the framework's resolved content.
  public let digest: Digest
  /// The partnership's short name.
  public let partnership: String
  public let period: Period
  /// Those who are reviewed.
  public var members: [ScheduledSchool]
  public var people: [ListedPerson] = []
  /// No step is put before this day; without it, the year starts in September.
  public var start: Day?
  /// Shuffles the schools; without it they come in the order given.
  public var seed: UInt64?

  public init(
    framework: ResolvedFramework, digest: Digest, partnership: String, period: Period,
    members: [ScheduledSchool]
  ) {
    (self.framework, self.digest, self.partnership) = (framework, digest, partnership)
    (self.period, self.members) = (period, members)
  }
}

/// A schedule together with what its maker took for granted or could not fill.
public struct ProposedSchedule: Sendable {
  public let schedule: Schedule
  /// What was assumed, a sentence or two each.
  public let assumptions: [String]
  /// What people have to see to, a sentence each.
  public let gaps: [String]
}

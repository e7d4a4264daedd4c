import Documents
import Frameworks

/// The days on which a step is due, worked out from the days of the step that it is counted from.
public struct StepWindow: Sendable, Equatable {
  /// `nil` where it may be as early as anybody likes.
  public let earliest: Day?
  /// `nil` where it may be as late as anybody likes.
  public let latest: Day?
  /// The day to plan for.
  public let aim: Day

  /// - Parameter anchor: the days of the step that the window is counted from: before its first day, or after its last.
  public init(_ window: Window, from anchor: Days) {
    let (span, aim) = (window.span.value, window.aim)
    let isBefore = window.before != nil
    let start = isBefore ? anchor.from : anchor.to
    func day(_ interval: Interval) -> Day { isBefore ? start.subtracting(interval) : start.adding(interval) }
    let (near, far) = (span.from.map(day), span.to.map(day))
    // Without a least distance, the anchor itself is the near end.
    let bound = near ?? (far == nil ? nil : start)
    (earliest, latest) = isBefore ? (far, bound) : (bound, far)
    if let aim {
      self.aim = day(aim)
    } else if let near, let far {
      let gap = near.days(until: far)
      self.aim = near.adding(days: gap / 2)
    } else {
      self.aim = near ?? far ?? start
    }
  }

  public func contains(_ day: Day) -> Bool { distance(of: day) == 0 }

  /// By how many days a day misses the window: negative where it is too early.
  public func distance(of day: Day) -> Int {
    if let earliest, day < earliest { return -day.days(until: earliest) }
    if let latest, day > latest { return latest.days(until: day) }
    return 0
  }
}

extension Window {
  /// What the framework asks, for people: "1 week to 2 weeks after the review".
  public func words(_ process: ReviewProcess) -> String {
    let name = anchor.flatMap { process.step($0.value)?.title } ?? anchor?.value ?? ""
    return "\(span.value.words) \(before != nil ? "before" : "after") “\(name)”"
  }
}

import Diagnostics

/// A coverage condition asks for a number of criteria that a review can reach.
enum CoverageNumbers: FrameworkCheck {
  static let empty = DiagnosticCode(
    "coverage-empty", "A coverage condition asks for nothing.", advice: "Add `atLeast`, `atMost` or both.")
  static let impossible = DiagnosticCode(
    "coverage-impossible", "A coverage condition asks for more than there is.",
    advice: "Lower `atLeast`, or let the condition count more criteria.")
  static let codes = [empty, impossible]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var positions: LevelPositions?
    for condition in resolved.framework.coverage.all {
      let place = condition.level.range == .nowhere ? condition.range : condition.level.range
      guard condition.atLeast != nil || condition.atMost != nil else {
        bag.report(empty, messageForEmpty, at: place)
        continue
      }
      guard let least = condition.atLeast else { continue }
      if let most = condition.atMost, least > most {
        bag.report(impossible, message(least, atMost: most), at: place)
        continue
      }
      guard let level = resolved.level(condition.level.value) else { continue }
      let ofLevels = positions ?? LevelPositions(resolved)
      positions = ofLevels
      if let available = count(condition, ofLevels, level, resolved), least > available {
        bag.report(impossible, message(least, available, condition.level.value), at: place)
      }
    }
  }

  /// How many criteria the condition can count; `nil` where it names one that does not exist, which is
  /// reported elsewhere.
  private static func count(
    _ condition: CoverageCondition, _ positions: LevelPositions, _ level: Int, _ resolved: ResolvedFramework
  ) -> Int? {
    var span = 0..<resolved.criteria.count
    if let under = condition.under {
      guard let criterion = resolved.criterion(under.value) else { return nil }
      span = (criterion.index + 1)..<criterion.end
    }
    if condition.among.isEmpty { return positions.count(of: level, in: span) }
    var chosen: Set<Int> = []
    for path in condition.among {
      guard let criterion = resolved.criterion(path.value) else { return nil }
      if criterion.level == level, span.contains(criterion.index) { chosen.insert(criterion.index) }
    }
    return chosen.count
  }

  private static let messageForEmpty = "This condition has neither `atLeast` nor `atMost`."
  private static func message(_ least: Int, atMost most: Int) -> String {
    "At least \(least) are wanted, but at most \(most) allowed."
  }
  private static func message(_ least: Int, _ available: Int, _ level: String) -> String {
    "At least \(least) of the level “\(level)” are wanted, but there \(available == 1 ? "is" : "are") \(available)."
  }
}

import Diagnostics

/// Boxes that pick criteria, and demands for evidence, name a level, and may keep to what lies at or below
/// one criterion. Both must exist, and there must be something to pick.
enum CriteriaToPick: FrameworkCheck {
  static let unknownLevel = DiagnosticCode(
    "unknown-level", "A level is named that does not stand under `levels`.",
    advice: "Use the id of one of the levels.")
  static let unknownCriterion = DiagnosticCode(
    "unknown-criterion", "A criterion is named that does not exist.",
    advice: "Use the criterion's path: its ids from the top down, joined by `/`.")
  static let nothing = DiagnosticCode(
    "nothing-under", "No criterion of a level lies at or below the one that is named.",
    advice: "Name a criterion further up, or another level.")
  static let impossible = DiagnosticCode(
    "pick-impossible", "A box wants more criteria than there are.",
    advice: "Lower `atLeast`, or let the box pick from more criteria.")
  static let codes = [unknownLevel, unknownCriterion, nothing, impossible]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    let fields = framework.fieldUses.map(\.field)
    guard
      !framework.evidenceRequired.isEmpty || fields.contains(where: { $0.level != nil || $0.under != nil })
    else { return }
    let positions = LevelPositions(resolved)
    var levels = KnownNames(framework.levels.map(\.id.value), unknownLevel, messageForLevel)
    var paths = PathSuggester(resolved)
    /// How many there are; `nil` where one of the names is wrong.
    func count(_ level: Located<String>?, _ under: Located<String>?, _ bag: inout DiagnosticBag) -> Int? {
      if !framework.levels.isEmpty { levels.check(level, into: &bag) }
      let position = level.flatMap { resolved.level($0.value) }
      guard let under else {
        return position.map { positions.count(of: $0, in: 0..<resolved.criteria.count) }
      }
      guard let criterion = resolved.criterion(under.value) else {
        if !under.value.isEmpty {
          bag.report(
            unknownCriterion, message(under.value), help: paths.help(for: under.value), at: under.range)
        }
        return nil
      }
      guard let position, let level else { return nil }
      let count = positions.count(of: position, in: criterion.index..<criterion.end)
      if count == 0 {
        bag.report(nothing, message(level.value, under.value), at: under.range)
        return nil
      }
      return count
    }
    for requirement in framework.evidenceRequired { _ = count(requirement.level, requirement.under, &bag) }
    for field in fields {
      let available = count(field.level, field.under, &bag)
      if field.kind == .criteria, let available, let least = field.atLeast, least > available {
        bag.report(impossible, message(least, available), at: field.id.range)
      }
    }
  }

  private static func messageForLevel(_ level: String) -> String { "No level is called “\(level)”." }
  private static func message(_ path: String) -> String { "There is no criterion “\(path)”." }
  private static func message(_ level: String, _ path: String) -> String {
    "No criterion of the level “\(level)” lies at or below “\(path)”."
  }
  private static func message(_ least: Int, _ available: Int) -> String {
    "At least \(least) are wanted here, but there \(available == 1 ? "is" : "are") \(available) to pick from."
  }
}

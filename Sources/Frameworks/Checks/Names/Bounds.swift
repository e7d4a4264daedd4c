import Diagnostics

/// `atLeast` and `atMost` say how many there may be of something, or how large it is. Coverage conditions,
/// which also have to fit the criteria, have a check of their own.
enum Bounds: FrameworkCheck {
  static let reversed = DiagnosticCode(
    "bounds-reversed", "`atLeast` is more than `atMost`.", advice: "Swap the two, or correct one of them.")
  static let empty = DiagnosticCode(
    "bounds-empty", "Something is to be counted, but every number would do.",
    advice: "Add `atLeast`, `atMost` or both.")
  static let codes = [reversed, empty]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    func check<Number: Comparable & CustomStringConvertible>(
      _ least: Number?, _ most: Number?, at place: SourceRange
    ) {
      if let least, let most, least > most {
        bag.report(reversed, message("\(least)".plain, "\(most)".plain), at: place)
      }
    }
    for role in framework.team.roles { check(role.atLeast, role.atMost, at: role.id.range) }
    for size in framework.team.sizes {
      guard let first = size.of.first else { continue }
      check(size.atLeast, size.atMost, at: first.range)
      if size.atLeast == nil, size.atMost == nil { bag.report(empty, messageForSize, at: first.range) }
    }
    for step in framework.process.stages.flatMap(\.steps) {
      guard let lasts = step.lasts else { continue }
      check(lasts.atLeast, lasts.atMost, at: step.id.range)
      if lasts.atLeast == nil, lasts.atMost == nil {
        bag.report(empty, messageForLength(step.id.value), at: step.id.range)
      }
    }
    for use in framework.fieldUses { check(use.field.atLeast, use.field.atMost, at: use.field.id.range) }
    for measure in framework.measures { check(measure.atLeast, measure.atMost, at: measure.id.range) }
  }

  private static func message(_ least: String, _ most: String) -> String {
    "`atLeast` is \(least), but `atMost` is \(most)."
  }
  private static let messageForSize = "This size has neither `atLeast` nor `atMost`."
  private static func messageForLength(_ step: String) -> String {
    "`lasts` of the step “\(step)” has neither `atLeast` nor `atMost`."
  }
}

extension String {
  /// A whole number without its fraction: 2, not 2.0.
  fileprivate var plain: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}

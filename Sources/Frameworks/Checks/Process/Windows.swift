import Diagnostics
import Documents

/// A window says how long before or after another step a step is due: exactly one of the two. Following the
/// windows from step to step leads to one that people date, never back to the start.
enum Windows: FrameworkCheck {
  static let anchor = DiagnosticCode(
    "window-anchor", "A window does not count from exactly one step.",
    advice: "Write either `before` or `after`, with the id of a step.")
  static let ofItself = DiagnosticCode(
    "window-of-itself", "A step's window counts from the step itself.",
    advice: "Name the step that it comes before or after.")
  static let cycle = DiagnosticCode(
    "window-cycle", "Steps wait for each other in a circle, so that none of them could ever be dated.",
    advice: "Let one of them have no window: people set its date.")
  static let aimOutside = DiagnosticCode(
    "aim-outside-span", "A step is to be planned for a time outside its window.",
    advice: "Choose an `aim` within `span`, or leave it away: then the middle is aimed at.")
  static let codes = [anchor, ofItself, cycle, aimOutside]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let steps = resolved.framework.process.stages.flatMap(\.steps)
    var anchors: [String: Located<String>] = [:]
    for step in steps {
      guard let window = step.window else { continue }
      checkSpan(window, into: &bag)
      if (window.before == nil) == (window.after == nil) {
        let place = window.span.range == .nowhere ? step.id.range : window.span.range
        bag.report(anchor, window.before == nil ? messageForNeither : messageForBoth, at: place)
      } else if let other = window.anchor, !step.id.value.isEmpty {
        if other.value == step.id.value {
          bag.report(ofItself, message(step.id.value), at: other.range)
        } else if anchors[step.id.value] == nil {
          anchors[step.id.value] = other
        }
      }
    }
    checkCircles(steps, anchors, into: &bag)
  }

  private static func checkSpan(_ window: Window, into bag: inout DiagnosticBag) {
    let span = window.span.value
    if let aim = window.aim, span.isBefore(aim) || span.isAfter(aim) {
      bag.report(aimOutside, message(aim.words, span.words), at: window.span.range)
    }
  }

  /// Reports each circle once, where a walk from the first step on comes back to itself.
  private static func checkCircles(
    _ steps: [Step], _ anchors: [String: Located<String>], into bag: inout DiagnosticBag
  ) {
    var done: Set<String> = []
    for step in steps {
      var way: [String] = []
      var places: [String: Int] = [:]
      var next = step.id.value
      while let other = anchors[next], places[next] == nil, !done.contains(next) {
        places[next] = way.count
        way.append(next)
        next = other.value
      }
      if let start = places[next], let place = anchors[next]?.range {
        bag.report(cycle, message(circle: way[start...] + [next]), at: place)
      }
      done.formUnion(way)
    }
  }

  private static let messageForNeither = "This window counts from no step."
  private static let messageForBoth = "This window counts from two steps, `before` and `after`."
  private static func message(_ step: String) -> String { "The window of “\(step)” counts from “\(step)”." }
  private static func message(_ aim: String, _ span: String) -> String {
    "The aim is \(aim), but the window is \(span)."
  }
  private static func message(circle: ArraySlice<String>) -> String {
    let names = circle.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
    return "These steps wait for each other: \(names)\(circle.count > 6 ? ", and so on" : "")."
  }
}

extension Span {
  fileprivate func isBefore(_ aim: Interval) -> Bool { to.map { $0.days < aim.days } ?? false }
  fileprivate func isAfter(_ aim: Interval) -> Bool { from.map { $0.days > aim.days } ?? false }
}

extension Interval {
  /// For putting distances in order: a month counts as 30.4 days.
  fileprivate var days: Double {
    switch unit {
    case .days: Double(count)
    case .weeks: Double(count) * 7
    case .months: Double(count) * 30.4
    case .years: Double(count) * 365.25
    }
  }
}

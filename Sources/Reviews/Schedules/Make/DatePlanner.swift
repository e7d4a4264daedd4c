import Diagnostics
import Documents
import Frameworks

/// Finds days for all scheduled steps of one review, once the day of its main step is chosen: each at the aim of its
/// window, or on the nearest day of a school week inside the window.
struct DatePlanner {
  /// Scheduled steps and the steps that they are counted from, in an order in which each can be worked out.
  private let order: [Step]
  /// The step from which the others are counted; its day is chosen.
  let main: Step?
  private let weeks: SchoolWeeks
  private let process: ReviewProcess

  init(_ process: ReviewProcess, _ weeks: SchoolWeeks) {
    self.process = process
    self.weeks = weeks
    var needed: [String: Step] = [:]
    for step in process.scheduled {
      var next: Step? = step
      while let current = next, needed[current.id.value] == nil {
        needed[current.id.value] = current
        next = current.window?.anchor.flatMap { process.step($0.value) }
      }
    }
    let free = process.steps.filter { needed[$0.id.value] != nil && $0.window == nil }
    func followers(_ step: Step) -> Int {
      needed.values.count { $0.window?.anchor?.value == step.id.value }
    }
    // Of the steps without a window, the one that most others are counted from.
    let main = free.enumerated()
      .max { (followers($0.element), -$0.offset) < (followers($1.element), -$1.offset) }?.element
    self.main = main
    // Other days that people choose are left to them, unless something is counted from there.
    var order = free.filter { $0.id == main?.id || followers($0) > 0 }
    var placed: Set<String> = Set(order.map(\.id.value))
    var isGrowing = true
    while isGrowing {
      let ready = process.steps.filter { step in
        needed[step.id.value] != nil && !placed.contains(step.id.value)
          && step.window?.anchor.map { placed.contains($0.value) } ?? false
      }
      order += ready
      placed.formUnion(ready.map(\.id.value))
      isGrowing = !ready.isEmpty
    }
    self.order = order
  }

  /// The days of every scheduled step, and how badly they fit: 0 where all lie in their windows and in school weeks.
  func plan(_ day: Day) -> (dates: [Keyed<Located<Days>>], misfit: Int) {
    var days: [String: Days] = [:]
    var misfit = 0
    for step in order {
      let first: Day
      if let window = step.window, let anchor = window.anchor, let anchored = days[anchor.value] {
        let due = StepWindow(window, from: anchored)
        first = fitting(due, isBefore: window.before != nil, length: length(of: step))
        misfit += 10 * abs(due.distance(of: window.before != nil ? last(first, step) : first))
      } else {
        first = day
      }
      if first.weekday.isWeekend { misfit += 100 } else if !weeks.contains(first) { misfit += 1 }
      days[step.id.value] = Days(first, to: last(first, step))
    }
    let dates = process.scheduled.compactMap { step in
      days[step.id.value].map { Keyed(key: Located(step.id.value), value: Located($0)) }
    }
    return (dates, misfit)
  }

  /// The day nearest to the aim that is inside the window and in a school week; else on a weekday inside it; else the
  /// nearest weekday.
  private func fitting(_ due: StepWindow, isBefore: Bool, length: Int) -> Day {
    // A step of several days before its anchor has to be over in time.
    let aim = isBefore && length > 1 ? due.aim.adding(days: 1 - length) : due.aim
    let near = (0...56).lazy.map { aim.adding(days: $0 % 2 == 0 ? $0 / 2 : -($0 + 1) / 2) }
    let inside = near.filter { due.contains($0) && due.contains($0.adding(days: isBefore ? length - 1 : 0)) }
    return inside.first(where: weeks.contains) ?? inside.first { !$0.weekday.isWeekend }
      ?? near.first { !$0.weekday.isWeekend } ?? aim
  }

  /// The last day of a step that starts on a day, weekends left out.
  private func last(_ first: Day, _ step: Step) -> Day {
    var (day, left) = (first, length(of: step) - 1)
    while left > 0 {
      day = day.adding(days: 1)
      if !day.weekday.isWeekend { left -= 1 }
    }
    return day
  }

  /// Whole days: the middle of what the framework allows.
  private func length(of step: Step) -> Int {
    guard let lasts = step.lasts else { return 1 }
    let middle = ((lasts.atLeast ?? lasts.atMost ?? 1) + (lasts.atMost ?? lasts.atLeast ?? 1)) / 2
    let least = max(1, Int((lasts.atLeast ?? 1).rounded(.up)))
    return min(max(least, Int(middle.rounded(.down))), 400)
  }
}

/// Decides by the number of subjects alone whether a figure is published, and how.
///
/// The number judged is public; the scores behind it are never looked at, so what a closed gate lets out
/// cannot depend on them.
struct Gate {
  let classes: [SizeClass]

  init(classes: [SizeClass]) { self.classes = classes }

  init(_ policy: Policy, _ unit: Sheet.Unit) { classes = policy.classes(of: unit) }

  /// What is done to figures of `n` subjects; below the gate and past all classes, that is nothing.
  func method(for n: Int) -> any DisclosureMethod {
    classes.first { $0.holds(n) }?.method ?? NothingPublished()
  }

  /// The fewest subjects of whom anything is published; `nil` where nothing ever is.
  var fewest: Int? { classes.filter { $0.technique != .nothing }.map { max($0.from, 1) }.min() }
}

extension Policy {
  func classes(of unit: Sheet.Unit) -> [SizeClass] { unit == .section ? sections.classes : criteria }
}

/// Decides by the number of subjects alone whether a figure is published, and with what parameters.
///
/// The number judged is public; the scores behind it are never looked at, so what a closed gate lets out
/// cannot depend on them.
struct Gate {
  let classes: [SizeClass]

  /// The class that publishes figures of `n` subjects; `nil` where nothing is published.
  func opens(for n: Int) -> (technique: Technique, epsilon: Fraction)? {
    guard let size = classes.first(where: { $0.holds(n) }), size.technique != .nothing,
      let epsilon = size.epsilon
    else { return nil }
    return (size.technique, epsilon)
  }

  /// The fewest subjects of whom anything is published; `nil` where nothing ever is.
  var fewest: Int? { classes.filter { $0.technique != .nothing }.map(\.from).min() }
}

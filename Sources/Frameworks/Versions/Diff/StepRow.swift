/// One row of the table that says which change needs which step of the version.
public struct StepRow: Sendable, Equatable {
  /// Stable, a slug.
  public let id: String
  /// What changes, in words for the guide.
  public let what: String
  public let step: VersionStep
  /// Why it needs this step.
  public let why: String
  /// Where: keys joined by `/`, without ids; `*` is any one key, `**` any number of them.
  let places: [[String]]
  /// What happens there; empty for anything.
  let events: Set<DifferenceEvent.Kind>
  let condition: Condition

  /// What must be so besides.
  enum Condition: Sendable {
    case any
    /// Only words for people to read differ.
    case words
    /// Some work that was complete may not be so any more.
    case asksMore
    /// Whatever was complete still is.
    case asksLess
    /// It only advises.
    case advises
    /// A scale has other points.
    case otherPoints
    /// A scale has the points of the one that it takes the place of.
    case samePoints
  }

  init(
    _ id: String, _ step: VersionStep, at places: [String], _ events: Set<DifferenceEvent.Kind> = [],
    when condition: Condition = .any, what: String, why: String
  ) {
    (self.id, self.step, self.what, self.why) = (id, step, what, why)
    self.places = places.map { $0.split(separator: "/").map(String.init) }
    (self.events, self.condition) = (events, condition)
  }

  func matches(_ event: DifferenceEvent) -> Bool {
    guard events.isEmpty || events.contains(event.kind), holds(event) else { return false }
    return places.contains { Self.matches($0[...], event.keys[...]) }
  }

  private func holds(_ event: DifferenceEvent) -> Bool {
    switch condition {
    case .any: true
    case .words: event.isProse
    case .asksMore: event.binds && event.demand != .less
    case .asksLess: event.demand == .less
    case .advises: !event.binds
    case .otherPoints: event.hasOtherPoints == true
    case .samePoints: event.hasOtherPoints == false
    }
  }

  private static func matches(_ pattern: ArraySlice<String>, _ keys: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return keys.isEmpty }
    if first == "**" {
      let rest = pattern.dropFirst()
      return matches(rest, keys) || (!keys.isEmpty && matches(pattern, keys.dropFirst()))
    }
    guard let key = keys.first, first == "*" || first == key else { return false }
    return matches(pattern.dropFirst(), keys.dropFirst())
  }
}

/// What a row is looked up for.
struct DifferenceEvent {
  /// What happens to a thing or a field.
  enum Kind: Hashable {
    case added, removed, changed, reordered, renamed, moved, split, merged, replaced
  }

  /// Whether a framework asks more of those who work with it.
  enum Demand { case more, less, unclear }

  let kind: Kind
  /// The keys that lead to it.
  let keys: [String]
  var isProse = false
  /// Whether what is asked there must be done.
  var binds = true
  var demand = Demand.unclear
  /// Where one scale takes the place of another: whether judgements on the one are none on the other.
  var hasOtherPoints: Bool?
}

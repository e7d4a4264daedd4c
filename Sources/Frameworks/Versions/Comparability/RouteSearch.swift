/// The shortest way from one framework to another over a lineage; what authors say before what is guessed, and
/// crosswalks last.
struct RouteSearch {
  private let lineage: Lineage

  init(_ lineage: Lineage) { self.lineage = lineage }

  /// A tie, and which way it is followed.
  struct Step {
    let tie: Lineage.Tie
    let isBackwards: Bool

    var start: Lineage.Name { isBackwards ? tie.later : tie.earlier }
    var end: Lineage.Name { isBackwards ? tie.earlier : tie.later }
    var reversed: Step { Step(tie: tie, isBackwards: !isBackwards) }
  }

  /// Which ties a route had better be made of.
  enum Taste {
    /// What authors say, however long the way; then what is guessed from paths; crosswalks last.
    case stated
    /// Versions of which nobody says how one came from the other; no crosswalks.
    case unsaid
    /// Crosswalks.
    case linked

    /// `nil` where it may not be used.
    func length(of bond: Lineage.Tie.Bond) -> Int? {
      switch (self, bond) {
      case (.stated, .variant), (.stated, .migration): 1
      case (.stated, .unsaid): 100
      case (.stated, .crosswalk): 10_000
      case (.unsaid, .unsaid), (.unsaid, .migration): 1
      case (.unsaid, .variant): 2
      case (.unsaid, .crosswalk): nil
      case (.linked, .crosswalk): 1
      case (.linked, .variant), (.linked, .migration): 2
      case (.linked, .unsaid): 3
      }
    }
  }

  /// The same way there and back: it is looked for from the end that comes first by name.
  func route(from start: Lineage.Name, to end: Lineage.Name, _ taste: Taste) -> [Step]? {
    if start < end { return search(start, end, taste) }
    return search(end, start, taste)?.reversed().map(\.reversed)
  }

  private func search(_ start: Lineage.Name, _ end: Lineage.Name, _ taste: Taste) -> [Step]? {
    var steps: [Lineage.Name: [(step: Step, length: Int)]] = [:]
    for tie in lineage.ties {
      guard let length = taste.length(of: tie.bond) else { continue }
      for step in [Step(tie: tie, isBackwards: false), Step(tie: tie, isBackwards: true)] {
        steps[step.start, default: []].append((step, length))
      }
    }
    var lengths: [Lineage.Name: Int] = [start: 0]
    var last: [Lineage.Name: Step] = [:]
    var open: Set<Lineage.Name> = [start]
    var done: Set<Lineage.Name> = []
    while let here = open.min(by: { (lengths[$0] ?? 0, $0) < (lengths[$1] ?? 0, $1) }), here != end {
      open.remove(here)
      done.insert(here)
      for (step, more) in steps[here] ?? [] where !done.contains(step.end) {
        let length = (lengths[here] ?? 0) + more
        if let known = lengths[step.end], known <= length { continue }
        lengths[step.end] = length
        last[step.end] = step
        open.insert(step.end)
      }
    }
    guard lengths[end] != nil else { return nil }
    var route: [Step] = []
    var here = end
    while here != start, let step = last[here] {
      route.append(step)
      here = step.start
    }
    return route.reversed()
  }
}

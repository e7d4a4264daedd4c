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

  /// The same way there and back: it is looked for from the end that comes first by name.
  ///
  /// - Parameter limit: the longest tie that may be used.
  func route(from start: Lineage.Name, to end: Lineage.Name, limit: Int) -> [Step]? {
    if start < end { return search(start, end, limit) }
    return search(end, start, limit)?.reversed().map(\.reversed)
  }

  private func search(_ start: Lineage.Name, _ end: Lineage.Name, _ limit: Int) -> [Step]? {
    var steps: [Lineage.Name: [Step]] = [:]
    for tie in lineage.ties where tie.length <= limit {
      for step in [Step(tie: tie, isBackwards: false), Step(tie: tie, isBackwards: true)] {
        steps[step.start, default: []].append(step)
      }
    }
    var lengths: [Lineage.Name: Int] = [start: 0]
    var last: [Lineage.Name: Step] = [:]
    var open: Set<Lineage.Name> = [start]
    var done: Set<Lineage.Name> = []
    while let here = open.min(by: { (lengths[$0] ?? 0, $0) < (lengths[$1] ?? 0, $1) }), here != end {
      open.remove(here)
      done.insert(here)
      for step in steps[here] ?? [] where !done.contains(step.end) {
        let length = (lengths[here] ?? 0) + step.tie.length
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

import Diagnostics
import Documents

/// Whether an author says what becomes of judgements wherever they are made on another scale than before.
struct ScaleSwaps {
  let now: ResolvedFramework
  let before: ResolvedFramework
  let descent: Descent
  /// Where a swap is told of that no map speaks of, by the id of the scale that is now.
  let place: (String) -> SourceRange?

  func check(into bag: inout DiagnosticBag) {
    var told: Set<[String]> = []
    for (criterion, paths) in zip(now.criteria, descent.origins(of: now)) {
      for path in paths {
        guard let earlier = before.criterion(path) else { continue }
        for kind in ReviewKind.allCases {
          guard let old = earlier.judgedScale(by: kind), let new = criterion.judgedScale(by: kind) else {
            continue
          }
          let (from, to) = (before.framework.scales[old], now.framework.scales[new])
          guard !from.value.hasSamePoints(as: to.value), told.insert([from.key.value, to.key.value]).inserted
          else { continue }
          if descent.scaleMap(from: from.key.value, to: to.key.value) == nil {
            reportMissing(from, to, into: &bag)
          }
        }
      }
    }
    for map in descent.scaleMaps { check(map, into: &bag) }
  }

  private func reportMissing(_ from: Keyed<Scale>, _ to: Keyed<Scale>, into bag: inout DiagnosticBag) {
    let (old, new) = (from.key.value, to.key.value)
    bag.report(
      ResolutionCodes.mapMissing,
      old == new
        ? "“\(old)” has other points than before, and no change says what becomes of judgements."
        : "“\(old)” becomes “\(new)”, which has other points, and no change says what becomes of judgements.",
      help: "Say so in the `set` of the scale or of its points: `map: {OLD: NEW, …}`, or `map: none`.",
      at: place(new))
  }

  private func check(_ map: Descent.ScaleMap, into bag: inout DiagnosticBag) {
    guard let from = before.scaleIndex(map.from), let to = now.scaleIndex(map.to),
      !before.scale(from).hasSamePoints(as: now.scale(to))
    else {
      bag.report(
        ResolutionCodes.mapUnused,
        "“\(map.from)” before and “\(map.to)” now have the same points, or one of them is not there.",
        at: map.range)
      return
    }
    guard let points = map.points else { return }
    let old = before.scale(from).points.map(\.id.value)
    let new = now.scale(to).points.map(\.id.value)
    let missing = old.filter { points[$0] == nil }
    if !missing.isEmpty {
      bag.report(
        ResolutionCodes.mapPoints,
        "The map from “\(map.from)” leaves out: \(missing.joined(separator: ", ")).",
        at: map.range)
    }
    // One change may swap the scales of both kinds of review.
    let known = descent.scaleMaps.filter { $0.range == map.range }.compactMap { before.scaleIndex($0.from) }
      .flatMap { before.scale($0).points.map(\.id.value) }
    for (point, counterpart) in points.sorted(by: { $0.key < $1.key }) {
      if !known.contains(point) {
        report("“\(map.from)” had no point “\(point)”.", point, among: old, map, into: &bag)
      }
      if !new.contains(counterpart) {
        report("“\(map.to)” has no point “\(counterpart)”.", counterpart, among: new, map, into: &bag)
      }
    }
  }

  private func report(
    _ message: String, _ point: String, among points: [String], _ map: Descent.ScaleMap,
    into bag: inout DiagnosticBag
  ) {
    bag.report(
      ResolutionCodes.mapPoints, message,
      help: NearestName.of(point, among: points).map { "Did you mean “\($0)”?" }
        ?? "There is: \(points.joined(separator: ", ")).", at: map.range)
  }
}

extension Scale {
  /// Whether judgements on the one are judgements on the other: the same points with the same numbers in the same
  /// order. Labels may differ.
  public func hasSamePoints(as other: Scale) -> Bool {
    points.map(\.id.value) == other.points.map(\.id.value) && points.map(\.value) == other.points.map(\.value)
  }
}

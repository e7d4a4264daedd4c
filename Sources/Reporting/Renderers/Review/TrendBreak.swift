import Frameworks
import Rubrics

/// Where the line from an earlier review to this one breaks, and why.
struct TrendBreak {
  let title: String
  let texts: [String]

  /// - Returns: `nil` where everything can be compared.
  init?(_ report: ReviewReport) {
    guard let shift = report.shift, !shift.broken.isEmpty else { return nil }
    title = shift.isBroken ? "The trend breaks here" : "Where the trend breaks"
    let occasion = ReviewWords.occasion(shift.earlier)
    let told = shift.gone.filter { Self.point($0, shift) != nil }
    var texts = [shift.standing].compactMap(\.self)
    texts += told.map { entry -> String in
      "\(entry.name): \(Self.point(entry, shift) ?? "") (\(occasion)). Not comparable: \(Self.words(entry, shift))."
    }
    let rest = shift.broken.filter { entry in !told.contains { $0 == entry } }
    for obstacle in Comparability.Obstacle.allCases {
      let these = rest.filter { $0.movement == .notComparable(obstacle) }
      if these.isEmpty { continue }
      let names = these.count > 3 ? "\(these.count) criteria" : English.list(these.map(\.name))
      texts.append("\(names): \(obstacle.label).")
    }
    texts += Self.whys(shift).map { "Why: \($0)" }
    self.texts = texts
  }

  /// "Excellent"
  private static func point(_ entry: Shift.Entry, _ shift: Shift) -> String? {
    entry.earlierPath.flatMap(shift.earlier.criterion)?.point.map(FrameworkWords.point)
  }

  private static func words(_ entry: Shift.Entry, _ shift: Shift) -> String {
    guard case .notComparable(let obstacle) = entry.movement else { return "" }
    return shift.comparability.words(obstacle)
  }

  /// What the frameworks' authors say of it, each once; the first few.
  private static func whys(_ shift: Shift) -> [String] {
    var whys: [String] = []
    for entry in shift.broken {
      let pairs =
        entry.later == nil
        ? entry.earlierPath.map { shift.comparability.pairs(from: $0) } ?? []
        : shift.comparability.pairs(to: entry.path)
      for why in pairs.flatMap(\.why) where !whys.contains(why) { whys.append(why) }
    }
    return Array(whys.prefix(4))
  }
}

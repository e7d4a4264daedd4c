/// Pairs in one form, however they were found: what compares to nothing stands criterion by criterion, a criterion that
/// has a counterpart is not said to have none, and all stand in the order of the frameworks.
struct PairOrder {
  private let from: ResolvedFramework
  private let to: ResolvedFramework

  init(_ from: ResolvedFramework, _ to: ResolvedFramework) { (self.from, self.to) = (from, to) }

  func ordered(_ pairs: [Comparability.Pair]) -> [Comparability.Pair] {
    let single = pairs.flatMap(couples)
    let known = (
      from: Set(single.filter { !$0.to.isEmpty }.flatMap(\.from)),
      to: Set(single.filter { !$0.from.isEmpty }.flatMap(\.to))
    )
    var places: [[[String]]: Int] = [:]
    var kept: [Comparability.Pair] = []
    for pair in single {
      if pair.to.isEmpty, pair.from.allSatisfy(known.from.contains) { continue }
      if pair.from.isEmpty, pair.to.allSatisfy(known.to.contains) { continue }
      let sorted = sorted(pair)
      if let place = places[[sorted.from, sorted.to]] {
        kept[place].add(sorted)
      } else {
        places[[sorted.from, sorted.to]] = kept.count
        kept.append(sorted)
      }
    }
    return kept.map { ($0, place($0)) }.enumerated()
      .sorted { ($0.element.1.0, $0.element.1.1, $0.offset) < ($1.element.1.0, $1.element.1.1, $1.offset) }
      .map(\.element.0)
  }

  /// Each of the one side with each of the other, where they do not compare anyway.
  private func couples(_ pair: Comparability.Pair) -> [Comparability.Pair] {
    guard pair.meaning == .none, pair.from.count > 1 || pair.to.count > 1 else { return [pair] }
    let ends = (
      from: pair.from.isEmpty ? [[]] : pair.from.map { [$0] },
      to: pair.to.isEmpty ? [[]] : pair.to.map { [$0] }
    )
    return ends.from.flatMap { one in
      ends.to.map { other in
        var couple = pair
        (couple.from, couple.to) = (one, other)
        couple.judge(one.compactMap(from.criterion), other.compactMap(to.criterion))
        return couple
      }
    }
  }

  private func sorted(_ pair: Comparability.Pair) -> Comparability.Pair {
    guard pair.from.count > 1 || pair.to.count > 1 else { return pair }
    var pair = pair
    pair.from.sort { (from.criterion($0)?.index ?? .max, $0) < (from.criterion($1)?.index ?? .max, $1) }
    pair.to.sort { (to.criterion($0)?.index ?? .max, $0) < (to.criterion($1)?.index ?? .max, $1) }
    return pair
  }

  private func place(_ pair: Comparability.Pair) -> (Int, Int) {
    (
      pair.to.compactMap { to.criterion($0)?.index }.min() ?? .max,
      pair.from.compactMap { from.criterion($0)?.index }.min() ?? .max
    )
  }
}

extension Comparability.Pair {
  /// What is said of the same criteria once more.
  fileprivate mutating func add(_ other: Comparability.Pair) {
    why += other.why.filter { !why.contains($0) }
    asides.formUnion(other.asides)
  }
}

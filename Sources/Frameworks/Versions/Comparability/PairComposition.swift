/// What pairs from a first framework to a second, and from there to a third, make from the first to the third.
struct PairComposition {
  private let first: [Comparability.Pair]
  private let second: [Comparability.Pair]
  /// By path in the framework between, the pairs that name it.
  private var arriving: [String: [Int]] = [:]
  private var leaving: [String: [Int]] = [:]
  private(set) var pairs: [Comparability.Pair] = []

  init(_ first: [Comparability.Pair], _ second: [Comparability.Pair]) {
    (self.first, self.second) = (first, second)
    for (index, pair) in first.enumerated() {
      for path in pair.to { arriving[path, default: []].append(index) }
    }
    for (index, pair) in second.enumerated() {
      for path in pair.from { leaving[path, default: []].append(index) }
    }
    for pair in first { follow(pair) }
    for pair in second { gather(pair) }
  }

  /// Onwards from one or more criteria of the first framework, but for where several come together again.
  private mutating func follow(_ pair: Comparability.Pair) {
    let next = Self.distinct(pair.to.flatMap { leaving[$0] ?? [] }).map { second[$0] }
    let going = next.filter { !$0.to.isEmpty }
    guard !going.isEmpty else {
      if pair.from.isEmpty { return }
      let why = Self.joined(pair.why, next.flatMap(\.why))
      for path in pair.from {
        var alone = Comparability.Pair.alone(
          from: [path], pair.ground ?? next.first?.ground ?? .removed, why: why)
        alone.judgedFrom = pair.judgedFrom
        pairs.append(alone)
      }
      return
    }
    let single = going.filter { $0.from.count == 1 }
    if pair.from.isEmpty {
      for other in single where arriving[other.from[0]]?.count == 1 {
        addNew(other, pair.ground ?? .added, why: Self.joined(pair.why, other.why))
      }
    } else if pair.to.count == 1 {
      pairs += single.map { Self.composed(pair, $0) }
    } else {
      // The parts of a split go their own ways; those that still compare to nothing are told apart.
      for kept in [true, false] {
        let some = single.filter { (pair.meaning.then($0.meaning) != .none) == kept }
        guard let start = some.first else { continue }
        pairs.append(
          some.dropFirst().reduce(Self.composed(pair, start)) { all, part in
            var all = all
            let more = Self.composed(pair, part)
            all.to += more.to.filter { !all.to.contains($0) }
            all.why = Self.joined(all.why, more.why)
            all.judgedTo.formUnion(more.judgedTo)
            all.asides.formUnion(more.asides)
            return all
          })
      }
    }
  }

  /// Where several criteria of the framework between become one, or more, of the third; and what nothing leads to.
  private mutating func gather(_ pair: Comparability.Pair) {
    guard !pair.to.isEmpty else { return }
    if pair.from.isEmpty {
      pairs.append(pair)
      return
    }
    let before = Self.distinct(pair.from.flatMap { arriving[$0] ?? [] }).map { first[$0] }
    let coming = before.filter { !$0.from.isEmpty }
    if coming.isEmpty {
      guard pair.from.count > 1 || before.isEmpty else { return }
      addNew(pair, .added, why: Self.joined(before.flatMap(\.why), pair.why))
      return
    }
    guard pair.from.count > 1 else { return }
    for kept in [true, false] {
      let some = coming.filter { ($0.meaning.then(pair.meaning) != .none) == kept }
      guard let start = some.first else { continue }
      pairs.append(
        some.dropFirst().reduce(Self.composed(start, pair)) { all, part in
          var all = all
          let more = Self.composed(part, pair)
          all.from += more.from.filter { !all.from.contains($0) }
          all.why = Self.joined(all.why, more.why)
          all.judgedFrom.formUnion(more.judgedFrom)
          all.asides.formUnion(more.asides)
          return all
        })
    }
  }

  /// Criteria of the third framework to which nothing of the first leads.
  private mutating func addNew(
    _ pair: Comparability.Pair, _ ground: Comparability.Obstacle, why: [String]
  ) {
    for path in pair.to {
      var alone = Comparability.Pair.alone(to: [path], ground, why: why)
      alone.judgedTo = pair.judgedTo
      pairs.append(alone)
    }
  }

  private static func composed(
    _ first: Comparability.Pair, _ second: Comparability.Pair
  ) -> Comparability.Pair {
    var pair = Comparability.Pair(
      from: first.from, to: second.to, first.meaning.then(second.meaning),
      why: joined(first.why, second.why))
    (pair.judgedFrom, pair.judgedTo) = (first.judgedFrom, second.judgedTo)
    for (kind, points) in first.points {
      if let next = second.points[kind] { pair.points[kind] = points.then(next) }
    }
    pair.isMoving = first.isMoving || second.isMoving
    pair.asides = first.asides.union(second.asides)
    if pair.meaning == .none { pair.ground = first.ground ?? second.ground ?? .rearranged }
    return pair
  }

  private static func joined(_ first: [String], _ second: [String]) -> [String] {
    second.reduce(into: first) { all, reason in if !all.contains(reason) { all.append(reason) } }
  }

  private static func distinct(_ indices: [Int]) -> [Int] { Set(indices).sorted() }
}

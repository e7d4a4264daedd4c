import Frameworks
import Testing

@Suite("Comparability of made-up histories")
struct ComparabilityPropertyTests {
  static let seeds: [UInt64] = Array(1...8)

  /// Every two frameworks of a history.
  private func each(
    _ seed: UInt64, _ body: (MadeUpHistory.Archive, ResolvedFramework, ResolvedFramework) throws -> Void
  ) throws {
    let made = try MadeUpHistory(seed: seed).archive()
    for from in made.frameworks { for to in made.frameworks { try body(made, from, to) } }
  }

  @Test(
    "every criterion of either side is in some pair, and along versions and variants in one or in none that compares"
  )
  func complete() throws {
    for seed in Self.seeds {
      try each(seed) { made, from, to in
        let found = Comparability.between(from, to, history: made)
        #expect(found.isRelated)
        #expect(Set(found.pairs.flatMap(\.from)) == Set(from.criteria.map(\.path)))
        #expect(Set(found.pairs.flatMap(\.to)) == Set(to.criteria.map(\.path)))
        for criterion in to.criteria {
          #expect(found.pairs(to: criterion.path).count { $0.relation.allowsFigures } <= 1)
        }
        #expect(found.counts.map(\.count).reduce(0, +) == found.pairs.count)
      }
    }
  }

  @Test("the way back is the way there, turned round")
  func symmetry() throws {
    for seed in Self.seeds {
      try each(seed) { made, from, to in
        let there = Comparability.between(from, to, history: made)
        let back = Comparability.between(to, from, history: made)
        #expect(back.route == there.inverted.route)
        func key(_ from: [String], _ to: [String]) -> String { "\(from)>\(to)" }
        let forwards = Dictionary(grouping: there.pairs) { key($0.to, $0.from) }
        #expect(Set(forwards.keys) == Set(back.pairs.map { key($0.from, $0.to) }))
        for pair in back.pairs {
          let forward = try #require(forwards[key(pair.from, pair.to)]?.first)
          switch forward.relation {
          // One to one goes back; anything else does not.
          case .rescaled: #expect(pair.relation == .rescaled || pair.obstacle == .otherScale)
          case .none: #expect(pair.relation == .none || pair.relation == .rescaled)
          default: #expect(pair.relation == forward.relation.inverse)
          }
        }
      }
    }
  }

  @Test("a framework beside itself is the same, or moving, and changes nothing on the way")
  func identity() throws {
    for seed in Self.seeds {
      try each(seed) { made, from, to in
        let own = Comparability.between(from, from, history: made)
        #expect(own.pairs.allSatisfy { $0.relation == .same || $0.relation == .moving })
        let found = Comparability.between(from, to, history: made)
        let after = Comparability.between(to, to, history: made)
        #expect(own.then(found).lines == found.lines)
        #expect(found.then(after).lines == found.lines)
        #expect(own.then(found).route == found.route)
      }
    }
  }

  @Test("it does not matter in which order frameworks are read and asked for")
  func order() throws {
    for seed in Self.seeds.prefix(4) {
      let made = MadeUpHistory(seed: seed)
      let (forwards, backwards) = (try made.archive(), try made.archive(backwards: true))
      for (one, two) in zip(forwards.frameworks, backwards.frameworks.reversed()) {
        for (first, second) in zip(forwards.frameworks, backwards.frameworks.reversed()) {
          let found = Comparability.between(one, first, history: forwards)
          let again = Comparability.between(two, second, history: backwards)
          #expect(found.pairs == again.pairs)
        }
      }
    }
  }

  @Test("a point carried there and back is the point it was, where both ways compare")
  func points() throws {
    for seed in Self.seeds {
      try each(seed) { made, from, to in
        let there = Comparability.between(from, to, history: made)
        let back = there.inverted
        for pair in there.pairs where pair.relation.allowsFigures {
          guard let scale = from.criterion(pair.from[0])?.ownScale, let home = back.pair(to: pair.from[0]),
            home.relation.allowsFigures
          else { continue }
          for point in from.scale(scale).points.map(\.id.value) {
            #expect(pair.converted(point, by: .own).flatMap { home.converted($0, by: .own) } == point)
          }
        }
      }
    }
  }
}

import Profiles

/// How far a careful reader's figures are from the truth, in points, and how often comparisons point the right
/// way.
struct Utility: Sendable {
  /// Of single partnerships.
  var partnership = Errors()
  /// Of regions.
  var region = Errors()
  /// Of the difference between two regions.
  var difference = Errors()
  /// Published partnership against published region.
  var inPublic = Errors()
  /// One's own exact mean against the published region.
  var local = Errors()
  /// Shares of counts in the region, where counts are published.
  var shares = Errors()
  var rows = Errors()
  var cells = Errors()

  /// A sum of squares, or of hits.
  struct Errors: Sendable {
    var total = 0.0
    var count = 0

    mutating func add(_ value: Double) {
      total += value
      count += 1
    }

    var mean: Double? { count == 0 ? nil : total / Double(count) }
    var root: Double? { mean?.squareRoot() }
  }

  /// One region as it is and as it is seen.
  struct Region {
    let exact: Double
    let seen: Double?
    let partnerships: [(exact: Double, seen: Double?)]
  }

  mutating func add(_ one: Region, _ other: Region) {
    for region in [one, other] {
      for (exact, seen) in region.partnerships {
        if let seen { partnership.add((seen - exact) * (seen - exact)) }
        guard let shown = region.seen else { continue }
        let truth = exact - region.exact
        // Where nothing is to be told apart, nothing can point the wrong way.
        guard abs(truth) > 1e-9 else { continue }
        if let seen { inPublic.add(Self.hit(seen - shown, truth)) }
        local.add(Self.hit(exact - shown, truth))
      }
      if let seen = region.seen { self.region.add((seen - region.exact) * (seen - region.exact)) }
    }
    if let first = one.seen, let second = other.seen {
      let error = (first - second) - (one.exact - other.exact)
      difference.add(error * error)
    }
  }

  /// A published tie counts one half.
  static func hit(_ seen: Double, _ truth: Double) -> Double {
    abs(seen) < 1e-9 ? 0.5 : (seen > 0) == (truth > 0) ? 1 : 0
  }

  static func mean(_ counts: [Int]) -> Double {
    counts.enumerated().reduce(0) { $0 + Double($1.offset * $1.element) } / Double(counts.reduce(0, +))
  }
}

/// Draws regions and looks at them through a family.
enum UtilityDraw {
  /// Every partnership publishes for itself; the region is the mean of what they publish.
  static func sheets(
    _ family: Family, _ simulation: Simulation, n: Int, partnerships: Int, regions: Int
  ) -> Utility {
    var stream = StudyStream(simulation.points, n, partnerships)
    var noise = StudyStream(simulation.points, n, partnerships, 1)
    var utility = Utility()
    let sizes = [Int](repeating: n, count: partnerships)
    for _ in 0..<regions {
      let pair = [simulation.region(sizes, &stream), simulation.region(sizes, &stream)]
      for criterion in simulation.offsets.indices {
        let seen = pair.map { region in
          let parts = region.map { schools -> (exact: Double, seen: Double?) in
            let counts = simulation.counts(schools, criterion)
            let output = family.publish(counts, &noise)
            let estimate = family.estimate(output, n, simulation.points)
            utility.rows.add(estimate == nil ? 0 : 1)
            utility.cells.add(Double(Suppression.shown(output)) / Double(simulation.points))
            return (Utility.mean(counts), estimate)
          }
          let shown = parts.compactMap(\.seen)
          return Utility.Region(
            exact: parts.reduce(0) { $0 + $1.exact } / Double(parts.count),
            seen: shown.isEmpty ? nil : shown.reduce(0, +) / Double(shown.count), partnerships: parts)
        }
        utility.add(seen[0], seen[1])
      }
    }
    return utility
  }

  /// The region's counts are added up first and published once.
  static func pool(
    _ family: Family, _ simulation: Simulation, sizes: [Int], regions: Int, draws: Int = 1
  ) -> Utility {
    var stream = StudyStream(simulation.points, sizes.count, 2)
    var noise = StudyStream(simulation.points, sizes.count, 3)
    var utility = Utility()
    for _ in 0..<regions {
      let pair = [simulation.region(sizes, &stream), simulation.region(sizes, &stream)]
      for criterion in simulation.offsets.indices {
        let seen = pair.map { region in
          let counts = simulation.counts(region.joined(), criterion)
          let output = publish(family, counts, draws, &noise)
          if case .counts(let published) = output {
            let n = Double(counts.reduce(0, +))
            for (one, other) in zip(published, counts) {
              utility.shares.add((Double(one - other) / n) * (Double(one - other) / n))
            }
          }
          return Utility.Region(
            exact: Utility.mean(counts),
            seen: family.estimate(output, counts.reduce(0, +), simulation.points),
            partnerships: region.map { (Utility.mean(simulation.counts($0, criterion)), nil) })
        }
        utility.add(seen[0], seen[1])
      }
    }
    return utility
  }

  /// With the noise of so many registries.
  private static func publish(
    _ family: Family, _ counts: [Int], _ draws: Int, _ stream: inout StudyStream
  ) -> PublishedFigure.Output {
    guard draws > 1 else { return family.publish(counts, &stream) }
    let figure = family.figure(n: counts.reduce(0, +), points: counts.count)
    return PublishedFigure(n: figure.n, values: figure.values, mechanism: figure.mechanism, draws: draws)
      .publish(counts, using: &stream)
  }
}

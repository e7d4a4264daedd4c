import Profiles

/// What the shipped policy makes of regions with the study's mix of partnership sizes (DISCLOSURE section 5 (ii)).
enum ShippedPoolTable {
  static func make(_ policy: Policy, _ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "8", "Regions of partnerships of all sizes, by the default policy",
      about:
        "Five criteria on 4 points; the pool with both registries' noise. “Eligible” are regions of which the pool's "
        + "gates let a figure out, “means” those of which only means; all else is of eligible ones. “Spread” is how far two "
        + "regions truly lie apart. Local: partnerships under 8 schools see themselves beside the pool; public: sheets of "
        + "8 to 11 schools. \(100 * effort.regions) regions for the gates, \(4 * effort.regions) for the figures.",
      columns: [
        .init("eligible", .percent), .init("means", .percent), .init("region error", .error),
        .init("difference error", .error), .init("spread", .error), .init("local n<8", .share),
        .init("public n=8-11", .share),
      ])
    let counts = [5, 10, 30]
    for (count, cells) in zip(counts, await Work.each(counts) { figures(policy, partnerships: $0, effort) }) {
      table.set("R = \(count)", cells)
    }
    return table
  }

  private static func figures(_ policy: Policy, partnerships: Int, _ effort: StudyEffort) -> [String: Double]
  {
    var stream = StudyStream(partnerships, 92)
    let gate = PoolGate(policy.pool)
    var (eligible, means) = (0, 0)
    for _ in 0..<(100 * effort.regions) {
      switch gate.release(of: MixedSizes.draw(partnerships, &stream)) {
      case .withheld: break
      case .mean: (eligible, means) = (eligible + 1, means + 1)
      case .distribution: eligible += 1
      }
    }
    var seen = Seen(policy: policy, gate: gate, partnerships: partnerships)
    for _ in 0..<(2 * effort.regions) { seen.addPair(&stream) }
    var cells = [
      "eligible": 100 * Double(eligible) / Double(100 * effort.regions),
      "means": 100 * Double(means) / Double(max(eligible, 1)),
    ]
    cells["region error"] = seen.region.root
    cells["difference error"] = seen.difference.root
    cells["spread"] = seen.spread.root
    cells["local n<8"] = seen.local.mean
    cells["public n=8-11"] = seen.inPublic.mean
    return cells
  }

  /// Pairs of eligible regions, as they are and as they are seen.
  private struct Seen {
    let policy: Policy
    let gate: PoolGate
    let partnerships: Int
    var region = Utility.Errors()
    var difference = Utility.Errors()
    var spread = Utility.Errors()
    var local = Utility.Errors()
    var inPublic = Utility.Errors()
    private let simulation = Simulation.four
    private let points = [0, 1, 2, 3]

    init(policy: Policy, gate: PoolGate, partnerships: Int) {
      (self.policy, self.gate, self.partnerships) = (policy, gate, partnerships)
    }

    mutating func addPair(_ stream: inout StudyStream) {
      let pair = [eligible(&stream), eligible(&stream)]
      for criterion in simulation.offsets.indices {
        let means = pair.map { region, release in add(region, release, criterion, &stream) }
        guard let one = means[0], let other = means[1] else { continue }
        let truth = one.exact - other.exact
        let error = one.seen - other.seen - truth
        spread.add(truth * truth)
        difference.add(error * error)
      }
    }

    private func eligible(_ stream: inout StudyStream) -> (region: [[[Int]]], release: PoolRelease) {
      while true {
        let sizes = MixedSizes.draw(partnerships, &stream)
        let release = gate.release(of: sizes)
        if case .withheld = release { continue }
        return (simulation.region(sizes, &stream), release)
      }
    }

    private mutating func add(
      _ schools: [[[Int]]], _ release: PoolRelease, _ criterion: Int, _ stream: inout StudyStream
    ) -> (exact: Double, seen: Double)? {
      let counts = simulation.counts(schools.joined(), criterion)
      let exact = Utility.mean(counts)
      guard let seen = pooled(counts, release, &stream) else { return nil }
      region.add((seen - exact) * (seen - exact))
      for partnership in schools {
        let own = simulation.counts(partnership, criterion)
        let truth = Utility.mean(own) - exact
        guard abs(truth) > 1e-9 else { continue }
        let n = partnership.count
        if n < 8 { local.add(Utility.hit(Utility.mean(own) - seen, truth)) }
        guard (8...11).contains(n) else { continue }
        let sheet = PublishedFigure(
          n: n, values: points,
          mechanism: policy.mechanism(unit: .criterion, n: n, points: points, criteria: 1))
        if let mean = Family.sum2.estimate(sheet.publish(own, using: &stream), n, points.count) {
          inPublic.add(Utility.hit(mean - seen, truth))
        }
      }
      return (exact, seen)
    }

    /// The mean that a reader derives from the pool, with both registries' noise.
    private func pooled(_ counts: [Int], _ release: PoolRelease, _ stream: inout StudyStream) -> Double? {
      let n = counts.reduce(0, +)
      let epsilon = policy.pool.epsilon
      let isSum = release == .mean
      guard let scale = Noise.scale(isSum ? points.count - 1 : 2, (epsilon.numerator, epsilon.denominator))
      else { return nil }
      let figure = PublishedFigure(
        n: n, values: points, mechanism: isSum ? .noisySum(scale: scale) : .noisyCounts(scale: scale),
        draws: 2)
      let family = isSum ? Family.sum1 : .histogram1
      return family.estimate(figure.publish(counts, using: &stream), n, points.count)
    }
  }
}

import Documents
import Frameworks
import TestSupport
import Testing

@testable import Profiles

/// What an audit makes of earlier releases: schools that came or went, and judgements that did not change.
@Suite struct EarlierReleaseTests {
  /// Made-up judgements of 10 schools on 3 criteria; a school that is away has none.
  static func points(without away: Set<Int> = [], changed: Set<Int> = []) -> [[Int?]] {
    let levels = [0, 1, 1, 2, 2, 2, 1, 3, 2, 1]
    return (0..<3).map { criterion in
      levels.enumerated().map { school, level in
        away.contains(school)
          ? nil : min(3, (level + (school + criterion) % 2 + (changed.contains(school) ? 1 : 0)) % 4)
      }
    }
  }

  static func release(_ points: [[Int?]], _ mechanism: Mechanism, year: Int) throws -> AuditedRelease {
    let figures = points.enumerated().map { criterion, points in
      var noise = SeededGenerator(seed: UInt64(100 * year + criterion))
      let counts = (0..<4).map { point in points.count { $0 == point } }
      let output = PublishedFigure(n: counts.reduce(0, +), values: [1, 2, 3, 4], mechanism: mechanism)
        .publish(counts, using: &noise)
      return AuditedFigure(
        id: "c\(criterion)", title: "Criterion \(criterion)", values: [1, 2, 3, 4], points: points,
        mechanism: mechanism, technique: nil, output: output, criteria: 1,
        parts: [AuditedFigure.Part(column: criterion, points: points)])
    }
    return AuditedRelease(
      period: try #require(Period("\(year)-\(year - 1999)")), subjects: (0..<10).map { "s\($0)" },
      figures: figures)
  }

  static let exact = Mechanism.function { $0 }

  static func noisy(_ scale: UInt64 = 3, over denominator: UInt64 = 2) throws -> Mechanism {
    .noisySum(scale: try #require(Fraction(scale, over: denominator)))
  }

  // MARK: - Subtraction

  /// Exact counts hide nobody who came or went, one or several, in whichever earlier release; noise hides them.
  @Test(
    arguments: [
      // Away before, away now; how many came or went between each earlier release and this one.
      ([[0], []], [], 3), ([[], []], [4], 6), ([[0, 1], []], [], 6), ([[], [2, 5, 7]], [], 9),
      ([[0, 1], [3]], [4, 6], 21),
    ] as [([Set<Int>], Set<Int>, Int)])
  func `subtraction is tried on every earlier release`(
    _ before: [Set<Int>], _ now: Set<Int>, _ judgements: Int
  )
    throws
  {
    for (mechanism, range) in [(Self.exact, 0.999...1.0), (try Self.noisy(), 0.0...0.01)] {
      let earlier = try before.enumerated().map {
        try Self.release(Self.points(without: $1), mechanism, year: 2023 + $0)
      }
      let report = ReleaseAudit.report(
        on: try Self.release(Self.points(without: now), mechanism, year: 2025), earlier: earlier)
      let finding = try #require(report[.comingOrGoing])
      #expect(finding.judgements == judgements)
      #expect(range.contains(try #require(finding.expected).pinned))
      #expect(range.contains(try #require(finding.actual).pinned))
    }
  }

  /// Where those that stayed changed their judgements, subtracting these very counts leads nowhere; had they not, it
  /// would: the worst case is told as well.
  @Test func `subtraction fails where the others changed`() throws {
    let earlier = try Self.release(
      Self.points(without: [0], changed: [1, 2, 3, 4, 5]), Self.exact, year: 2024)
    let report = ReleaseAudit.report(
      on: try Self.release(Self.points(), Self.exact, year: 2025), earlier: [earlier])
    let finding = try #require(report[.comingOrGoing])
    #expect(try #require(finding.actual).pinned == 0 && #require(finding.expected).pinned > 0.999)
  }

  /// Every way in which those that stayed could be judged, one by one, against the attack's own arithmetic.
  @Test func `several came and one went`() throws {
    let model = PopulationModel(points: 3, offset: 0.2)
    func attack(_ n: Int, _ mechanism: Mechanism) throws -> ReleaseAttack {
      try #require(
        ReleaseAttack(PublishedFigure(n: n, values: [1, 2, 4], mechanism: mechanism), model: model))
    }
    let (earlier, later) = (try attack(4, Self.noisy(1, over: 1)), try attack(5, Self.noisy(1, over: 1)))
    let noise = DiscreteLaplace(scale: .one)
    let (went, came) = ([0, 0, 1], [1, 0, 0])
    let subtraction = try #require(JoinerAttack(without: earlier, with: later, known: (went, came)))
    var found = [0.0, 0.0, 0.0]
    for code in 0..<81 {
      let points = [code % 3, code / 3 % 3, code / 9 % 3, code / 27]
      let sums = points.map { [1, 2, 4][$0] }
      let stayed = sums.dropFirst().reduce(0, +)
      for (weight, chances) in zip(model.weights(known: [1, 0, 1]), model.chances) {
        let chance = points.reduce(weight) { $0 * chances[$1] }
        found[points[0]] +=
          chance * noise.probability(of: 13 - stayed - 4) * noise.probability(of: 9 - stayed - 1 - sums[0])
      }
    }
    let (before, after) = subtraction.frozen(.sum(13), .sum(9))
    #expect(zip(after.chances, Belief(weights: found).chances).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(before == model.prior(known: [1, 0, 1]))
    #expect(JoinerAttack(without: earlier, with: later, known: ([0, 0, 0], came)) == nil)
    // A release without chance before one with noise: the counts are gone through instead of the sums.
    let mixed = try #require(
      JoinerAttack(without: attack(4, .function { [$0[2]] }), with: later, known: (went, came)))
    // All of those that stayed have the highest point then, so that only the last one is open.
    let last = mixed.frozen(.key([4]), .sum(15)).after
    let likely = (0..<3).map { point in
      zip(model.weights(known: [1, 0, 1]), model.chances).reduce(0) {
        $0 + $1.0 * $1.1[point] * $1.1[2] * $1.1[2] * $1.1[2]
      } * noise.probability(of: 15 - 12 - 1 - [1, 2, 4][point])
    }
    #expect(zip(last.chances, Belief(weights: likely).chances).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  // MARK: - All figures together

  /// One release with noise that tells little, then the same judgements four times over.
  @Test func `the joint attack uses every earlier release`() throws {
    let now = try Self.release(Self.points(), Self.noisy(), year: 2025)
    let same = try (2021...2024).map { try Self.release(Self.points(), Self.noisy(), year: $0) }
    let report = ReleaseAudit.report(on: now, earlier: same)
    let (alone, all) = (try #require(report[.joint]), try #require(report[.jointRepetition]))
    #expect(alone.unchanged == nil && all.unchanged == 30 && all.judgements == 30)
    #expect(try #require(all.expected).rightAfter > #require(alone.expected).rightAfter + 0.1)
    #expect(try #require(all.anyExpected) > #require(alone.anyExpected) + 0.05)
    // The more there are, the more it tells.
    let two = ReleaseAudit.report(on: now, earlier: Array(same.suffix(1)))
    #expect(try #require(two[.jointRepetition]?.expected).rightAfter < #require(all.expected).rightAfter)
    #expect(ReleaseAudit.report(on: now)[.jointRepetition] == nil)
  }

  /// Judgements that changed are not held together: then earlier releases tell nothing more.
  @Test func `the joint attack leaves changed judgements alone`() throws {
    let now = try Self.release(Self.points(), Self.exact, year: 2025)
    let other = try Self.release(Self.points(changed: Set(0..<10)), Self.exact, year: 2024)
    let report = ReleaseAudit.report(on: now, earlier: [other])
    #expect(report[.jointRepetition]?.unchanged == 0)
    #expect(report[.jointRepetition]?.actual == report[.joint]?.actual)
    // Exact counts give everything away to somebody who knows all others.
    #expect(try #require(report[.joint]?.anyActual) == 1 && #require(report[.joint]?.actual).pinned > 0.95)
  }
}

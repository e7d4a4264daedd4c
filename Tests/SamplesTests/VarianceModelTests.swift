import Documents
import Frameworks
import Profiles
import Testing

@testable import Samples

/// The sample varies as the study says (DISCLOSURE section 2).
@Suite struct VarianceModelTests {
  static func partnerships(_ size: Int?, count: Int) throws -> [MadeUpPartnership] {
    let regions = try SampleFixtures.regions()
    return (1...count).map {
      MadeUpPartnership(number: $0, size: size, region: regions[$0 % regions.count], seed: 5)
    }
  }

  /// A school keeps its judgement with probability 0.64 on four points and 0.51 on six.
  @Test(arguments: [("emtss/1.0.0", 0.64), ("spp/2.0.0", 0.51)])
  func `judgements last as long as the study's`(_ framework: String, _ studied: Double) throws {
    let rubric = try SampleFixtures.rubric("Frameworks/\(framework)/framework.yaml")
    let model = JudgementModel(rubric, kind: .own, seed: 5, lastPeriod: Period(startYear: 2025))
    var (same, all) = (0, 0)
    for partnership in try Self.partnerships(8, count: 60) {
      for school in partnership.schools {
        let before = model.points(of: school, in: partnership, Period(startYear: 2024))
        let after = model.points(of: school, in: partnership, Period(startYear: 2025))
        same += zip(before, after).count { $0 == $1 }
        all += before.count
      }
    }
    #expect(abs(Double(same) / Double(all) - studied) < 0.05)
  }

  /// The spread between partnerships of eight schools: 0.35 points on four, 0.56 on six.
  @Test(arguments: [("emtss/1.0.0", 0.35), ("spp/2.0.0", 0.56)])
  func `partnerships differ as much as the study's`(_ framework: String, _ studied: Double) throws {
    let rubric = try SampleFixtures.rubric("Frameworks/\(framework)/framework.yaml")
    let model = JudgementModel(rubric, kind: .own, seed: 5, lastPeriod: Period(startYear: 2025))
    let means = try Self.partnerships(8, count: 200).map { partnership in
      let rows = partnership.schools.map { model.points(of: $0, in: partnership, Period(startYear: 2025)) }
      return rows[0].indices.map { column in Double(rows.reduce(0) { $0 + $1[column] }) / 8 }
    }
    var variance = 0.0
    for column in means[0].indices {
      let mean = means.reduce(0) { $0 + $1[column] } / 200
      variance += means.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / 199
    }
    #expect(abs((variance / Double(means[0].count)).squareRoot() - studied) < 0.07)
  }

  /// Held from one machine and one version to the next: a change here changes everybody's samples.
  @Test func `the judgements are those of every machine`() throws {
    let model = JudgementModel(
      try SampleFixtures.withPeers(), kind: .own, seed: 7, lastPeriod: Period(startYear: 2025))
    let points = try Self.partnerships(4, count: 6).flatMap { partnership in
      partnership.schools.flatMap { model.points(of: $0, in: partnership, Period(startYear: 2024)) }
    }
    #expect(points.map(String.init).joined() == "112211211211112222111111011100002221211122211121")
  }

  @Test func `every point of a scale comes up`() throws {
    for points in 2...12 {
      let cuts = VarianceComponents.cuts(points: points)
      #expect(cuts.count == points - 1 && cuts == cuts.sorted())
      #expect(cuts.allSatisfy { abs($0) < 2.4 })
    }
    #expect(VarianceComponents.cuts(points: 4) == [-1.25, -0.25, 0.85])
    #expect(VarianceComponents.cuts(points: 6) == [-1.6, -0.95, -0.3, 0.35, 1.1])
  }

  @Test func `sizes follow the study's mix`() throws {
    let sizes = try Self.partnerships(nil, count: 999).map(\.schools.count)
    #expect(Set(sizes).isSubset(of: [4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 24, 40]))
    // Half of them are too small to publish: 0.10 + 0.12 + 0.15 + 0.12.
    #expect(abs(Double(sizes.count { $0 < 8 }) / 999 - 0.49) < 0.05)
  }

  @Test func `normal numbers are normal`() {
    var stream = SampleStream(seed: 1, "test")
    let draws = (0..<50_000).map { _ in stream.normal(1) }
    let mean = draws.reduce(0, +) / 50_000
    let variance = draws.reduce(0) { $0 + $1 * $1 } / 50_000
    #expect(abs(mean) < 0.02 && abs(variance - 1) < 0.03)
    #expect(abs(Double(draws.count { $0 > 1.644_854 }) / 50_000 - 0.05) < 0.006)
    var other = SampleStream(seed: 1, "tes", "t")
    var again = SampleStream(seed: 1, "test")
    #expect(other.next() != again.next())
  }

  @Test func `reviews fall on school days of their year`() throws {
    var stream = SampleStream(seed: 1, "days")
    for year in 2000..<2040 {
      let period = Period(startYear: year)
      for _ in 0..<20 {
        let own = try #require(SchoolCalendar.selfReview(in: period, &stream))
        let peers = try #require(SchoolCalendar.peerReview(in: period, &stream))
        let late = try #require(SchoolCalendar.late(in: period, &stream))
        #expect(own.period == period && peers.period == period && late.period == period)
        #expect(own < peers && peers < late)
        for day in [own, peers, late] { #expect(Self.weekday(day) < 5) }
      }
    }
  }

  /// 0 for Monday, counted from Monday 1 January 1900.
  private static func weekday(_ day: Day) -> Int {
    var count = 0
    for year in 1900..<day.year { count += Day(year: year, month: 2, day: 29) == nil ? 365 : 366 }
    for month in 1..<day.month {
      count += (28...31).last { Day(year: day.year, month: month, day: $0) != nil } ?? 0
    }
    return (count + day.day - 1) % 7
  }
}

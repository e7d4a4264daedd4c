import Documents
import TestSupport
import Testing

@testable import Profiles

/// The audit of one release, on made-up cohorts.
@Suite struct ReleaseAuditTests {
  /// Made-up judgements of `schools` schools on `criteria` criteria; a school keeps its level.
  static func release(
    schools: Int, criteria: Int = 3, mechanism: Mechanism, period: String = "2025-26", seed: UInt64 = 3,
    leaving left: Int? = nil, keeps: Bool = true
  ) throws -> AuditedRelease {
    var generator = SeededGenerator(seed: seed)
    let subjects = (0..<schools).map { "s\($0)" }
    let figures = (0..<criteria).map { criterion in
      let points = (0..<schools).map { row in
        row == left
          ? nil : Int.random(in: 0...1, using: &generator) + Int.random(in: 0...2, using: &generator)
      }
      let plain = AuditedFigure(
        id: "c\(criterion)", title: "Criterion \(criterion)", values: [1, 2, 3, 4], points: points,
        mechanism: mechanism)
      var noise = SeededGenerator(seed: seed + UInt64(period.utf8.reduce(0) { $0 + Int($1) }))
      return AuditedFigure(
        id: plain.id, title: plain.title, values: plain.values, points: points, mechanism: mechanism,
        output: plain.published.publish(plain.counts, using: &noise))
    }
    return AuditedRelease(period: try #require(Period(period)), subjects: subjects, figures: figures)
  }

  static func noisy(_ scale: UInt64 = 3, over denominator: UInt64 = 2) throws -> Mechanism {
    .noisySum(scale: try #require(Fraction(scale, over: denominator)))
  }

  /// Without this no other figure of an audit would prove anything.
  @Test func exactCountsAreReportedAsGivenAway() throws {
    let report = ReleaseAudit.report(on: try Self.release(schools: 9, mechanism: .function { $0 }))
    let full = try #require(report[.allButOne])
    #expect(try #require(full.expected).pinned > 0.95 && #require(full.actual).pinned > 0.95)
    #expect(try #require(report[.allButOne]?.worst).outcome.pinned > 0.95)
    // All counts are told, so only one way fits.
    #expect(report.hidden.count == 3 && report.hidden.allSatisfy { $0.ways == 1 })
    #expect(report.hidden.allSatisfy { $0.bounds.allSatisfy { $0.count == 1 } })
  }

  @Test func theDefaultNoiseGivesNobodyAway() throws {
    let report = ReleaseAudit.report(on: try Self.release(schools: 8, mechanism: Self.noisy()))
    for attacker in [AuditReport.Attacker.outsider, .member, .coalition, .allButOne] {
      let finding = try #require(report[attacker])
      let expected = try #require(finding.expected)
      #expect(expected.pinned < 0.001, "\(attacker): \(expected)")
      #expect(expected.rightAfter >= expected.rightBefore - 1e-9 || attacker != .allButOne)
      #expect(finding.judgements == 24 && finding.actual != nil)
    }
    #expect(report.hidden.isEmpty && report[.comingOrGoing] == nil && report[.repetition] == nil)
    let three = try #require(report[.unchanged(years: 3)]?.expected)
    #expect(three.pinned < 0.1 && three.rightAfter > (report[.allButOne]?.expected?.rightAfter ?? 1))
  }

  /// Much less noise than any policy of ours: the audit must see it.
  @Test func littleNoiseIsSeen() throws {
    let report = ReleaseAudit.report(on: try Self.release(schools: 8, mechanism: Self.noisy(1, over: 4)))
    #expect(try #require(report[.allButOne]?.expected).pinned > 0.9)
    #expect(try #require(report[.allButOne]?.actual).pinned > 0.5)
  }

  /// What was worked out over all noise is what a simulation finds.
  @Test func expectationsAgreeWithDraws() throws {
    let release = try Self.release(schools: 8, criteria: 1, mechanism: Self.noisy(1, over: 2))
    let figure = release.figures[0]
    for knowledge in [AttackerKnowledge.outsider, .member, .coalition, .allButOne] {
      let audit = try #require(KnowledgeAudit(figure))
      let expected = try #require(audit.expected(knowledge))
      var (mean, generator) = (AttackOutcome(), SeededGenerator(seed: 5))
      let draws = 1_000
      for _ in 0..<draws {
        let output = figure.published.publish(figure.counts, using: &generator)
        let outcome = try #require(audit.actual(knowledge, after: output))
        mean = mean + outcome.scaled(by: 1 / Double(draws))
      }
      #expect(abs(expected.pinned - mean.pinned) < 0.04, "\(knowledge): \(expected) \(mean)")
      #expect(abs(expected.rightAfter - mean.rightAfter) < 0.04, "\(knowledge): \(expected) \(mean)")
      #expect(abs(expected.rightBefore - mean.rightBefore) < 1e-9)
    }
  }

  @Test func earlierReleasesTellMore() throws {
    let now = try Self.release(schools: 8, mechanism: Self.noisy())
    let before = try ["2023-24", "2024-25"].map {
      try Self.release(schools: 8, mechanism: Self.noisy(), period: $0)
    }
    let report = ReleaseAudit.report(on: now, earlier: before)
    let repeated = try #require(report[.repetition])
    #expect(repeated.unchanged == 24)
    #expect(
      try #require(repeated.expected).rightAfter > #require(report[.allButOne]?.expected).rightAfter)
    #expect(report.earlier.map(\.period) == ["2023-24", "2024-25"] && report.earlier[0].figures == 3)
    // Nobody came or went.
    #expect(report[.comingOrGoing] == nil)
  }

  @Test func theSameReleaseGivesTheSameReport() throws {
    let release = try Self.release(schools: 8, mechanism: Self.noisy())
    #expect(ReleaseAudit.report(on: release) == ReleaseAudit.report(on: release))
  }
}

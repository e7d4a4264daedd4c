import Documents
import TestSupport
import Testing

@testable import Profiles

/// From a sheet and the judgements behind it to what is attacked.
@Suite struct AuditedReleaseTests {
  static let sections = """
    sections:
      - {id: one, title: One, of: [c0, c1, c2, c3]}
      - {id: two, title: Two, of: [c4, c5, c6, c7, c8, c9, c10, c11]}
    """

  static func rows(_ schools: Int, _ criteria: Int, top: UInt8, seed: UInt64) -> [[UInt8?]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<schools).map { _ in
      let level = UInt8.random(in: 1..<top, using: &generator)
      return (0..<criteria).map { _ in
        Int.random(in: 0..<12, using: &generator) == 0
          ? nil : min(top, max(0, level + UInt8.random(in: 0...1, using: &generator)))
      }
    }
  }

  @Test func aSheetOfCriteriaIsRead() throws {
    let request = try SheetFixtures.request(
      SheetFixtures.rubric(criteria: 3), Self.rows(10, 3, top: 3, seed: 1))
    let sheet = try SheetFixtures.sheet(request)
    let release = try AuditedRelease(sheet, of: request.cohort, rubric: request.rubric)
    #expect(release.figures.map(\.id) == sheet.figures.map(\.id))
    for (figure, published) in zip(release.figures, sheet.figures) {
      #expect(figure.n == published.n && figure.values == [1, 2, 3, 4])
      guard case .sum(let sum) = figure.output else {
        Issue.record("\(figure.id) has no sum")
        continue
      }
      #expect(sum == published.noisy?.sum)
      guard case .noisySum(let scale) = figure.mechanism else { continue }
      #expect(scale == published.noisy?.scale)
    }
    let report = ReleaseAudit.report(on: release)
    #expect(try #require(report[.joint]).judgements == report.judgements)
    #expect(try #require(report[.joint]?.anyExpected) < 0.3)
  }

  @Test func sectionsAreAttackedAsOneScore() throws {
    let rubric = try SheetFixtures.rubric(criteria: 12, points: 0...5, rest: Self.sections)
    let request = try SheetFixtures.request(rubric, Self.rows(14, 12, top: 5, seed: 2))
    let sheet = try SheetFixtures.sheet(request)
    let release = try AuditedRelease(sheet, of: request.cohort, rubric: rubric)
    #expect(release.unit == .section && release.figures.map(\.id) == ["one", "two"])
    for figure in release.figures {
      guard case .noisySum(let scale) = figure.mechanism else {
        Issue.record("no noise")
        continue
      }
      #expect(scale == Fraction(5, over: 2))
      // A mean of many judgements is easier to guess than one, and changes less from year to year.
      let single = AuditedFigure.model(figure.points, 6)
      let before = try #require(figure.model.prior().chances.max())
      #expect(before > 1.15 * (try #require(single.prior().chances.max())))
      #expect(figure.model.persistence > 1.1 * single.persistence)
    }
    let report = ReleaseAudit.report(on: release)
    #expect(try #require(report[.allButOne]?.expected).pinned < 0.01)
    let joint = try #require(report[.joint])
    // Single judgements inside the sections, not the scores.
    #expect(joint.judgements > 100 && (joint.anyExpected ?? 1) < 0.3)
  }

  @Test func anotherCohortIsRefused() throws {
    let request = try SheetFixtures.request(
      SheetFixtures.rubric(criteria: 2), Self.rows(9, 2, top: 3, seed: 3).map { $0.map { $0 ?? 1 } })
    let sheet = try SheetFixtures.sheet(request)
    let other = SheetFixtures.cohort(Self.rows(10, 2, top: 3, seed: 4).map { $0.map { $0 ?? 1 } })
    #expect(throws: (any Error).self) {
      _ = try AuditedRelease(sheet, of: other, rubric: request.rubric)
    }
  }

  @Test func aPolicyIsTriedOnACohort() throws {
    let rubric = try SheetFixtures.rubric(criteria: 3)
    let cohort = SheetFixtures.cohort(Self.rows(10, 3, top: 3, seed: 5))
    let release = try AuditedRelease(
      cohort, of: rubric, kind: .own, period: #require(Period("2025-26")), under: SheetFixtures.policy())
    #expect(release.figures.allSatisfy { $0.output == nil })
    let report = ReleaseAudit.report(on: release, basis: .supposed)
    #expect(report[.allButOne]?.actual == nil && report[.allButOne]?.expected != nil)
    let few = SheetFixtures.cohort(Self.rows(7, 3, top: 3, seed: 5))
    let none = try AuditedRelease(
      few, of: rubric, kind: .own, period: #require(Period("2025-26")), under: SheetFixtures.policy())
    #expect(none.figures.isEmpty && ReleaseAudit.report(on: none).findings.isEmpty)
  }

  /// A publication without its judgements: today's are taken.
  @Test func whatIsNotAtHandIsAssumed() throws {
    let rubric = try SheetFixtures.rubric(criteria: 2)
    let request = try SheetFixtures.request(
      rubric, Self.rows(9, 2, top: 3, seed: 6).map { $0.map { $0 ?? 2 } })
    let (sheet, earlier) = (try SheetFixtures.sheet(request), try SheetFixtures.sheet(request, seed: 9))
    let release = try AuditedRelease(sheet, of: request.cohort, rubric: rubric)
    let assumed = release.assuming(earlier)
    let report = ReleaseAudit.report(on: release, earlier: [assumed], assumed: [0])
    #expect(report.earlier[0].isAssumed && report[.repetition]?.unchanged == 18)
  }
}

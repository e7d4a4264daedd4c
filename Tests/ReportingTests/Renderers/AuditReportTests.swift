import Documents
import Rubrics
import Sealing
import Testing

@testable import Profiles
@testable import Reporting

/// A made-up report, so that the numbers are known; what the attacks come to is tested beside them.
@Suite struct AuditReportTests {
  /// In hundredths: certain, certain of the half, right without the release, right with it.
  private static func outcome(_ certain: Double, _ half: Double, _ before: Double, _ after: Double)
    -> AttackOutcome
  {
    var outcome = AttackOutcome()
    (outcome.pinned, outcome.sidePinned) = (certain / 100, half / 100)
    (outcome.rightBefore, outcome.rightAfter) = (before / 100, after / 100)
    return outcome
  }

  private static func finding(
    _ attacker: AuditReport.Attacker, _ expected: AttackOutcome, actual: AttackOutcome? = nil,
    worst: AttackOutcome? = nil, any: Double? = nil, unchanged: Int? = nil
  ) -> AuditReport.Finding {
    AuditReport.Finding(
      attacker: attacker, judgements: 40, expected: expected, actual: actual,
      worst: worst.map { .init(id: "cpd", title: "CPD", outcome: $0) }, anyExpected: any, anyActual: nil,
      unchanged: unchanged)
  }

  static func audit(_ policy: String = "default") throws -> AuditedPage {
    var report = AuditReport(
      basis: policy == "default" ? .fixed : .supposed, unit: .criterion, figures: 5, judgements: 40,
      schools: 8,
      isNoisy: policy == "default")
    report.findings = [
      finding(
        .outsider, outcome(0, 6.5, 47.4, 47.3), actual: outcome(0, 5, 47.4, 50), worst: outcome(0, 9, 44, 45)),
      finding(
        .coalition, outcome(0.02, 4, 47.4, 47.6), actual: outcome(0, 0, 47.4, 45),
        worst: outcome(0, 8, 41, 46)),
      finding(
        .allButOne, outcome(0.08, 3, 47, 53), actual: outcome(0, 2.5, 47, 55), worst: outcome(0.4, 7, 40, 51)),
      finding(
        .repetition, outcome(1.2, 12, 47, 58), actual: outcome(2.5, 15, 47, 60),
        worst: outcome(6, 30, 40, 65), unchanged: 20),
      finding(.unchanged(years: 3), outcome(2, 20, 47, 62), worst: outcome(6, 33, 40, 68)),
      finding(.joint, outcome(0.3, 6, 47, 56), any: 0.04),
    ]
    report.earlier = [
      .init(period: "2024-25", figures: 5, isAssumed: false),
      .init(period: "2023-24", figures: 4, isAssumed: true),
    ]
    if policy != "default" {
      report.hidden = [
        .init(
          id: "cpd", title: "CPD", values: [1, 2, 3, 4], shown: [0, nil, 5, nil],
          bounds: [0...0, 1...2, 4...6, 1...2], ways: 3)
      ]
    }
    return AuditedPage(
      report: report, rubric: try RealFrameworks.emtss(), period: Period(startYear: 2025), kind: .own,
      policy: policy,
      digest: policy == "default" ? Digest(ofText: "made up") : nil)
  }

  @Test(arguments: ["default", "rounded"]) func `the text of an audit`(_ policy: String) throws {
    let text = AuditText.text(try Self.audit(policy))
    try expectSnapshot(text, "audit-\(policy).txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= TerminalText.width })
    #expect(text.components(separatedBy: "Not for publication.").count == 3)
  }

  @Test(arguments: ["default", "rounded"]) func `the page of an audit`(_ policy: String) throws {
    try expectSnapshot(withoutLooks(AuditPageHTML.page(try Self.audit(policy))), "audit-\(policy).html")
  }

  @Test(arguments: ["default", "rounded"]) func `an audit for programs`(_ policy: String) throws {
    try expectSnapshot(AuditJSON.json(try Self.audit(policy)).prettyText() + "\n", "audit-\(policy).json")
  }

  /// Each of them, with the figures that it was given, in words and in both tables.
  @Test func `no attacker and no worst criterion is left out of the text`() throws {
    let audit = try Self.audit()
    let text = AuditText.text(audit)
    let words = AuditWords(audit)
    let lines = text.split(separator: "\n").map(String.init)
    for finding in audit.report.findings {
      let rows = lines.filter { $0.hasPrefix("  " + words.name(finding.attacker).prefix(24)) }
      #expect(rows.count == (finding.worst == nil ? 1 : 2), "\(finding.attacker)")
    }
    #expect(!text.contains("would be right 47 times in 100; without the release, 47"))
  }
}

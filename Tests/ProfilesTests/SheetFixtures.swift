import Diagnostics
import Documents
import Foundation
import Frameworks
import Rubrics
import TestSupport
import Testing

@testable import Profiles

/// Small frameworks, cohorts and the policy that Waymark ships.
enum SheetFixtures {
  static func policy() throws -> Policy { try standard.get() }

  /// Read once: some tests make thousands of sheets.
  private static let standard = Result { try shipped("default") }

  /// A policy that Waymark ships.
  static func shipped(_ name: String) throws -> Policy {
    try policy(
      String(contentsOf: Repository.root.appending(path: "Registry/policies/\(name).yaml"), encoding: .utf8))
  }

  static func policy(_ text: String) throws -> Policy {
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "policy.yaml", bytes: Array(text.utf8))
    let policy = PolicyReader.read(source, map.add(source), into: &bag)
    return try #require(policy, "\(bag.items.map(\.message))")
  }

  /// A framework with one level of `criteria` criteria, c0 on, judged on points from `lowest` on.
  static func rubric(
    criteria: Int, points: ClosedRange<Int> = 1...4,
    judging: String = "{self: {level: area, scale: extent}, peer: none}",
    scaleKind: String = "ordinal", rest: String = ""
  ) throws -> Rubric {
    let listed = points.map {
      "      - {id: p\($0 - points.lowerBound)" + (scaleKind == "nominal" ? "}" : ", value: \($0)}")
    }
    let areas = (0..<criteria).map { "  - {id: c\($0), title: Criterion \($0)}" }
    return try rubric(
      """
      schema: waymark.framework/1
      id: made-up
      version: 1.2.0
      title: Made up for tests
      levels:
        - {id: area, title: Area}
      scales:
        extent:
          kind: \(scaleKind)
          points:
      \(listed.joined(separator: "\n"))
      judging: \(judging)
      criteria:
      \(areas.joined(separator: "\n"))
      overall: none
      \(rest)
      """)
  }

  static func rubric(_ text: String) throws -> Rubric {
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "framework.yaml", bytes: Array(text.utf8))
    let framework = Document.read(
      source, map.add(source), kind: .framework, as: Framework.shape, into: &bag)
    try #require(!bag.hasErrors, "\(bag.items.map(\.message))")
    return try Rubric(ResolvedFramework(#require(framework)))
  }

  /// A row a subject; `nil` where a criterion is not judged.
  static func cohort(_ rows: [[UInt8?]]) -> JudgementTable {
    var table = JudgementTable(columnCount: rows.first?.count ?? 0)
    for (index, row) in rows.enumerated() {
      table.append(subject: "s\(index)", marks: row.map { $0 ?? Mark.missing })
    }
    return table
  }

  static func request(
    _ rubric: Rubric, _ rows: [[UInt8?]], kind: ReviewKind = .own, policy: Policy? = nil
  ) throws -> SheetRequest {
    try SheetRequest(
      partnership: "made-up-01", region: "E12000004", rubric: rubric, period: #require(Period("2025-26")),
      kind: kind, cohort: cohort(rows), policy: policy ?? Self.policy())
  }

  static func sheet(_ request: SheetRequest, seed: UInt64 = 1) throws -> Sheet {
    var generator = SeededGenerator(seed: seed)
    return try SheetMaker.make(request, using: &generator)
  }

  /// The refusal's status and message.
  static func refusal(_ request: SheetRequest, seed: UInt64 = 1) -> Failure? {
    var generator = SeededGenerator(seed: seed)
    do throws(Failure) {
      _ = try SheetMaker.make(request, using: &generator)
      return nil
    } catch {
      return error
    }
  }
}

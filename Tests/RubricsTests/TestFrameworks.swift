import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Rubrics
import TestSupport

/// Reads what tests need, from the tree or from text.
enum TestFrameworks {
  struct Unreadable: Error, CustomStringConvertible { let description: String }

  static func rubric(at path: String) throws -> Rubric { try rubric(try FileReading.source(path)) }

  static func rubric(_ text: String) throws -> Rubric {
    try rubric(SourceFile(path: "framework.yaml", bytes: Array(text.utf8)))
  }

  static func review(at path: String) throws -> Review { try review(try FileReading.source(path)) }

  static func review(_ text: String) throws -> Review {
    try review(SourceFile(path: "review.yaml", bytes: Array(text.utf8)))
  }

  private static func rubric(_ source: SourceFile) throws -> Rubric {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let bases = FrameworkLibrary(folders: [Repository.root.appending(path: "Frameworks").path])
    guard let framework = FrameworkReader.read(map.add(source), in: &map, bases: bases, into: &bag) else {
      throw unreadable(bag)
    }
    return try Rubric(framework)
  }

  private static func review(_ source: SourceFile) throws -> Review {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let review = Document.read(source, map.add(source), kind: .review, as: Review.shape, into: &bag)
    guard let review, !bag.hasErrors else { throw unreadable(bag) }
    return review
  }

  private static func unreadable(_ bag: DiagnosticBag) -> Unreadable {
    Unreadable(description: bag.items.map { "\($0.code.id): \($0.message)" }.joined(separator: "\n"))
  }

  static func emtss() throws -> Rubric {
    try rubric(at: "\(Repository.root.path)/Frameworks/emtss/1.0.0/framework.yaml")
  }
  static func spp() throws -> Rubric {
    try rubric(at: "\(Repository.root.path)/Frameworks/spp/2.0.0/framework.yaml")
  }
  static func threeLevels() throws -> Rubric {
    try rubric(at: "\(Repository.root.path)/Tests/FrameworksTests/Fixtures/three-levels/framework.yaml")
  }

  /// A made-up framework with one group of criteria `c1`, `c2`, … on a scale with points `p0`, `p1`, … of
  /// the same values.
  static func small(
    id: String = "small-made-up", version: String = "1.0.0", criteria: Int = 4, points: Int = 4,
    kind: String = "ordinal", stability: String = "fixed", aggregate: String = "distribution",
    overall: String = "none", peer: Bool = true, drop: Set<Int> = [], titles: String = "", rest: String = ""
  ) throws -> Rubric {
    let names = (1...criteria).filter { !drop.contains($0) }
    let values = (0..<points).map { "{id: p\($0)" + (kind == "nominal" ? "" : ", value: \($0)") + "}" }
    return try rubric(
      """
      schema: waymark.framework/1
      id: \(id)
      version: \(version)
      title: Made up for tests
      levels: [{id: group, title: Group, aggregate: \(aggregate)}, {id: question, title: Question}]
      source: [{id: made-up, title: Nobody}]
      scales:
        steps: {kind: \(kind), stability: \(stability), points: [\(values.joined(separator: ", "))]}
      judging:
        self: {level: question, scale: steps}
        peer: \(peer ? "{level: question, scale: steps}" : "none")
      criteria:
        - id: all
          title: All
          source: {ref: made-up}
          criteria:
      \(names.map { "      - {id: c\($0), title: \(titles)C\($0), source: {ref: made-up}}" }.joined(separator: "\n"))
      overall: \(overall)
      \(rest)
      """)
  }

  /// A review of ``small(id:version:criteria:points:kind:stability:aggregate:overall:peer:drop:)``: a point
  /// each, or why not.
  static func answers(
    _ points: [String?], kind: String = "self", subject: String = "made-up-school",
    date: String = "2025-10-01",
    id: String = "small-made-up", version: String = "1.0.0"
  ) throws -> Review {
    let judgements = points.enumerated().compactMap { index, point in
      point.map { "  all/c\(index + 1): {point: \($0)}" }
    }
    return try review(
      """
      schema: waymark.review/1
      framework: {id: \(id), version: \(version)}
      kind: \(kind)
      subject: {id: \(subject)}
      date: \(date)
      judgements:
      \(judgements.joined(separator: "\n"))
      """)
  }

  /// A made-up framework of one criterion, `c1`, on points `p0`, `p1`, …, each with so many statements:
  /// `a1`, `a2`, … at the first, `b1`, … at the second.
  static func described(_ counts: [Int]) throws -> Rubric {
    let statements = zip(counts, "abcdef").enumerated().flatMap { point, described in
      (0..<described.0).map {
        "{id: \(described.1)\($0 + 1), at: p\(point), text: Made up., source: {ref: made-up}}"
      }
    }
    let points = counts.indices.map { "{id: p\($0), value: \($0)}" }
    return try rubric(
      """
      schema: waymark.framework/1
      id: described-made-up
      version: 1.0.0
      title: Made up for tests
      levels: [{id: area, title: Area}]
      source: [{id: made-up, title: Nobody}]
      scales:
        steps: {points: [\(points.joined(separator: ", "))]}
      judging: {self: {level: area, scale: steps}, peer: none}
      criteria:
        - id: c1
          title: C1
          source: {ref: made-up}
          statements: [\(statements.joined(separator: ", "))]
      overall: none
      """)
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport

@testable import Reviews

/// A made-up framework in several versions, each with the migrations that lead to it, drawn from a seed.
struct RandomLineage {
  private(set) var versions: [String] = []
  private var random: SeededGenerator
  private var beds: [[Plot]] = []
  private var scales = [Scale(points: ["p1", "p2", "p3"]), Scale(points: ["r1", "r2"])]
  private var next = 0

  private struct Plot {
    var id: String
    var title: String
    var statements: [String]
  }

  private struct Scale {
    var points: [String]
  }

  init(seed: UInt64, versions count: Int) {
    random = SeededGenerator(seed: seed)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      beds.append((0..<Int.random(in: 3...7, using: &random)).map { _ in newPlot() })
    }
    versions.append(text(version: 1, migration: nil))
    for version in 2...max(2, count) {
      let changes = evolve()
      versions.append(text(version: version, migration: changes))
    }
  }

  func stops() throws -> Meadow.Stops {
    let sources = versions.enumerated().map { index, text in
      SourceFile(path: "v\(index + 1).yaml", bytes: Array(text.utf8))
    }
    return Meadow.Stops(others: try sources.map { try MigrationStop($0, NoBases()) })
  }

  private mutating func newPlot() -> Plot {
    next += 1
    let statements = (0..<Int.random(in: 0...3, using: &random)).map { "s-\(next)-\($0)" }
    return Plot(id: "plot-\(next)", title: "Plot \(next)", statements: statements)
  }

  /// Changes something at random.
  ///
  /// - Returns: what was changed, as a migration says it.
  private mutating func evolve() -> [String] {
    var changes: [String] = []
    var found = beds.map { _ in [Plot]() }
    for bed in beds.indices {
      var plots = beds[bed].shuffled(using: &random)
      while let plot = plots.popLast() {
        let path = "bed-\(bed)/\(plot.id)"
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
          changes.append("{remove: \(path), why: \(quoted("gone"))}")
        case 1:
          let part = newPlot(), other = newPlot()
          changes.append("{split: \(path), into: [{id: \(part.id)}, {id: \(other.id)}], why: two}")
          found[bed] += [part, other]
        case 2 where !plots.isEmpty:
          let other = plots.removeLast()
          var merged = newPlot()
          merged.statements = plot.statements + other.statements
          changes.append("{merge: [\(path), bed-\(bed)/\(other.id)], into: {id: \(merged.id)}, why: one}")
          found[bed].append(merged)
        case 3:
          let target = Int.random(in: beds.indices, using: &random)
          var moved = plot
          next += 1
          moved.id = "moved-\(next)"
          changes.append("{move: \(path), to: bed-\(target), as: \(moved.id), why: elsewhere}")
          found[target].append(moved)
        case 4:
          var reworded = plot
          reworded.title += "!"
          reworded.statements = reworded.statements.filter { _ in Bool.random(using: &random) }
          changes.append("{reword: \(path), title: \(quoted(reworded.title)), why: words}")
          found[bed].append(reworded)
        case 5:
          changes.append("{replace: \(path), with: {id: \(plot.id)}, why: another}")
          found[bed].append(plot)
        default: found[bed].append(plot)
        }
      }
      if Bool.random(using: &random) { found[bed].append(newPlot()) }
    }
    beds = found.map { $0.isEmpty ? [newPlot()] : $0 }
    return changes + rescale()
  }

  private mutating func rescale() -> [String] {
    var changes: [String] = []
    for (index, name) in ["depth", "rough"].enumerated() where Int.random(in: 0..<3, using: &random) == 0 {
      next += 1
      let before = scales[index].points
      let after = (0..<Int.random(in: 2...5, using: &random)).map { "q\(next)-\($0)" }
      scales[index].points = after
      var map = "none"
      if Bool.random(using: &random) {
        map =
          "{\(before.map { "\($0): \(after.randomElement(using: &random) ?? after[0])" }.joined(separator: ", "))}"
      }
      changes.append("{set: scales/\(name)/points, to: [], map: \(map), why: scale}")
    }
    return changes
  }

  private func text(version: Int, migration: [String]?) -> String {
    func points(_ index: Int) -> String {
      scales[index].points.enumerated().map { "{id: \($1), value: \($0 + 1)}" }.joined(separator: ", ")
    }
    let criteria = beds.enumerated().map { index, plots in
      """
        - id: bed-\(index)
          title: Bed \(index)
          criteria:

      """
        + plots.map { plot in
          """
                - id: \(plot.id)
                  title: \(quoted(plot.title))
                  statements: [\(plot.statements.enumerated().map {
            "{id: \($1), at: \(scales[0].points[$0 % scales[0].points.count]), text: A statement.}"
          }.joined(separator: ", "))]

          """
        }.joined()
    }.joined()
    var text = """
      schema: waymark.framework/1
      id: made-up-lineage
      version: \(version).0.0
      status: draft
      title: Drawn from a seed
      language: en-GB
      subject: school
      levels: [{id: bed, title: Bed}, {id: plot, title: Plot}]
      scales:
        depth: {kind: ordinal, points: [\(points(0))]}
        rough: {kind: ordinal, points: [\(points(1))]}
      judging: {self: {level: plot, scale: depth}, peer: {level: plot, scale: rough}}
      criteria:
      \(criteria)overall: none

      """
    if let migration {
      text += "migrations:\n  - from: {version: \(version - 1).0.0}\n    changes:\n"
      text += migration.isEmpty ? "      []\n" : migration.map { "      - \($0)\n" }.joined()
    }
    return text
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }
}

extension Review {
  /// A review of a framework, drawn at random. Every text is like no other.
  static func random(
    against stop: MigrationStop, using random: inout SeededGenerator, mark: String = "said"
  ) -> Review {
    var review = Review()
    review.framework = stop.pin
    review.kind = Located(Bool.random(using: &random) ? .own : .peer)
    review.subject.id = Located("made-up-school")
    review.date = Day("2026-03-01")
    if Int.random(in: 0..<4, using: &random) == 0 { review.status = .agreed }
    review.answerAnew(against: stop, share: 0.8, using: &random, mark: mark)
    return review
  }

  /// Answers a share of what its framework asks, whatever was answered before.
  ///
  /// - Returns: every text that was written.
  @discardableResult
  mutating func answerAnew(
    against stop: MigrationStop, share: Double, using random: inout SeededGenerator, mark: String
  ) -> [String] {
    var texts: [String] = []
    func text(_ what: String) -> String {
      texts.append("\(mark)-\(what)-\(texts.count)")
      return Bool.random(using: &random)
        ? texts[texts.count - 1] : "\(texts[texts.count - 1])\nagain: “\(what)” #1"
    }
    for criterion in stop.framework.criteria where Double.random(in: 0..<1, using: &random) < share {
      var answer = Judgement()
      if let scale = criterion.judgedScale(by: kind.value), Int.random(in: 0..<8, using: &random) > 0 {
        let points = stop.framework.scale(scale).points
        let names =
          points.map(\.id.value) + points.compactMap { $0.value.map(String.init) }
          + [Judgement.notApplicable, Judgement.notReviewed]
        answer.point = names.randomElement(using: &random).map { Located($0) }
      }
      answer.statements = criterion.criterion.statements.map { Located($0.id.value) }
        .filter { _ in Bool.random(using: &random) }
      if Bool.random(using: &random) { answer.evidence = text("evidence") }
      if Bool.random(using: &random) { answer.actions = [text("action"), text("action")] }
      if Bool.random(using: &random) { answer.challenge = text("challenge") }
      judgements.removeAll { $0.key.value == criterion.path }
      judgements.append(Keyed(key: Located(criterion.path), value: answer))
    }
    return texts
  }
}

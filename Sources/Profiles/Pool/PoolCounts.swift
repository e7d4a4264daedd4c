import Diagnostics
import Documents
import Frameworks
import Rubrics

/// A partnership's exact counts for a pool: how many of its subjects were judged at each point of each criterion. They
/// never leave the partnership unshared.
public struct PoolCounts: Sendable, Equatable {
  /// Criterion by criterion as in the task, point by point.
  public let cells: [Int]
  /// How many subjects are judged on each criterion.
  public let declared: [Int]
  /// Criteria of the task that this partnership cannot contribute to.
  public let omitted: [PoolContribution.Omission]

  /// Takes counts as they are; what they say is checked by the registries.
  package init(cells: [Int], declared: [Int]) {
    (self.cells, self.declared, omitted) = (cells, declared, [])
  }

  /// Counts marks.
  ///
  /// - Parameters:
  ///   - rubric: what the marks were given against.
  ///   - pooled: the task's own framework.
  ///   - comparability: from the rubric's framework to the task's; not needed where they are the same content.
  /// - Throws: `refused` where they have nothing in common, or a count is larger than can be shared.
  public init(
    _ table: JudgementTable, rubric: Rubric, task: PoolTask, pooled: Rubric, comparability: Comparability?
  ) throws(Failure) {
    guard pooled.digest == task.framework.digest, table.columnCount == rubric.columns(task.kind).count else {
      throw Failure(.badData, "The judgements or the framework are not those of the pool.")
    }
    let readings = CellReadings(rubric: rubric, task: task, pooled: pooled, comparability: comparability)
    var cells: [Int] = []
    var declared: [Int] = []
    var omitted: [PoolContribution.Omission] = []
    for criterion in task.criteria {
      var counts = Array(repeating: 0, count: criterion.points.count)
      switch readings.reading(of: criterion) {
      case .failure(let reason): omitted.append(.init(id: criterion.id, reason: reason))
      case .success(let reading):
        for row in 0..<table.rowCount {
          let mark = Int(table[row, reading.column])
          if mark < reading.cells.count, let cell = reading.cells[mark] { counts[cell] += 1 }
        }
      }
      guard counts.allSatisfy({ $0 <= PoolTask.largestCount }) else {
        throw PoolRule.largestCount.refusal(
          "More than \(PoolTask.largestCount) subjects are judged alike on “\(criterion.id)”.",
          help: "Split the partnership's workspace.")
      }
      cells += counts
      declared.append(counts.reduce(0, +))
    }
    guard omitted.count < task.criteria.count else {
      throw PoolRule.otherFramework.refusal(
        "“\(rubric.reference)” has no criterion that may be added to those of “\(task.framework.reference)”.",
        help: "`waymark framework compare` says why.")
    }
    (self.cells, self.declared, self.omitted) = (cells, declared, omitted)
  }
}

/// Which column of a table is counted for a criterion, and where each of its points goes.
private struct CellReadings {
  let rubric: Rubric
  let task: PoolTask
  let pooled: Rubric
  let comparability: Comparability?

  struct Reading {
    let column: Int
    /// For each point of the column's scale a point of the task's.
    let cells: [Int?]
  }

  func reading(of criterion: PoolCriterion) -> Result<Reading, PoolContribution.Omission.Reason> {
    if rubric.digest == pooled.digest {
      guard let column = column(criterion.id, in: rubric) else { return .failure(.notJudged) }
      return .success(Reading(column: column, cells: Array(0..<criterion.points.count)))
    }
    guard let pair = comparability?.pair(to: criterion.id), pair.to == [criterion.id], pair.from.count == 1,
      let column = column(pair.from[0], in: rubric), let target = self.column(criterion.id, in: pooled)
    else { return .failure(.noCounterpart) }
    let (own, other) = (scale(column, of: rubric), scale(target, of: pooled))
    switch pair.relation(for: task.kind) {
    case .same:
      guard own.values == other.values else { return .failure(.otherScale) }
      return .success(Reading(column: column, cells: Array(0..<criterion.points.count)))
    case .rescaled where pair.wording == .same:
      // Every point has to have its place: a judgement that fell away would not be the one that was made.
      let cells = own.scale.points.map { point in
        pair.converted(point.id.value, by: task.kind).flatMap { other.code(of: $0) }.map(Int.init)
      }
      return cells.contains(nil) ? .failure(.otherScale) : .success(Reading(column: column, cells: cells))
    case .rescaled: return .failure(.otherScale)
    default: return .failure(.notTheSame)
    }
  }

  private func column(_ path: String, in rubric: Rubric) -> Int? {
    rubric.framework.criterion(path).flatMap { rubric.columns(task.kind).column(ofCriterion: $0.index) }
  }

  private func scale(_ column: Int, of rubric: Rubric) -> CompiledScale {
    rubric.scales[rubric.columns(task.kind).scales[column]]
  }
}

extension PoolContribution.Omission.Reason: Error {}

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
  ///   - columns: which of the table's columns go in; without it the rubric is the task's own.
  /// - Throws: `refused` where they have nothing in common, or a count is larger than can be shared.
  public init(
    _ table: JudgementTable, rubric: Rubric, task: PoolTask, pooled: Rubric, columns: PoolColumns? = nil
  ) throws(Failure) {
    guard pooled.digest == task.framework.digest, table.columnCount == rubric.columns(task.kind).count else {
      throw Failure(.badData, "The judgements or the framework are not those of the pool.")
    }
    let columns = columns ?? PoolColumns(rubric: rubric, task: task, pooled: pooled, comparability: nil)
    var cells: [Int] = []
    var declared: [Int] = []
    var omitted: [PoolContribution.Omission] = []
    for criterion in task.criteria {
      var counts = Array(repeating: 0, count: criterion.points.count)
      switch columns.column(for: criterion.id) {
      case .failure(let reason): omitted.append(.init(id: criterion.id, reason: reason))
      case .success(let found):
        for row in 0..<table.rowCount {
          let mark = Int(table[row, found.column])
          if mark < counts.count { counts[mark] += 1 }
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

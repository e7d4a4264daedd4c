import Documents
import Frameworks
import Rubrics

/// Which column of a partnership's judgements is counted for each criterion of a pool, where its reviews are held against
/// another version of the pool's framework, a variant of it, or one that a crosswalk relates to it.
public struct PoolColumns: Sendable {
  private let rubric: Rubric
  private let task: PoolTask
  private let pooled: Rubric
  private let comparability: Comparability?

  /// - Parameters:
  ///   - rubric: what the judgements were given against.
  ///   - pooled: the task's own framework.
  ///   - comparability: from the rubric's framework to the task's; not needed where they are the same content.
  public init(rubric: Rubric, task: PoolTask, pooled: Rubric, comparability: Comparability?) {
    (self.rubric, self.task, self.pooled, self.comparability) = (rubric, task, pooled, comparability)
  }

  public struct Column: Sendable, Equatable {
    /// Of the table.
    public let column: Int
    /// What the partnership has to know: the words differ, and their author says that the meaning does not.
    public let cautions: [Comparability.Caution]
  }

  /// - Parameter criterion: its path in the pool's framework.
  public func column(for criterion: String) -> Result<Column, PoolContribution.Omission.Reason> {
    if rubric.digest == pooled.digest {
      guard let column = column(criterion, in: rubric) else { return .failure(.notJudged) }
      return .success(Column(column: column, cautions: []))
    }
    guard let comparability else { return .failure(.noCounterpart) }
    switch comparability.pooled(to: criterion, by: task.kind) {
    case .failure(let reason): return .failure(reason)
    case .success(let found):
      guard let column = column(found.criterion, in: rubric) else { return .failure(.notJudged) }
      return .success(Column(column: column, cautions: found.cautions))
    }
  }

  /// The criteria that go in under other words, with what has to be said of each.
  public var reworded: [(criterion: PoolCriterion, cautions: [Comparability.Caution])] {
    task.criteria.compactMap { criterion in
      guard case .success(let found) = column(for: criterion.id), !found.cautions.isEmpty else { return nil }
      return (criterion, found.cautions)
    }
  }

  private func column(_ path: String, in rubric: Rubric) -> Int? {
    rubric.framework.criterion(path).flatMap { rubric.columns(task.kind).column(ofCriterion: $0.index) }
  }
}

extension PoolContribution.Omission.Reason: Error {}

extension Comparability {
  /// The criterion of ``from`` whose judgements may be added to those of a criterion of ``to`` in one school year: the same
  /// one, on the same points, alone.
  ///
  /// What was added up cannot be told apart again, so this asks for more than standing side by side does: where the words
  /// differ, an author has to have said that the meaning does not; a map between scales, a split, a merger or
  /// a doubtful link never does.
  public func pooled(
    to criterion: String, by kind: ReviewKind
  ) -> Result<PoolSum.Counterpart, PoolContribution.Omission.Reason> {
    let pairs = pairs(to: criterion).filter { !$0.from.isEmpty }
    guard let pair = pairs.first else { return .failure(.noCounterpart) }
    let back = pair.from.first.map { self.pairs(from: $0).filter { !$0.to.isEmpty } } ?? []
    guard pairs.count == 1, back.count == 1, pair.to == [criterion], pair.from.count == 1 else {
      return .failure(.notTheSame)
    }
    switch pair.relation(for: kind) {
    case .same, .reworded, .moving: break
    case .rescaled: return .failure(.otherScale)
    case .split, .merged: return .failure(.notTheSame)
    case .none: return .failure(Self.reason(pair, kind))
    }
    guard pair.conversion(for: kind) == .same else { return .failure(.otherScale) }
    let cautions = pair.cautions(for: kind)
    guard cautions.allSatisfy({ [.reworded, .relabelled, .moving].contains($0) }) else {
      return .failure(.unsaid)
    }
    // That a scale moves over the years says nothing against judgements of one year.
    return .success(PoolSum.Counterpart(criterion: pair.from[0], cautions: cautions.filter { $0 != .moving }))
  }

  private static func reason(_ pair: Pair, _ kind: ReviewKind) -> PoolContribution.Omission.Reason {
    switch pair.obstacle(for: kind) {
    case .otherScale: .otherScale
    case .judgedLater, .judgedEarlier: .notJudged
    case .unsaid: .unsaid
    case .added, .removed, .unlinked: .noCounterpart
    default: .notTheSame
    }
  }
}

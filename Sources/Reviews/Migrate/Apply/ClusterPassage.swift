import Diagnostics
import Frameworks

/// What becomes of the answers to the criteria of one cluster, where nothing was migrated before.
struct ClusterPassage: Sendable {
  /// By the paths where the step leads; a blank one is open and waits for a person.
  private(set) var answers: [String: Judgement] = [:]
  /// For each answer that was given, by its path there, why it could not stay as it was; `nil` where it could.
  private(set) var reasons: [String: CarriedAnswer] = [:]

  /// - Parameter given: by path; none is blank.
  init(_ cluster: CriterionCluster, _ given: [String: Judgement], _ step: MigrationStep, _ kind: ReviewKind) {
    guard !given.isEmpty else { return }
    let passage = Passage(cluster: cluster, step: step, kind: kind)
    switch (cluster.from.count, cluster.to.count) {
    case (_, 0):
      for (path, answer) in given {
        carry(answer, at: path, cluster.isReplaced ? .replaced : .removed, cluster)
      }
    case (1, 1): keep(given[cluster.from[0]], passage)
    case (_, 1): merge(given, passage)
    default: split(given, passage)
    }
  }

  private struct Passage {
    let cluster: CriterionCluster
    let step: MigrationStep
    let kind: ReviewKind

    func isJudged(_ path: String) -> Bool {
      step.to.framework.criterion(path)?.isJudged(by: kind) ?? false
    }

    /// What a point becomes; `nil` where nothing is known to mean the same.
    func point(_ name: String, from path: String, to other: String) -> String? {
      if name == Judgement.notApplicable || name == Judgement.notReviewed { return name }
      return points(from: path, to: other)?.point(name)
    }

    /// `nil` where one of the two is not judged.
    func points(from path: String, to other: String) -> PointPassage? {
      step.points(from: path, to: other, by: kind)
    }

    /// The marked statements that a criterion still has.
    func statements(_ marked: [Located<String>], at path: String) -> [Located<String>] {
      let known = Set(step.to.framework.criterion(path)?.criterion.statements.map(\.id.value) ?? [])
      return marked.filter { known.contains($0.value) }
    }

    /// Why there is no point where one was.
    func reason(from path: String, to other: String) -> (CarriedAnswer.Because, String?) {
      guard let points = points(from: path, to: other) else {
        return (.notJudged, step.judgingReason(kind))
      }
      if case .none(let why) = points { return (.notConvertible, why) }
      return (.notConvertible, nil)
    }
  }

  private mutating func carry(
    _ answer: Judgement, at path: String, _ because: CarriedAnswer.Because, _ cluster: CriterionCluster,
    to targets: [String] = [], suggests: String? = nil, why: String? = nil
  ) {
    var carried = CarriedAnswer()
    carried.because = Located(because)
    carried.to = targets.map { Located($0) }
    carried.suggests = suggests.map { Located($0) }
    let reasons = [why].compactMap(\.self) + cluster.why.filter { $0 != why }
    carried.why = reasons.isEmpty ? nil : reasons.joined(separator: " ")
    carried.answer = answer
    self.reasons[path] = carried
  }

  /// One criterion that stayed one.
  private mutating func keep(_ given: Judgement?, _ passage: Passage) {
    guard var answer = given else { return }
    let (path, target) = (passage.cluster.from[0], passage.cluster.to[0])
    let before = answer
    if let point = answer.point?.value {
      guard passage.isJudged(target), let after = passage.point(point, from: path, to: target) else {
        let (because, why) = passage.reason(from: path, to: target)
        if passage.isJudged(target) { answers[target] = Judgement() }
        let targets = passage.isJudged(target) ? [target] : []
        return carry(before, at: path, because, passage.cluster, to: targets, why: why)
      }
      answer.point = Located(after)
    }
    answer.statements = passage.statements(answer.statements, at: target)
    answers[target] = answer
    if answer != before {
      let because: CarriedAnswer.Because = answer.statements == before.statements ? .rescaled : .statements
      carry(before, at: path, because, passage.cluster, to: [target])
    }
  }

  /// Several criteria that became one: equal points stay, others wait for a person. Words are put together.
  private mutating func merge(_ given: [String: Judgement], _ passage: Passage) {
    let target = passage.cluster.to[0]
    let asked = passage.cluster.from.filter {
      passage.step.from.framework.criterion($0)?.isJudged(by: passage.kind) ?? false
    }
    let points = asked.map { path in
      given[path]?.point.map { passage.point($0.value, from: path, to: target) } ?? nil
    }
    let isAnswered = asked.contains { given[$0]?.point != nil }
    let agreed = passage.isJudged(target) && !points.isEmpty && Set(points).count == 1 ? points[0] : nil
    var merged = Judgement()
    for path in passage.cluster.from { given[path].map { merged.join($0) } }
    merged.statements = passage.statements(merged.statements, at: target)
    merged.point = agreed.map { Located($0) }
    if passage.isJudged(target) || !merged.isBlank { answers[target] = merged }
    for (path, answer) in given {
      let suggests = answer.point.flatMap { passage.point($0.value, from: path, to: target) }
      let why = passage.reason(from: path, to: target).1
      let because: CarriedAnswer.Because =
        agreed != nil || !isAnswered ? .merged : passage.isJudged(target) ? .undecided : .notJudged
      carry(answer, at: path, because, passage.cluster, to: [target], suggests: suggests, why: why)
    }
  }

  /// One criterion that became several: whether what was said of the whole holds for a part, only a person can say.
  private mutating func split(_ given: [String: Judgement], _ passage: Passage) {
    let open = passage.cluster.to.filter { passage.isJudged($0) }
    for target in open { answers[target] = Judgement() }
    let targets = open.isEmpty ? passage.cluster.to : open
    for (path, answer) in given {
      let suggestions = Set(
        targets.compactMap { target in
          answer.point.flatMap { passage.point($0.value, from: path, to: target) }
        })
      let because: CarriedAnswer.Because = open.isEmpty && answer.point != nil ? .notJudged : .split
      carry(
        answer, at: path, because, passage.cluster, to: targets,
        suggests: suggestions.count == 1 ? suggestions.first : nil)
    }
  }
}

extension MigrationStep {
  /// What becomes of a criterion's points; `nil` where one of the two criteria is not judged.
  func points(from path: String, to other: String, by kind: ReviewKind) -> PointPassage? {
    guard let before = from.framework.criterion(path)?.judgedScale(by: kind),
      let after = to.framework.criterion(other)?.judgedScale(by: kind)
    else { return nil }
    return points(from: before, to: after)
  }
}

extension Judgement {
  /// Adds what another judgement says in words, and its statements; what both say stands once.
  mutating func join(_ other: Judgement) {
    func joined(_ left: String?, _ right: String?) -> String? {
      guard let right, !right.trimmedAsRead.isEmpty else { return left }
      guard let left, !left.trimmedAsRead.isEmpty, left != right else { return right }
      return left + "\n\n" + right
    }
    evidence = joined(evidence, other.evidence)
    challenge = joined(challenge, other.challenge)
    for action in other.actions where !actions.contains(action) { actions.append(action) }
    for statement in other.statements where !statements.contains(statement) { statements.append(statement) }
  }
}

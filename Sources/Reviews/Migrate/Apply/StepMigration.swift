import Diagnostics
import Documents
import Frameworks

/// Takes one review over one step of the way.
///
/// What cannot be read off the new answers again is carried with the review; a step back to a version whose answers
/// are carried restores them. What somebody changed in between stays: nothing is dropped. An agreement was to the
/// answers as they were, so the new review is a draft; on the way back it is agreed again where nobody changed it.
struct StepMigration {
  private let step: MigrationStep
  private let back: MigrationStep
  private let kind: ReviewKind
  /// What the review carries of the framework that the step leads to, but for its answers.
  private var kept: CarriedAnswers
  /// The answers that it carries of it and that are not restored yet, by path.
  private var originals: [String: CarriedAnswer]
  /// What it will carry of the framework that the step leads from.
  private var left = CarriedAnswers()
  private var answers: [String: Judgement] = [:]
  private(set) var restored = 0

  /// - Returns: the review against the framework that the step leads to, and how many answers were restored.
  static func run(_ review: Review, over step: MigrationStep) -> (review: Review, restored: Int) {
    var migration = StepMigration(review, step)
    let result = migration.result(review)
    return (result, migration.restored)
  }

  private init(_ review: Review, _ step: MigrationStep) {
    (self.step, back, kind) = (step, step.reversed, review.kind.value)
    kept = review.carried.first { step.to.isNamed(by: $0.from) } ?? CarriedAnswers()
    originals = Dictionary(
      kept.answers.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    left.from = step.from.pin
    left.from.locatedDigest = review.framework.locatedDigest ?? left.from.locatedDigest
  }

  private mutating func result(_ review: Review) -> Review {
    let given = Dictionary(
      review.judgements.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    for cluster in step.clusters { pass(cluster, given) }
    keepUnknown(review.judgements)
    var result = review
    result.judgements = inOrder(review)
    OtherEntries.pass(&result, to: step.to.framework, &kept, &left)
    kept.answers.removeAll { originals[$0.key.value] == nil }
    result.status = .draft
    if let agreed = kept.agreed, agreed.value == AnswerDigest.of(review) { result.status = .agreed }
    kept.agreed = nil
    if review.status == .agreed { left.agreed = AnswerDigest.of(result).map { Located($0) } }
    result.framework = step.to.pin
    let others = review.carried.filter { !step.to.isNamed(by: $0.from) && !step.from.isNamed(by: $0.from) }
    result.carried =
      (others.isEmpty ? [] : CarriedTargets(step, kind).following(others))
      + [kept, merged(review)].filter { !$0.isEmpty }
    return result
  }

  private mutating func pass(_ cluster: CriterionCluster, _ given: [String: Judgement]) {
    var current: [String: Judgement] = [:]
    for path in cluster.from where given[path]?.isBlank == false { current[path] = given[path] }
    let carried = cluster.to.compactMap { path in
      originals.removeValue(forKey: path).map { (path: path, answer: $0) }
    }
    let passage = ClusterPassage(cluster, current, step, kind)
    if carried.isEmpty {
      take(passage.answers)
      if !isExact(cluster, passage.answers, current) { carry(current, passage, cluster) }
    } else {
      let before = Dictionary(uniqueKeysWithValues: carried.map { ($0.path, $0.answer.answer) })
      let written = ClusterPassage(cluster.reversed, before, back, kind).answers
      let beside = carried.compactMap(\.answer.beside).first?.value
      if beside.map({ $0 == AnswerDigest.of(current) }) ?? AnswerDigest.isSame(written, current) {
        take(before)
        restored += before.count
        if beside != nil { carry(current, passage, cluster, beside: before) }
      } else {
        combine(cluster, current, passage, written: written, before)
      }
    }
    keepBlank(given, cluster)
  }

  /// Somebody answered anew since: the newer word stands where it is one, what it replaces stands where it is not.
  private mutating func combine(
    _ cluster: CriterionCluster, _ current: [String: Judgement], _ passage: ClusterPassage,
    written: [String: Judgement], _ originals: [String: Judgement]
  ) {
    var found = passage.answers
    for (path, original) in originals {
      guard let newer = found[path], cluster.from.count > 1 || !newer.isBlank || current.isEmpty else {
        found[path] = original
        restored += 1
        continue
      }
      if cluster.from.count == 1, cluster.to.count == 1 {
        found[path] = newer.updating(original, from: written[cluster.from[0]], to: current[cluster.from[0]])
      } else {
        var joined = original
        joined.join(newer)
        joined.point = newer.point ?? original.point
        found[path] = joined
      }
    }
    take(found)
    if !isExact(cluster, found, current) { carry(current, passage, cluster, beside: found) }
  }

  private mutating func take(_ found: [String: Judgement]) {
    answers.merge(found) { _, newer in newer }
  }

  /// Whether the answers can be read off the new ones, so that nothing needs to be carried.
  private func isExact(
    _ cluster: CriterionCluster, _ found: [String: Judgement], _ current: [String: Judgement]
  ) -> Bool {
    let said = found.filter { !$0.value.isBlank }
    return AnswerDigest.isSame(ClusterPassage(cluster.reversed, said, back, kind).answers, current)
  }

  /// - Parameter found: what stands in their place, where it is not what they become by themselves.
  private mutating func carry(
    _ current: [String: Judgement], _ passage: ClusterPassage, _ cluster: CriterionCluster,
    beside found: [String: Judgement]? = nil
  ) {
    let others = found.flatMap { AnswerDigest.isSame($0, passage.answers) ? nil : AnswerDigest.of($0) }
    for path in cluster.from {
      guard let answer = current[path] else { continue }
      var carried = passage.reasons[path] ?? CarriedAnswer()
      if passage.reasons[path] == nil {
        carried.because = Located(.rescaled)
        carried.to = cluster.to.map { Located($0) }
        carried.answer = answer
      }
      carried.beside = others.map { Located($0) }
      left.answers.append(Keyed(key: Located(path), value: carried))
    }
  }

  /// What was left blank stays blank where it is asked once.
  private mutating func keepBlank(_ all: [String: Judgement], _ cluster: CriterionCluster) {
    guard cluster.from.count == 1, cluster.to.count == 1, all[cluster.from[0]]?.isBlank == true else {
      return
    }
    if answers[cluster.to[0]] == nil { answers[cluster.to[0]] = Judgement() }
  }

  /// Answers below paths that the framework does not have.
  private mutating func keepUnknown(_ judgements: [Keyed<Judgement>]) {
    for entry in judgements
    where step.from.framework.criterion(entry.key.value) == nil && !entry.value.isBlank {
      var carried = CarriedAnswer()
      carried.answer = entry.value
      left.answers.append(Keyed(key: entry.key, value: carried))
    }
  }

  /// In the order of the criteria; blank ones only where they are asked.
  private func inOrder(_ review: Review) -> [Keyed<Judgement>] {
    step.to.framework.criteria.compactMap { criterion in
      answers[criterion.path].map { Keyed(key: Located(criterion.path), value: $0) }
    }
  }

  /// With what was carried of the framework before already.
  private func merged(_ review: Review) -> CarriedAnswers {
    guard let before = review.carried.first(where: { step.from.isNamed(by: $0.from) }) else { return left }
    var merged = left
    let paths = Set(left.answers.map(\.key.value))
    merged.answers += before.answers.filter { !paths.contains($0.key.value) }
    merged.occasion = left.occasion ?? before.occasion
    merged.measures += before.measures.filter { entry in !left.measures.contains { $0.key == entry.key } }
    merged.agreements += before.agreements.filter { entry in !left.agreements.contains { $0.id == entry.id } }
    merged.facts += before.facts.filter { entry in !left.facts.contains { $0.key == entry.key } }
    merged.team += before.team.filter { member in !left.team.contains { $0.name == member.name } }
    return merged
  }
}

extension Judgement {
  /// The answer that was there before, brought up to date by what somebody changed after it was migrated.
  fileprivate func updating(_ original: Judgement, from written: Judgement?, to current: Judgement?)
    -> Judgement
  {
    var judgement = original
    if written?.point != current?.point { judgement.point = point }
    if written?.statements != current?.statements { judgement.statements = statements }
    if written?.asRead.evidence != current?.asRead.evidence { judgement.evidence = evidence }
    if written?.asRead.actions ?? [] != current?.asRead.actions ?? [] { judgement.actions = actions }
    if written?.asRead.challenge != current?.asRead.challenge { judgement.challenge = challenge }
    return judgement
  }
}

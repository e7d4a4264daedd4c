import Documents
import Frameworks
import Rubrics

/// A scored review in words, the same on the terminal and on a page.
struct ReviewWords {
  let report: ReviewReport
  private let gaps: [String: SelfBesidePeer.Entry]
  private let shifts: [String: Shift.Entry]

  init(_ report: ReviewReport) {
    self.report = report
    gaps = Dictionary(
      (report.beside?.entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    shifts = Dictionary(
      (report.shift?.entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - One review

  /// "Self-review, 2025-26"
  static func occasion(_ score: ScoredReview) -> String {
    let kind = FrameworkWords.kind(score.kind)
    let name = kind.prefix(1).uppercased() + kind.dropFirst()
    return [name, score.period?.description].compactMap(\.self).joined(separator: ", ")
  }

  /// A short name for a column: "Self 2025-26".
  static func series(_ score: ScoredReview) -> String {
    [score.kind == .own ? "Self" : "Peers", score.period?.description].compactMap(\.self).joined(
      separator: " ")
  }

  static func status(_ score: ScoredReview) -> String {
    score.review.status == .agreed ? "agreed" : "a draft, not yet agreed"
  }

  static func team(_ score: ScoredReview) -> String {
    let roles = score.rubric.framework.framework.team
    return score.review.team.map { member in
      let role = member.role.map { roles.role(named: $0)?.title ?? $0 }
      let detail = [role, member.school?.value].compactMap(\.self).joined(separator: ", ")
      return detail.isEmpty ? member.name : "\(member.name) (\(detail))"
    }.joined(separator: "; ")
  }

  static func date(_ day: Day) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    return "\(day.day) \(months[(day.month - 1) % 12]) \(day.year)"
  }

  // MARK: - One criterion

  /// "1 Leadership"; of a question, the whole sentence.
  ///
  /// - Parameter stem: an opening that was said already and is left away.
  func name(_ criterion: ScoredCriterion, after stem: String? = nil) -> String {
    let source = criterion.criterion.criterion
    let isSaid = stem != nil && source.title == nil && criterion.criterion.stem == stem
    let sentence =
      source.title ?? (isSaid ? source.text : nil) ?? report.rubric.framework.sentence(criterion.criterion)
    return [source.code, sentence].compactMap(\.self).joined(separator: " ")
  }

  /// The stem that all of some criteria share; `nil` where they do not.
  func stem(of criteria: [ScoredCriterion]) -> String? {
    guard let first = criteria.first?.criterion.stem, report.rubric.framework.stem(first) != nil else {
      return nil
    }
    return criteria.allSatisfy { $0.criterion.stem == first && $0.criterion.criterion.title == nil }
      ? first : nil
  }

  /// Neighbours that share a stem, or have none, as runs.
  func runs(of criteria: [ScoredCriterion]) -> [[ScoredCriterion]] {
    var runs: [[ScoredCriterion]] = []
    for criterion in criteria {
      let stem = stem(of: [criterion])
      if let last = runs.last?.first, self.stem(of: [last]) == stem {
        runs[runs.count - 1].append(criterion)
      } else {
        runs.append([criterion])
      }
    }
    return runs
  }

  /// "To what extent …"
  func opening(_ stem: String) -> String? { report.rubric.framework.stem(stem).map { $0.text + " …" } }

  /// "3 Secure", "not reviewed"; empty where it takes no mark.
  static func judgement(_ criterion: ScoredCriterion) -> String {
    if let point = criterion.point { return FrameworkWords.point(point) }
    switch criterion.mark {
    case .notApplicable: return "not applicable"
    case .notReviewed: return "not reviewed"
    case .missing: return "no mark"
    case .hidden: return "not asked"
    case .point, nil: return ""
    }
  }

  /// What the marked statements suggest, and whether the judgement agrees; `nil` where none are marked.
  static func suggestion(_ criterion: ScoredCriterion) -> String? {
    guard let suggestion = criterion.suggestion, let scale = criterion.scale else { return nil }
    guard let code = suggestion.point, let point = scale.point(code) else { return "no point yet" }
    return criterion.agrees == true ? "the same" : FrameworkWords.point(point)
  }

  /// The figure of a criterion that groups others: what the framework asks for, else the median; `nil` where it groups
  /// nothing that is judged here.
  static func figure(_ criterion: ScoredCriterion) -> AggregateResult? {
    guard criterion.role == .grouping, let aggregate = criterion.aggregate else { return nil }
    switch aggregate.value {
    case .distribution, nil:
      guard aggregate.shortfall == nil || aggregate.shortfall == .notWanted, let scale = aggregate.scale,
        scale.isOrdered
      else { return aggregate }
      return Aggregations.Median().result(of: AggregateBasis(scale: scale, tally: aggregate.tally))
    default: return aggregate
    }
  }

  /// "median 3", "median between 2 and 3", or why there is none, without a full stop.
  static func figureText(_ result: AggregateResult) -> String {
    guard let value = result.value, let scale = result.scale else {
      if case .nothingAnswered? = result.shortfall { return "nothing answered" }
      return result.text.hasSuffix(".") ? String(result.text.dropLast()) : result.text
    }
    let aggregation = English.heading(slug: result.aggregation).lowercased()
    switch value {
    case .point(let code):
      return "\(aggregation) \(scale.point(code).map(FrameworkWords.point) ?? result.text)"
    case .distribution: return result.text
    default: return "\(aggregation) \(result.text)"
    }
  }

  func gap(_ criterion: ScoredCriterion) -> SelfBesidePeer.Entry? { gaps[criterion.path] }
  func shift(_ criterion: ScoredCriterion) -> Shift.Entry? {
    report.laterPath(of: criterion).flatMap { shifts[$0] }
  }

  /// What the peers marked, "2 Expanding (1 lower)"; `nil` where no peer review stands beside.
  func peers(_ criterion: ScoredCriterion) -> String? {
    guard let peer = report.peer(of: criterion), peer.mark != nil else { return nil }
    let judgement = Self.judgement(peer)
    let entry = gap(criterion)
    if let obstacle = entry?.obstacle { return "\(judgement) (not comparable: \(obstacle.label))" }
    guard let gap = entry?.gap, gap != 0 else { return judgement }
    return "\(judgement) (\(abs(gap)) \(gap > 0 ? "higher" : "lower"))"
  }

  /// What moved, "1 point up", "new this time"; `nil` where there is nothing to say.
  func shiftText(_ criterion: ScoredCriterion) -> String? {
    guard let entry = shift(criterion) else { return nil }
    if case .notComparable(let obstacle) = entry.movement { return "not comparable: \(obstacle.label)" }
    guard entry.movement == .unknown, let earlier = report.earlier(of: criterion) else { return entry.words }
    switch (earlier.point, criterion.point) {
    case (nil, nil): return nil
    case (nil, _): return "new this time"
    case (let point?, _): return "was \(FrameworkWords.point(point))"
    }
  }

  /// Why the earlier figure of a criterion, its point or its median, may not stand beside this one's; `nil` where it
  /// may, and where there is none.
  func refusal(_ criterion: ScoredCriterion) -> Comparability.Refusal? {
    guard let shift = report.shift, let path = report.laterPath(of: criterion) else { return nil }
    let judged = [shift.later.criterion(path), shift.earlier(of: path)].compactMap { $0?.counts.judged }
    guard judged.contains(where: { $0 > 0 }) else { return nil }
    if case .refused(let refusal) = shift.comparability.allows(.median, at: path, by: shift.later.kind) {
      return refusal
    }
    return nil
  }

  /// How many criteria both sides marked, and on how many they agree: "the same in 3 of 5".
  var agreement: String? {
    guard let beside = report.beside, beside.bothMarked > 0 else { return nil }
    return "the same in \(beside.entries.count { $0.gap == 0 }) of \(beside.bothMarked)"
  }

  /// "2 up, 1 down, 2 unchanged"; `nil` where no earlier review stands beside.
  var movement: String? {
    guard let shift = report.shift else { return nil }
    if shift.isBroken { return "not comparable" }
    let summary = shift.summary
    let apart = shift.broken.isEmpty ? "" : ", \(shift.broken.count) not comparable"
    return "\(summary.up) up, \(summary.down) down, \(summary.unchanged) unchanged\(apart)"
  }

  // MARK: - Of the whole

  /// "3 Secure", or why there is none.
  static func overall(_ result: AggregateResult) -> String {
    guard case .point(let code)? = result.value, let point = result.scale?.point(code) else {
      return result.text
    }
    return FrameworkWords.point(point)
  }

  /// What a reader must know, each sentence once.
  var cautions: [String] {
    var all: [String] = []
    for note in report.main.notes + (report.beside?.cautions ?? []) + (report.shift?.cautions ?? [])
    where !all.contains(note) && !(report.shift?.broken.isEmpty == false && note == report.shift?.standing) {
      all.append(note)
    }
    return all
  }

  /// Judged criteria without a point, by the reason; a group of which all are meant is named once.
  var unanswered: [(title: String, names: [String])] {
    let reasons: [(String, ScoredMark, KeyPath<AnswerCounts, Int>)] = [
      ("Without a mark", .missing, \.missing), ("Not reviewed", .notReviewed, \.notReviewed),
      ("Not applicable", .notApplicable, \.notApplicable),
    ]
    return reasons.map { title, mark, count in
      (title, report.main.top.flatMap { names(at: $0, with: mark, count) })
    }.filter { !$0.1.isEmpty }
  }

  private func names(
    at criterion: ScoredCriterion, with mark: ScoredMark, _ count: KeyPath<AnswerCounts, Int>
  ) -> [String] {
    let number = criterion.counts[keyPath: count]
    if number == 0 { return [] }
    if criterion.role == .judged { return criterion.mark == mark ? [name(criterion)] : [] }
    if number > 1, number == criterion.counts.judged { return ["\(name(criterion)) (all \(number))"] }
    return report.rubric.framework.children(of: criterion.criterion).flatMap {
      names(at: report.main.criteria[$0.index], with: mark, count)
    }
  }

  /// Whether anything at or below a criterion was answered or written, by either side.
  func isTouched(_ criterion: ScoredCriterion) -> Bool {
    let sides: [(ScoredReview?, ScoredCriterion?)] = [
      (report.main, criterion), (report.beside?.peer, report.peer(of: criterion)),
    ]
    return sides.contains { score, criterion in
      guard let score, let criterion = criterion?.criterion else { return false }
      return score.criteria[criterion.index..<criterion.end].contains {
        $0.point != nil || Self.hasWriting($0)
      }
    }
  }

  /// Whether any of the reviews has a mark at or below a criterion.
  func hasAnswer(_ criterion: ScoredCriterion) -> Bool {
    if isTouched(criterion) { return true }
    return report.earlier(of: criterion)?.counts.answered ?? 0 > 0
  }

  /// What to say of a criterion of which nothing was answered or written.
  static func untouched(_ criterion: ScoredCriterion) -> String {
    criterion.counts.judged > 0 && criterion.counts.applicable == 0 ? "does not apply" : "not reviewed"
  }

  static func hasWriting(_ criterion: ScoredCriterion) -> Bool {
    guard let judgement = criterion.judgement else { return false }
    return judgement.evidence?.isEmpty == false || judgement.challenge?.isEmpty == false
      || !judgement.actions.isEmpty
  }
}

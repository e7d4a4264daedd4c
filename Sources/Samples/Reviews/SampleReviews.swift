import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics

/// Writes made-up reviews: points from the model, and words that say they are made up.
struct SampleReviews {
  private let model: JudgementModel
  private let seed: UInt64
  private let lastPeriod: Period
  private let boxes: [Int: Set<ReviewOutline.Box>]
  private let isOptional: Bool

  init(_ rubric: Rubric, kind: ReviewKind, seed: UInt64, lastPeriod: Period) {
    model = JudgementModel(rubric, kind: kind, seed: seed, lastPeriod: lastPeriod)
    (self.seed, self.lastPeriod) = (seed, lastPeriod)
    boxes = Dictionary(
      uniqueKeysWithValues: ReviewOutline(rubric.framework, kind: kind).entries.map {
        ($0.criterion.index, Set($0.boxes))
      })
    isOptional = rubric.framework.framework.judging[kind]?.isOptional ?? false
  }

  /// The partnership's reviews of a period; a school that has handed in nothing has none.
  func reviews(of partnership: MadeUpPartnership, _ period: Period) -> [Review] {
    let gaps = SampleGaps(
      partnership, (model.rubric.id, model.kind.rawValue), period, isLast: period == lastPeriod, seed: seed)
    return partnership.schools.compactMap { school in
      gaps.missing.contains(school.slug) ? nil : review(of: school, in: partnership, period, gaps)
    }
  }

  private func review(
    of school: MadeUpSchool, in partnership: MadeUpPartnership, _ period: Period, _ gaps: SampleGaps
  ) -> Review {
    let (rubric, kind) = (model.rubric, model.kind)
    var stream = SampleStream(
      seed: seed, "review", school.slug, rubric.id, kind.rawValue, period.description)
    var review = Review()
    review.framework.id.value = rubric.id
    review.framework.version.value = rubric.version
    review.framework.digest = rubric.digest
    review.kind.value = kind
    review.subject.id.value = school.slug
    review.subject.name = school.name
    review.status = gaps.drafts.contains(school.slug) ? .draft : .agreed
    review.date = date(in: period, isLate: gaps.late.contains(school.slug), &stream)
    if review.date == nil { review.statedPeriod = period }
    review.team = team(for: school, in: partnership, &stream)
    review.note = SampleText.note
    let points = model.points(of: school, in: partnership, period)
    for (column, criterion) in rubric.columns(kind).criteria.enumerated() {
      if let judgement = judgement(
        column, points[column], isDraft: review.status == .draft, &stream)
      {
        review.judgements.append(
          Keyed(key: Located(rubric.framework.criteria[criterion].path), value: judgement))
      }
    }
    return review
  }

  private func date(in period: Period, isLate: Bool, _ stream: inout SampleStream) -> Day? {
    if isLate { return SchoolCalendar.late(in: period, &stream) }
    return model.kind == .own
      ? SchoolCalendar.selfReview(in: period, &stream) : SchoolCalendar.peerReview(in: period, &stream)
  }

  private func team(
    for school: MadeUpSchool, in partnership: MadeUpPartnership, _ stream: inout SampleStream
  ) -> [TeamMember] {
    guard model.kind == .peer else {
      return [member(SampleText.head(of: school), role: "headteacher", from: school)]
    }
    let others = partnership.schools.filter { $0.slug != school.slug }
    let first = stream.below(others.count)
    return (0..<min(3, others.count)).map { place in
      let other = others[(first + place) % others.count]
      return member(SampleText.head(of: other), role: place == 0 ? roles.lead : roles.other, from: other)
    }
  }

  /// The framework's roles on the review team: one that is taken once leads, the last is taken by the others.
  private var roles: (lead: String, other: String) {
    let roles = model.rubric.framework.framework.team.roles.filter(\.isOnTeam)
    guard let other = roles.last(where: { $0.atMost != 1 }) ?? roles.last else {
      return ("lead reviewer", "reviewer")
    }
    return ((roles.first { $0.atMost == 1 } ?? roles.first ?? other).id.value, other.id.value)
  }

  private func member(_ name: String, role: String, from school: MadeUpSchool) -> TeamMember {
    var member = TeamMember()
    (member.name, member.role, member.school) = (name, role, Located(school.slug))
    return member
  }

  /// `nil` where the reviewer left the criterion out.
  private func judgement(
    _ column: Int, _ point: Int, isDraft: Bool, _ stream: inout SampleStream
  ) -> Judgement? {
    let columns = model.rubric.columns(model.kind)
    let scale = model.rubric.scales[columns.scales[column]].scale
    let criterion = model.rubric.framework.criteria[columns.criteria[column]]
    var judgement = Judgement()
    let luck = stream.below(1_000)
    // Of 1,000: a draft is half empty; else 6 are left out, 6 do not apply, 4 were not looked at.
    if luck < (isDraft ? 500 : 6) {
      if isDraft || isOptional { return nil }
      judgement.point = Located(Judgement.notReviewed)
      return judgement
    }
    if !isDraft, luck < 16 {
      judgement.point = Located(luck < 12 ? Judgement.notApplicable : Judgement.notReviewed)
      return judgement
    }
    judgement.point = Located(scale.points[min(point, scale.points.count - 1)].id.value)
    let own = boxes[criterion.index] ?? []
    if own.contains(.statements) {
      judgement.statements = statements(of: criterion.criterion, scale, point, &stream)
    }
    if own.contains(.evidence) || stream.happens(inThousand: 120) {
      judgement.evidence = SampleText.evidence(&stream)
    }
    if own.contains(.actions) { judgement.actions = [SampleText.action(&stream)] }
    if own.contains(.challenge) { judgement.challenge = SampleText.challenge(&stream) }
    return judgement
  }

  /// The statements that the reviewer took for true: most of those up to the point, few of those above it.
  private func statements(
    of criterion: Criterion, _ scale: Scale, _ point: Int, _ stream: inout SampleStream
  ) -> [Located<String>] {
    criterion.statements.filter { statement in
      let place = scale.points.firstIndex { $0.id.value == statement.at.value } ?? 0
      return stream.happens(
        inThousand: place < point ? 900 : place == point ? 800 : place == point + 1 ? 150 : 20)
    }.map { Located($0.id.value) }
  }
}

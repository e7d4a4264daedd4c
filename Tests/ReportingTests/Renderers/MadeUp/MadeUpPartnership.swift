import Diagnostics
import Documents
import Frameworks
import Profiles
import Reviews
import Rubrics
import Sealing

@testable import Reporting
@testable import Workspaces

/// The private picture of a made-up partnership: some reviewed, one with a draft, one missing, one that does not fit.
enum MadeUpPartnership {
  static let period = Period(startYear: 2025)

  /// - Parameters:
  ///   - counted: how many have a review that counts.
  ///   - names: names of members, in place of the made-up ones.
  static func picture(
    _ rubric: Rubric, kind: ReviewKind = .own, counted: Int = 9,
    name: (Int) -> String = { "Made-up School \($0)" },
    partnership: String = "Made-up Valley Partnership"
  ) throws -> PartnershipPicture {
    let members = (1...(counted + 3)).map { member($0, name: name($0)) }
    var judgements = JudgementTable(columnCount: rubric.columns(kind).count)
    var reviews: [CountedReview] = []
    for number in 0..<counted {
      let review = review(rubric, kind, members[number].id, number: number)
      judgements.append(subject: members[number].id, marks: rubric.marks(of: review))
      reviews.append(
        CountedReview(stored: stored(rubric, kind, members[number].id, rubric.version), review: review))
    }
    let misfit = UnfitReview(
      stored: stored(rubric, kind, members[counted + 2].id, SemanticVersion(rubric.version.major, 9, 0)),
      reasons: ["“made-up” is not judged in \(rubric.reference)"])
    let standings = members.enumerated().map { index, member in
      ReviewOccasion.Standing(member: member, state: state(index, counted))
    }
    let status = WorkspaceStatus(
      partnership: Partnership(
        workspace: "00", slug: "made-up-valley", name: partnership, region: "E12000004"),
      day: day(2026, 3, 2), members: members.enumerated().map { consent($1, $0) },
      occasions: [
        ReviewOccasion(
          framework: rubric.id, major: rubric.version.major, period: period, kind: kind, standings: standings)
      ], releases: [])
    return PartnershipPicture(
      rubric: rubric, kind: kind, period: period,
      table: ReviewTable(judgements: judgements, reviews: reviews, unfit: [misfit]), status: status)
  }

  /// A partnership in which nobody has handed in anything.
  static func empty(_ rubric: Rubric, kind: ReviewKind = .own) -> PartnershipPicture {
    let members = [member(1, name: "Made-up School 1"), member(2, name: "Made-up School 2")]
    let status = WorkspaceStatus(
      partnership: Partnership(
        workspace: "00", slug: "made-up-valley", name: "Made-up Valley Partnership", region: "E12000004"),
      day: day(2026, 3, 2),
      members: members.map { MemberStatus(member: $0, consents: [], otherConsents: []) },
      occasions: [], releases: [])
    return PartnershipPicture(
      rubric: rubric, kind: kind, period: period,
      table: ReviewTable(
        judgements: JudgementTable(columnCount: rubric.columns(kind).count), reviews: [], unfit: []),
      status: status)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day.earliest
  }

  private static func member(_ number: Int, name: String) -> Member {
    Member(
      id: "\(100_000 + number)", name: name, region: "E12000004",
      phase: number.isMultiple(of: 2) ? .primary : nil)
  }

  private static func state(_ index: Int, _ counted: Int) -> ReviewOccasion.State {
    switch index {
    case 1: .agreedWithNewerDraft(day(2026, 1, 16))
    case counted: .draft(day(2026, 2, 20))
    case counted + 1: .missing
    default: .agreed(day(2026, 1, 15))
    }
  }

  private static func consent(_ member: Member, _ index: Int) -> MemberStatus {
    func consent(_ from: Day, _ until: Day?, _ audience: String = Consent.everyone) -> Consent {
      Consent(
        id: Int64(index), member: member.id, purpose: .sheet, audience: audience, from: from, until: until,
        endedOn: nil)
    }
    switch index {
    case 0: return MemberStatus(member: member, consents: [], otherConsents: [])
    case 2:
      return MemberStatus(
        member: member, consents: [consent(day(2025, 9, 1), nil, "members")], otherConsents: [])
    case 3:
      return MemberStatus(
        member: member, consents: [], otherConsents: [consent(day(2024, 9, 1), day(2025, 7, 31))])
    case 4: return MemberStatus(member: member, consents: [], otherConsents: [consent(day(2026, 9, 1), nil)])
    default:
      return MemberStatus(
        member: member, consents: [consent(day(2025, 9, 1), day(2026, 7, 31))], otherConsents: [])
    }
  }

  private static func stored(
    _ rubric: Rubric, _ kind: ReviewKind, _ subject: String, _ version: SemanticVersion
  ) -> StoredReview {
    StoredReview(
      id: 1, framework: rubric.id, version: version, frameworkDigest: nil, period: period, kind: kind,
      subject: subject, date: day(2026, 1, 15), status: .agreed, revision: 1,
      digest: Digest(of: Array("made up".utf8)),
      file: "reviews/\(subject)-\(kind.rawValue).yaml", addedAt: "2026-01-20T10:00:00Z",
      addedBy: "Lead (made up)")
  }

  /// Judgements that differ from school to school and from criterion to criterion, with gaps of each sort.
  private static func review(_ rubric: Rubric, _ kind: ReviewKind, _ subject: String, number: Int) -> Review {
    var review = Review()
    review.framework.id = Located(rubric.id)
    review.framework.version = Located(rubric.version)
    review.kind = Located(kind)
    review.subject.id = Located(subject)
    review.status = .agreed
    review.date = day(2026, 1, 15)
    let columns = rubric.columns(kind)
    for (column, index) in columns.criteria.enumerated() {
      let points = rubric.scales[columns.scales[column]].scale.points
      let place = (number * 5 + column * 3) % 7
      // The middle of the scale more often than its ends, and some criteria higher than others.
      let high = (points.count - 1) * (2 + column % 4) / 6
      let chosen = min(max(high + [0, 0, 1, -1, 0, 1, 2][place], 0), points.count - 1)
      let point: String? =
        switch (number, column % 11) {
        case (3, 4): Judgement.notReviewed
        case (5, 3): Judgement.notApplicable
        case (6, 2): nil
        default: points[chosen].id.value
        }
      guard let point else { continue }
      var judgement = Judgement()
      judgement.point = Located(point)
      review.judgements.append(
        Keyed(key: Located(rubric.framework.criteria[index].path), value: judgement))
    }
    return review
  }
}

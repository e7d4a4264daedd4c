import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics

@testable import Reporting

/// Reviews of a made-up school, with every state that a report has to show.
enum MadeUpReviews {
  /// Self-review and an earlier one, with a suggestion that agrees, one that does not, a gap and written evidence.
  static func alliance(_ rubric: Rubric) throws -> ReviewReport {
    var review = blank(rubric, .own, 2025)
    review.team = [member("A. Example (made up)", "lead reviewer"), member("B. Example (made up)", nil)]
    set(
      &review, "leadership", "secure", evidence: "Made up: governors' minutes of the last three terms.",
      marked: 2
    ) {
      $0.actions = ["Made up: write the succession plan.", "Made up: share it with every alliance school."]
      $0.challenge = "Made up: how do you know that staff share the vision?"
    }
    set(
      &review, "infrastructure", "secure", evidence: "Made up: the business plan, and its costs.", marked: 1)
    set(&review, "itt", "expanding")
    set(&review, "cpd", Judgement.notReviewed)
    set(&review, "s2ss", "emerging", evidence: "Made up: two lines\nof notes.")
    var earlier = blank(rubric, .own, 2024)
    for (path, point) in [
      ("leadership", "expanding"), ("infrastructure", "sustainable"), ("itt", "expanding"),
      ("cpd", "expanding"),
    ] { set(&earlier, path, point) }
    var peer = blank(rubric, .peer, 2025)
    set(&peer, "leadership", nil) {
      $0.challenge = "Made up, from the peers: the vision is clear to all we met."
    }
    return try ReviewReport(
      [Scorer.score(review, rubric: rubric), Scorer.score(peer, rubric: rubric)],
      against: Scorer.score(earlier, rubric: rubric))
  }

  /// Many questions over all but one theme, one dimension not applicable, with an earlier review.
  static func questions(_ rubric: Rubric) throws -> ReviewReport {
    try ReviewReport(
      [Scorer.score(answers(rubric, .own, 2025, shift: 0), rubric: rubric)],
      against: Scorer.score(answers(rubric, .own, 2023, shift: 5), rubric: rubric))
  }

  /// Self and peers side by side on every criterion.
  static func bothSides(_ rubric: Rubric) throws -> ReviewReport {
    try ReviewReport([
      Scorer.score(answers(rubric, .peer, 2025, shift: 1, leavingOut: 0), rubric: rubric),
      Scorer.score(answers(rubric, .own, 2025, shift: 0, leavingOut: 0), rubric: rubric),
    ])
  }

  private static func answers(
    _ rubric: Rubric, _ kind: ReviewKind, _ year: Int, shift: Int, leavingOut: Int = 1
  ) -> Review {
    var review = blank(rubric, kind, year)
    let columns = rubric.columns(kind)
    let tops = rubric.framework.children(of: nil)
    for (column, index) in columns.criteria.enumerated() {
      let criterion = rubric.framework.criteria[index]
      if leavingOut > 0, let last = tops.last, last.index <= index { continue }
      let points = rubric.scales[columns.scales[column]].scale.points
      let point = points[(column * 7 + shift + column / 5) % points.count].id.value
      switch column {
      case 3: set(&review, criterion.path, Judgement.notReviewed)
      case 11...15 where leavingOut > 0: set(&review, criterion.path, Judgement.notApplicable)
      case 1:
        set(
          &review, criterion.path, point, evidence: "Made up: books of three year groups, looked at together."
        )
      default: set(&review, criterion.path, point)
      }
    }
    return review
  }

  static func blank(_ rubric: Rubric, _ kind: ReviewKind, _ year: Int) -> Review {
    var review = Review()
    review.framework.id = Located(rubric.id)
    review.framework.version = Located(rubric.version)
    review.framework.digest = rubric.digest
    review.kind = Located(kind)
    review.subject.id = Located("made-up-hill")
    review.subject.name = "Made-up Hill"
    review.status = .agreed
    review.date = Day(year: year, month: 11, day: kind == .own ? 14 : 21)
    return review
  }

  static func set(
    _ review: inout Review, _ path: String, _ point: String?, evidence: String? = nil, marked: Int = 0,
    _ change: (inout Judgement) -> Void = { _ in }
  ) {
    var judgement = Judgement()
    judgement.point = point.map { Located($0) }
    judgement.evidence = evidence
    let strands = ["vision", "commitment", "governors", "planning", "costs", "capacity"]
    if path == "leadership" {
      // All of the lower points' and most of Secure's: the suggestion is the judgement.
      let points = ["emerging", "expanding", "secure"].prefix(marked + 1)
      judgement.statements = points.flatMap { point in strands.prefix(5).map { Located("\($0)-\(point)") } }
    } else if marked > 0 {
      judgement.statements = ["business-model", "infrastructure", "budget", "costing"].map {
        Located("\($0)-emerging")
      }
    }
    change(&judgement)
    review.judgements.append(Keyed(key: Located(path), value: judgement))
  }

  private static func member(_ name: String, _ role: String?) -> TeamMember {
    var member = TeamMember()
    member.name = name
    member.role = role
    return member
  }
}

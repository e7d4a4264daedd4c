import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing
import TestSupport

/// Makes reviews as a table's reader leaves them: texts trimmed, nothing empty, in the framework's order.
enum RandomTable {
  static func review(_ framework: ResolvedFramework, _ digest: Digest, _ random: inout SeededGenerator)
    -> Review
  {
    var review = Review()
    review.framework.id = framework.framework.id
    review.framework.version = framework.framework.version
    review.framework.digest = digest
    review.kind = Located(Bool.random(using: &random) ? .own : .peer)
    review.subject.id = Located(Bool.random(using: &random) ? "123456" : "made-up-school")
    review.subject.name = text(&random)
    review.status = Bool.random(using: &random) ? .draft : .agreed
    review.date = Bool.random(using: &random) ? Day("2026-02-28") : nil
    review.statedPeriod = Bool.random(using: &random) ? Period("1999-00") : nil
    review.note = text(&random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      guard let name = text(&random) else { continue }
      var member = TeamMember()
      member.name = name
      member.role = text(&random)
      member.school = Bool.random(using: &random) ? Located("another-made-up") : nil
      review.team.append(member)
    }
    for criterion in framework.criteria {
      let judgement = judgement(of: criterion, framework, &random)
      if judgement != Judgement() {
        review.judgements.append(Keyed(key: Located(criterion.path), value: judgement))
      }
    }
    return review
  }

  /// A text as reading leaves it; `nil` where nothing is left.
  static func asRead(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      // A spreadsheet's cell has one kind of line break, and no NUL.
      if scalar != "\0" { scalars.append(scalar == "\r" ? "\n" : scalar) }
    }
    let trimmed = String(scalars).trimmedAsRead
    return trimmed.isEmpty ? nil : trimmed
  }

  static func onOneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0 == "\n" }.map { String($0) }.joined(separator: " ")
  }

  private static func judgement(
    of criterion: ResolvedCriterion, _ framework: ResolvedFramework, _ random: inout SeededGenerator
  ) -> Judgement {
    var judgement = Judgement()
    if let scale = criterion.ownScale, Bool.random(using: &random) {
      let points = framework.scale(scale).points
      judgement.point = Located(points.randomElement(using: &random)?.id.value ?? Judgement.notReviewed)
    }
    judgement.evidence = text(&random)
    judgement.challenge = text(&random)
    judgement.actions = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
      text(&random).map { onOneLine($0) }
    }
    judgement.statements = criterion.criterion.statements.map(\.id).filter { _ in Bool.random(using: &random)
    }
    return judgement
  }

  private static func text(_ random: inout SeededGenerator) -> String? {
    let parts = (0...Int.random(in: 0...2, using: &random)).map { _ in
      NastyTexts.all.randomElement(using: &random) ?? ""
    }
    return Bool.random(using: &random) ? asRead(parts.joined(separator: "\n")) : nil
  }
}

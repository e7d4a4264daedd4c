import Diagnostics
import Rubrics

extension ReleaseRule {
  /// A refusal that names the rule and says what to do.
  func refusal(_ message: String, help: String? = nil) -> Failure {
    Failure(.refused, "\(message) (Rule “\(rawValue)”.)", help: help ?? self.help)
  }
}

enum CohortFailures {
  /// - Parameter command: that shows whose review it is.
  static func unfit(_ unfit: UnfitReview, _ rubric: Rubric, shownBy command: String) -> Failure {
    ReleaseRule.fit.refusal(
      "A review was made against \(unfit.stored.reference) and cannot be read "
        + "with \(rubric.reference): \(unfit.reasons.joined(separator: "; ")).",
      help:
        "Nothing is fixed yet. `\(command)` names the school. \(ReleaseRule.fit.help)")
  }
}

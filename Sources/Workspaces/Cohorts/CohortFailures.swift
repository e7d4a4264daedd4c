import Diagnostics
import Rubrics

extension ReleaseRule {
  /// A refusal that names the rule and says what to do.
  func refusal(_ message: String, help: String? = nil) -> Failure {
    Failure(.refused, "\(message) (Rule “\(rawValue)”.)", help: help ?? self.help)
  }
}

enum CohortFailures {
  static func unfit(_ unfit: UnfitReview, _ rubric: Rubric) -> Failure {
    Failure(
      .refused,
      "A review was made against \(unfit.stored.reference) and cannot be read "
        + "with \(rubric.reference): \(unfit.reasons.joined(separator: "; ")).",
      help:
        "Nothing is fixed yet. `waymark workspace report` names the school. Correct the review, or ask for the release "
        + "with the version that fits.")
  }
}

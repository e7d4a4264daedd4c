import Diagnostics
import Frameworks

/// What two reviews must share before they are set side by side.
enum ComparedReviews {
  static func requireSameSubject(_ first: ScoredReview, _ second: ScoredReview) throws(Failure) {
    let names = (first.review.subject.id.value, second.review.subject.id.value)
    guard names.0 == names.1 else {
      throw Failure(
        .refused, "These reviews are of different subjects, “\(names.0)” and “\(names.1)”.",
        help: "Set reviews of one subject side by side.")
    }
  }

  static func requireSameFramework(_ first: ScoredReview, _ second: ScoredReview) throws(Failure) {
    let ids = (first.rubric.id, second.rubric.id)
    guard ids.0 == ids.1 else {
      throw Failure(
        .refused, "These reviews are held against different frameworks, “\(ids.0)” and “\(ids.1)”.",
        help: "Only reviews against one framework can be compared.")
    }
  }

  /// How far apart two points of one scale are, in points; `nil` on a scale without an order.
  static func steps(from first: UInt8, to second: UInt8, on scale: CompiledScale) -> Int? {
    scale.isOrdered ? Int(second) - Int(first) : nil
  }

  static func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
}

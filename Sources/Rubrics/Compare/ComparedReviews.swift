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

  /// What may be compared between the frameworks of two reviews.
  ///
  /// - Throws: `refused` where nothing relates them.
  static func comparability(
    _ first: ScoredReview, _ second: ScoredReview, _ history: some FrameworkHistory,
    _ crosswalks: [ResolvedCrosswalk]
  ) throws(Failure) -> Comparability {
    let found = Comparability.between(
      first.rubric.framework, second.rubric.framework, history: history, crosswalks: crosswalks)
    guard found.isRelated else {
      throw Failure(
        .refused,
        "These reviews are held against frameworks that nothing relates, “\(first.rubric.reference)” and "
          + "“\(second.rubric.reference)”.",
        help: "Only reviews against versions or variants of one framework can be compared.")
    }
    return found
  }

  /// How far apart two points of one scale are, in points; `nil` on a scale without an order.
  static func steps(from first: UInt8, to second: UInt8, on scale: CompiledScale) -> Int? {
    scale.isOrdered ? Int(second) - Int(first) : nil
  }

  static func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
}

extension Comparability {
  /// The one criterion that a criterion of ``to`` came from; `nil` where there is none, or there are several.
  public func origin(of path: String) -> String? {
    guard let pair = pair(to: path), pair.from.count == 1, pair.to.count == 1 else { return nil }
    return pair.from[0]
  }

  /// The one criterion that a criterion of ``from`` became.
  public func successor(of path: String) -> String? {
    guard let pair = pair(from: path), pair.from.count == 1, pair.to.count == 1 else { return nil }
    return pair.to[0]
  }
}

import Frameworks

/// A plan of migrating reviews for people, as text.
public enum MigrationPlanText {
  /// - Parameter places: where each new review goes, by the position of the review in the plan.
  public static func text(_ plan: MigrationPlan, places: [String] = []) -> String {
    var lines: [String] = []
    for (index, route) in plan.routes.enumerated() {
      if index > 0 { lines.append("") }
      lines += Self.lines(of: route, plan)
    }
    if !plan.reviews.isEmpty { lines += ["", "Reviews"] }
    for (index, review) in plan.reviews.enumerated() {
      lines.append("  \(review.name): \(words(review))")
      lines += review.mistakes.map { "    To put right: \($0)" }
      if index < places.count { lines.append("    → \(places[index])") }
    }
    if !plan.leftAlone.isEmpty { lines += [lines.isEmpty ? nil : "", "Left alone"].compactMap(\.self) }
    lines += leftAlone(plan)
    if plan.reviews.isEmpty {
      lines.insert("No review to migrate to \(plan.to).", at: 0)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `68 kept, 2 split, 1 removed; 14 open reviews affected`
  public static func summary(_ route: MigrationPlan.Route, _ plan: MigrationPlan) -> String {
    let counts = route.counts.map { "\($0.count) \($0.fate.words)" }.joined(separator: ", ")
    let isOpen = plan.reviews.allSatisfy { $0.before.status == .draft }
    let reviews = "\(isOpen ? "open " : "")\(route.reviews == 1 ? "review" : "reviews")"
    return "\(counts.isEmpty ? "no criterion is judged" : counts); \(route.reviews) \(reviews) affected"
  }

  private static func lines(of route: MigrationPlan.Route, _ plan: MigrationPlan) -> [String] {
    let between = route.stops.dropFirst().dropLast().map(\.description).joined(separator: ", ")
    var lines = [
      "\(route.kind == .own ? "Self-reviews" : "Peer reviews") from \(route.from) to \(plan.to)"
        + (between.isEmpty ? "" : " by way of \(between)"),
      summary(route, plan),
    ]
    let width = min(route.criteria.map(\.path.count).max() ?? 0, 48)
    if !route.criteria.isEmpty { lines.append("") }
    for criterion in route.criteria {
      let path = criterion.path.padded(to: width)
      let answers = criterion.answers == 0 ? "" : " (\(criterion.answers) answered)"
      lines.append("  \(path)  \(words(criterion))\(answers)")
      if criterion.fate != .kept { lines += criterion.why.map { "    \($0)" } }
    }
    return lines
  }

  /// Each review, but only their number where many share a reason.
  private static func leftAlone(_ plan: MigrationPlan) -> [String] {
    let byReason = Dictionary(grouping: plan.leftAlone, by: \.why.words)
    return byReason.sorted { $0.key < $1.key }.flatMap { reason, reviews in
      reviews.count > 5
        ? ["  \(reviews.count) reviews: \(reason)"] : reviews.map { "  \($0.name): \(reason)" }
    }
  }

  /// `split into a/b, a/c`
  static func words(_ plan: CriterionPlan) -> String {
    let targets = plan.to.joined(separator: ", ")
    let words =
      switch plan.fate {
      case .moved: "moved to \(targets)"
      case .merged: "merged into \(targets)"
      case .split: "split into \(targets)"
      case .rescaled where plan.to != [plan.path]: "rescaled, moved to \(targets)"
      case .rescaled: "rescaled"
      case .replaced: "replaced by another criterion"
      default: plan.fate.words
      }
    return plan.isReworded && !plan.fate.isEnd ? words + ", reworded" : words
  }

  /// `hill-school, self, 2025-26: 41 answers stand, 2 to decide, 1 without a place`
  static func words(_ review: MigratedReview) -> String {
    let head = [
      review.before.subject.id.value, review.before.kind.value.rawValue, review.before.period?.description,
    ].compactMap(\.self).joined(separator: ", ")
    let counts = [
      "\(review.standing) \(review.standing == 1 ? "answer stands" : "answers stand")",
      review.restored == 0 ? nil : "\(review.restored) restored",
      review.toDecide == 0 ? nil : "\(review.toDecide) to decide",
      review.withoutPlace == 0 ? nil : "\(review.withoutPlace) kept without a place",
      review.before.status == .agreed && review.after.status == .draft ? "a draft again" : nil,
    ]
    return "\(head): \(counts.compactMap(\.self).joined(separator: ", "))"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}

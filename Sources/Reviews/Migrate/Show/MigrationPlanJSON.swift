import Documents
import Frameworks
import Sealing

/// A plan of migrating reviews for other programs; `docs/guide/migrating-reviews.md` describes it.
public enum MigrationPlanJSON {
  /// - Parameters:
  ///   - places: where each new review goes, by the position of the review in the plan.
  ///   - isDone: whether it was carried out.
  public static func json(_ plan: MigrationPlan, places: [String] = [], isDone: Bool) -> JSONValue {
    [
      "schema": "waymark.migration-plan/1",
      "to": identity(plan.to),
      "done": .bool(isDone),
      "routes": .array(plan.routes.map { route($0, plan) }),
      "reviews": .array(
        plan.reviews.enumerated().map { review($1, plan, $0 < places.count ? places[$0] : nil) }),
      "leftAlone": .array(
        plan.leftAlone.map { ["review": .string($0.name), "why": .string($0.why.words)] }),
    ]
  }

  private static func identity(_ identity: FrameworkIdentity) -> JSONValue {
    [
      "id": .string(identity.id), "version": .string(identity.version.description),
      "digest": identity.digest.map { .string($0.description) } ?? .null,
    ]
  }

  private static func route(_ route: MigrationPlan.Route, _ plan: MigrationPlan) -> JSONValue {
    [
      "from": identity(route.from),
      "kind": .string(route.kind.rawValue),
      "by": .array(route.stops.dropFirst().dropLast().map(identity)),
      "summary": .string(MigrationPlanText.summary(route, plan)),
      "counts": .object(
        route.counts.map { JSONValue.Member($0.fate.rawValue, .int(Int64($0.count))) }),
      "reviews": .int(Int64(route.reviews)),
      "criteria": .array(route.criteria.map(criterion)),
    ]
  }

  private static func criterion(_ plan: CriterionPlan) -> JSONValue {
    [
      "path": .string(plan.path), "name": .string(plan.name), "fate": .string(plan.fate.rawValue),
      "reworded": .bool(plan.isReworded), "to": .array(plan.to.map { .string($0) }),
      "why": .array(plan.why.map { .string($0) }), "answers": .int(Int64(plan.answers)),
    ]
  }

  private static func review(_ review: MigratedReview, _ plan: MigrationPlan, _ place: String?) -> JSONValue {
    let before = review.before
    return [
      "review": .string(review.name), "subject": .string(before.subject.id.value),
      "kind": .string(before.kind.value.rawValue),
      "period": before.period.map { .string($0.description) } ?? .null,
      "from": identity(plan.routes[review.route].from),
      "status": ["before": .string(before.status.rawValue), "after": .string(review.after.status.rawValue)],
      "answers": [
        "before": .int(Int64(before.judgements.count { !$0.value.isBlank })),
        "standing": .int(Int64(review.standing)), "restored": .int(Int64(review.restored)),
        "toDecide": .int(Int64(review.toDecide)), "withoutPlace": .int(Int64(review.withoutPlace)),
      ],
      "mistakes": .array(review.mistakes.map { .string($0) }),
      "writtenTo": place.map { .string($0) } ?? .null,
    ]
  }
}

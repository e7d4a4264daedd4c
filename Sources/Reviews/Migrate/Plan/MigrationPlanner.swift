import Diagnostics
import Documents
import Frameworks

/// Makes a plan of migrating reviews, one review at a time.
public struct MigrationPlanner<Stops: MigrationStops> {
  public private(set) var plan: MigrationPlan
  private let target: MigrationStop
  private let stops: Stops
  private let takesAgreed: Bool
  private let today: Day
  private var routes: [FrameworkIdentity: MigrationRoute] = [:]

  /// - Parameters:
  ///   - takesAgreed: whether agreed reviews are migrated too, not drafts alone.
  ///   - today: for the checks of the new reviews.
  public init(to target: MigrationStop, among stops: Stops, takesAgreed: Bool, today: Day) {
    plan = MigrationPlan(to: target.identity)
    (self.target, self.stops, self.takesAgreed, self.today) = (target, stops, takesAgreed, today)
  }

  /// Adds a review that has no mistakes.
  ///
  /// - Throws: `badData` where no way leads from its framework to the target, `noInput` where a framework on the way
  ///   is not there.
  public mutating func add(_ review: Review, name: String) throws(Failure) {
    if target.isNamed(by: review.framework) {
      return leave(name, .thereAlready)
    }
    if review.status == .agreed, !takesAgreed { return leave(name, .agreed) }
    let route = try route(of: review)
    var after = review
    var restored = 0
    for step in route.steps {
      let passed = StepMigration.run(after, over: step)
      after = passed.review
      restored += passed.restored
    }
    let text = ReviewWriter.yaml(after)
    plan.reviews.append(
      MigratedReview(
        name: name, before: review, after: after, route: note(review, on: route),
        standing: after.judgements.count { !$0.value.isBlank }, restored: restored,
        toDecide: after.undecided.count,
        withoutPlace: after.carried.reduce(0) { count, group in
          count + group.answers.count { $0.value.fate == .noPlace }
        },
        mistakes: try mistakes(text, name), text: text))
  }

  public mutating func leave(_ name: String, _ why: LeftReview.Why) {
    plan.leftAlone.append(LeftReview(name: name, why: why))
  }

  private mutating func route(of review: Review) throws(Failure) -> MigrationRoute {
    let pin = review.framework
    let key = FrameworkIdentity(id: pin.id.value, version: pin.version.value)
    if let route = routes[key] { return route }
    guard let start = try stops.stop(id: pin.id.value, version: pin.version.value) else {
      throw Failure(.noInput, "\(key), which reviews were made against, was not found.")
    }
    let route = try MigrationRoute(from: start, to: target, stops)
    routes[key] = route
    return route
  }

  /// Counts a review on its way.
  ///
  /// - Returns: the way's position in the plan.
  private mutating func note(_ review: Review, on route: MigrationRoute) -> Int {
    let kind = review.kind.value
    let from = FrameworkIdentity(id: review.framework.id.value, version: review.framework.version.value)
    var place = plan.routes.firstIndex {
      $0.kind == kind && $0.from.id == from.id && $0.from.version == from.version
    }
    if place == nil {
      plan.routes.append(
        MigrationPlan.Route(
          from: route.from?.identity ?? from, kind: kind,
          stops: [route.from?.identity ?? from] + route.steps.map(\.to.identity),
          criteria: route.plans(kind).filter {
            route.from?.framework.criterion($0.path)?.isJudged(by: kind) ?? false
          }))
      place = plan.routes.count - 1
    }
    guard let place else { return 0 }
    plan.routes[place].reviews += 1
    let said = review.judgements.filter { !$0.value.isBlank }.map(\.key.value)
    var unseen = Set(said)
    for index in plan.routes[place].criteria.indices
    where unseen.remove(plan.routes[place].criteria[index].path) != nil {
      plan.routes[place].criteria[index].answers += 1
    }
    // Criteria that only group may carry words.
    for var more in unseen.isEmpty ? [] : route.plans(kind) where unseen.contains(more.path) {
      more.answers = 1
      plan.routes[place].criteria.append(more)
    }
    return place
  }

  /// Reads the new review as anybody would.
  private func mistakes(_ text: String, _ name: String) throws(Failure) -> [String] {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: name, bytes: Array(text.utf8))
    guard let read = ReviewReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(
        .badData,
        "\(name) cannot be migrated: \(bag.items.first?.message ?? "the new review cannot be read").",
        diagnostics: bag)
    }
    ReviewChecks.run(read, against: target.framework, digest: target.digest, today: today, into: &bag)
    return bag.items.filter { $0.severity == .error }.map(\.message)
  }
}

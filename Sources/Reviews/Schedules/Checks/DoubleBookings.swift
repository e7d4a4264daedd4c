import Diagnostics
import Documents
import Frameworks

/// No school has two reviews on one day, and nobody is in two places on one day. Who is there on a step's day follows
/// from the roles that do it or take part in it; where the framework names none, everybody in the team is.
public enum DoubleBookings: ScheduleCheck {
  public static let codes = [schoolTwice, personTwice]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    let visits = schedule.reviews.flatMap { Self.visits($0, context.framework.framework) }
    report(visits, &bag)
    reportPeople(visits, &bag)
  }

  /// A step of a review on its days, with those who are there.
  struct Visit {
    let review: ScheduledReview
    let step: Step
    let days: Located<Days>
    let people: [(key: String, name: String)]
  }

  static func visits(_ review: ScheduledReview, _ framework: Framework) -> [Visit] {
    review.dates.compactMap { entry in
      guard let step = framework.process.step(entry.key.value), entry.value.value.count > 0 else {
        return nil
      }
      let roles = Set((step.by + step.with).map(\.value))
      let there = review.team.filter { member in
        roles.isEmpty
          || member.role.flatMap { framework.team.role(named: $0) }.map { roles.contains($0.id.value) }
            ?? false
      }
      return Visit(
        review: review, step: step, days: entry.value,
        people: there.map { ("\($0.name.lowercased())\n\($0.school?.value ?? "")", $0.name) })
    }
  }

  private static func report(_ visits: [Visit], _ bag: inout DiagnosticBag) {
    for visits in Dictionary(grouping: visits, by: \.review.school.id.value).values
    where !(visits.first?.review.school.id.value.isEmpty ?? true) {
      for (one, other) in clashes(visits) {
        bag.report(
          schoolTwice,
          "\(other.review.school.label) has “\(other.step.title)” of review \(other.review.number.value) and “\(one.step.title)” "
            + "of review \(one.review.number.value) on one day, \(max(one.days.value.from, other.days.value.from)).",
          at: other.days.range)
      }
    }
  }

  private static func reportPeople(_ visits: [Visit], _ bag: inout DiagnosticBag) {
    var byPerson: [String: [Visit]] = [:]
    for visit in visits {
      for key in Set(visit.people.map(\.key)) { byPerson[key, default: []].append(visit) }
    }
    for (key, visits) in byPerson.sorted(by: { $0.key < $1.key }) {
      let name = visits[0].people.first { $0.key == key }?.name ?? ""
      for (one, other) in clashes(visits) where one.review.school.id != other.review.school.id {
        bag.report(
          personTwice,
          "\(name) is asked for at \(other.review.school.label) (“\(other.step.title)”) and at \(one.review.school.label) "
            + "(“\(one.step.title)”) on one day, \(max(one.days.value.from, other.days.value.from)).",
          at: other.days.range)
      }
    }
  }

  /// Pairs of visits of different reviews on one day, the earlier in the file first.
  private static func clashes(_ visits: [Visit]) -> [(Visit, Visit)] {
    let sorted = visits.sorted { $0.days.value.from < $1.days.value.from }
    var found: [(Visit, Visit)] = []
    for (place, one) in sorted.enumerated() {
      for other in sorted[(place + 1)...] {
        guard other.days.value.from <= one.days.value.to else { break }
        guard other.review.number.value != one.review.number.value else { continue }
        found.append(one.days.range.start <= other.days.range.start ? (one, other) : (other, one))
      }
    }
    return found.sorted { $0.1.days.range.start < $1.1.days.range.start }
  }

  static let schoolTwice = DiagnosticCode(
    "schedule-school-twice", "A school has steps of two reviews on one day.",
    advice: "Move one of them to another day.")
  static let personTwice = DiagnosticCode(
    "schedule-person-twice", "Somebody is asked for in two places on one day.", severity: .warning,
    advice: "Move one of the steps, or ask somebody else.")
}

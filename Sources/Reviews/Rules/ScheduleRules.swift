import Diagnostics
import Documents
import Expressions
import Frameworks

/// Asks a framework's rules of a schedule: those of the whole once, those of a review's team for each review.
public struct ScheduleRules: Sendable {
  public let book: RuleBook

  public init(_ book: RuleBook) { self.book = book }

  /// What came of one rule on one review of the schedule; of the whole where there is no review.
  public struct Finding: Sendable {
    public let review: ScheduledReview?
    public let outcome: RuleOutcome
  }

  public func findings(_ schedule: Schedule) -> [Finding] {
    let values = ScheduleValues(schedule, book)
    let reviews = values.reviews
    let whole = values.activation(nil, reviews)
    var findings = book.rules.filter { $0.rule.target == .schedule }
      .map { Finding(review: nil, outcome: RuleAsking.ask($0, whole)) }
    let each = book.rules.filter { $0.rule.target == .scheduledReview }
    if each.isEmpty { return findings }
    for review in schedule.reviews {
      let activation = values.activation(review, reviews)
      findings += each.map { Finding(review: review, outcome: RuleAsking.ask($0, activation)) }
    }
    return findings
  }

  /// Reports what is not as it must or should be.
  public func report(_ findings: [Finding], _ schedule: Schedule, into bag: inout DiagnosticBag) {
    for finding in findings {
      let place = finding.review.map { $0.number.range == .nowhere ? $0.range : $0.number.range }
      let outcome = finding.outcome
      let words = finding.review.map { "\($0.label): \(outcome.words)" } ?? outcome.words
      let code: DiagnosticCode
      switch outcome.result {
      case .broken: code = RuleCodes.code(of: outcome.rule.strength)
      case .failed: code = RuleCodes.failed
      case .held, .notAsked, .notEvaluable: continue
      }
      bag.report(
        code, words, help: "Rule “\(outcome.rule.id)”.", at: place ?? schedule.partnership.range)
    }
  }
}

/// A schedule as the values that expressions see.
private struct ScheduleValues {
  let schedule: Schedule
  let book: RuleBook

  init(_ schedule: Schedule, _ book: RuleBook) {
    self.schedule = schedule
    self.book = book
  }

  private var types: RuleTypes { book.vocabulary.types }

  var reviews: Value {
    .list(
      schedule.reviews.map { review in
        .record(
          Record(
            types.schedule.review,
            [
              .int(Int64(review.number.value)), .string(review.school.id.value), team(review), dates(review),
            ]))
      })
  }

  func activation(_ review: ScheduledReview?, _ reviews: Value) -> Activation {
    var activation = Activation(book.vocabulary.schedule)
    for (slot, variable) in RuleVocabulary.ScheduleVariable.allCases.enumerated() {
      switch variable {
      case .reviews: activation[slot] = reviews
      case .team: if let review { activation[slot] = team(review) }
      case .subject:
        if let review {
          activation[slot] = RuleValues.subject(host(review), types.subject, book.framework.framework)
        }
      case .number: if let review { activation[slot] = .int(Int64(review.number.value)) }
      }
    }
    return activation
  }

  private func host(_ review: ScheduledReview) -> Subject {
    var subject = Subject()
    subject.id = review.school.id
    subject.name = review.school.name
    return subject
  }

  private func team(_ review: ScheduledReview) -> Value {
    .list(
      review.team.map {
        RuleValues.member($0, host: host(review), types.member, book.framework.framework)
      })
  }

  private func dates(_ review: ScheduledReview) -> Value {
    let steps = book.framework.framework.process.scheduled
    return .record(
      Record(
        types.schedule.dates,
        steps.map { step in
          guard let days = review.days(of: step.id.value) else {
            return .unavailable(Unavailability(.notKnown, of: "\(review.label), \(step.title)"))
          }
          return .record(
            Record(
              types.schedule.days,
              [RuleValues.day(days.from, step.title), RuleValues.day(days.to, step.title)]))
        }))
  }
}

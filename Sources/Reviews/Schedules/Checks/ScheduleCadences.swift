import Diagnostics
import Documents
import Frameworks

/// What the framework asks for so often in a year is planned so often: a step for each school, a meeting for the
/// partnership. Where the members are known, a school that is not in the schedule at all is missed too. Something
/// that recurs more than sixty times a year is left to people's diaries.
public enum ScheduleCadences: ScheduleCheck {
  public static let codes = [tooSeldom, tooSeldomAdvised]

  public static func check(
    _ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag
  ) {
    for cadence in context.process.cadences where cadence.timesAYear <= Cadence.mostMeetings {
      if let step = cadence.step {
        checkStep(step.value, cadence, schedule, context, &bag)
      } else {
        let planned = schedule.meetings.count { $0.cadence.value == cadence.id.value }
        guard planned < cadence.timesAYear else { continue }
        bag.report(
          cadence.strength, must: tooSeldom, should: tooSeldomAdvised,
          "“\(cadence.title)” is asked for \(cadence.timesAYear.times) in the year, but \(words(planned)) planned.",
          at: schedule.period.range)
      }
    }
  }

  private static func checkStep(
    _ step: String, _ cadence: Cadence, _ schedule: Schedule, _ context: ScheduleContext,
    _ bag: inout DiagnosticBag
  ) {
    let isDatedHere = context.process.step(step)?.isScheduled ?? false
    var schools = context.members
    for review in schedule.reviews
    where !review.school.id.value.isEmpty && !schools.contains(where: { $0.id == review.school.id }) {
      schools.append(review.school)
    }
    for school in schools {
      let reviews = schedule.reviews.filter { $0.school.id == school.id }
      // A step that no schedule dates happens once in every review.
      let planned = reviews.count { !isDatedHere || $0.days(of: step) != nil }
      guard planned < cadence.timesAYear else { continue }
      // A review without a date was reported already.
      if isDatedHere, reviews.count >= cadence.timesAYear { continue }
      bag.report(
        cadence.strength, must: tooSeldom, should: tooSeldomAdvised,
        "\(school.label): “\(cadence.title)” is asked for \(cadence.timesAYear.times) in the year, but \(words(planned)) planned.",
        at: reviews.first?.number.range ?? schedule.period.range)
    }
  }

  private static func words(_ planned: Int) -> String {
    planned == 0 ? "none is" : planned == 1 ? "one is" : "\(planned) are"
  }

  static let tooSeldom = DiagnosticCode(
    "schedule-too-seldom", "Something is planned less often than its framework demands.",
    advice: "Add what is missing, or say why it cannot be.")
  static let tooSeldomAdvised = DiagnosticCode(
    "schedule-too-seldom-advised", "Something is planned less often than its framework advises.",
    severity: .warning, advice: "Add what is missing if you can.")
}

extension Cadence {
  /// What a schedule holds at the most of one thing.
  static let mostMeetings = 60

  var timesAYear: Int { times * per.inAYear }
}

extension Int {
  /// "once", "twice", "6 times".
  var times: String { self == 1 ? "once" : self == 2 ? "twice" : "\(self) times" }
}

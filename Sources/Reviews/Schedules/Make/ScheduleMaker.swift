import Diagnostics
import Documents
import Frameworks

/// Proposes a schedule: the reviews spread over the year's school weeks, each step at the aim of its window, people in
/// turn. The same request gives the same schedule.
public struct ScheduleMaker {
  private let request: ScheduleRequest
  private let weeks: SchoolWeeks
  private let planner: DatePlanner
  /// Steps already planned, to keep people and schools out of two places on one day.
  private var visits: [DoubleBookings.Visit] = []
  private var gaps: [String] = []

  public static func make(_ request: ScheduleRequest) -> ProposedSchedule {
    var maker = ScheduleMaker(request)
    let schedule = maker.schedule()
    return ProposedSchedule(schedule: schedule, assumptions: maker.assumptions, gaps: maker.gaps)
  }

  private init(_ request: ScheduleRequest) {
    self.request = request
    weeks = SchoolWeeks(request.period)
    planner = DatePlanner(request.framework.framework.process, weeks)
  }

  private mutating func schedule() -> Schedule {
    let content = request.framework.framework
    var schedule = Schedule()
    schedule.framework.id = content.id
    schedule.framework.version = content.version
    schedule.framework.digest = request.digest
    schedule.partnership = Located(request.partnership)
    schedule.period = Located(request.period)
    var rotation = TeamRotation(content, request.people)
    var schools = request.members
    if let seed = request.seed {
      var lot = SeededLot(seed: seed, for: "\(request.partnership)/\(request.period)")
      schools = lot.shuffled(schools)
    }
    let rounds = max(1, timesAYear)
    let count = schools.count * rounds
    let open = openWeeks(for: count)
    for place in 0..<count {
      var review = ScheduledReview()
      review.number = Located(place + 1)
      review.school = schools[place % max(1, schools.count)]
      review.team = rotation.team(for: review)
      review.dates = dates(review, place, of: count, in: open)
      visits += DoubleBookings.visits(review, content)
      schedule.reviews.append(review)
    }
    gaps += rotation.gaps
    schedule.meetings = meetings()
    return schedule
  }

  /// How often a school's main step recurs, where a cadence says so.
  private var timesAYear: Int {
    let cadences = request.framework.framework.process.cadences.filter {
      $0.step != nil && $0.step?.value == planner.main?.id.value
    }
    return min(cadences.map(\.timesAYear).max() ?? 1, Cadence.mostMeetings)
  }

  /// The days of one review: in the week that is its share of the year, on the day on which everything fits best.
  private func dates(
    _ review: ScheduledReview, _ place: Int, of count: Int, in open: [Day]
  ) -> [Keyed<Located<Days>>] {
    guard planner.main != nil, !open.isEmpty else { return [] }
    let target: Int = (2 * place + 1) * open.count / (2 * max(1, count))
    var best: (dates: [Keyed<Located<Days>>], misfit: Int)?
    // This week first, then its neighbours.
    for distance in [0, 1, -1] where open.indices.contains(target + distance) {
      for weekday in [1, 2, 3, 0, 4] {
        var plan = planner.plan(open[target + distance].adding(days: weekday))
        let away: Int = 5 * abs(distance)
        plan.misfit += away + 50 * clashes(plan.dates, review)
        if plan.misfit < (best?.misfit ?? Int.max) { best = plan }
        if plan.misfit == 0 { return plan.dates }
      }
    }
    return best?.dates ?? []
  }

  /// The weeks in which a review can be, so that what comes before it falls neither before the start nor before the
  /// first school week; and, where there are enough of these, so that nothing falls into a holiday.
  private func openWeeks(for count: Int) -> [Day] {
    let first = max(request.start ?? request.period.firstDay, weeks.mondays.first ?? request.period.firstDay)
    let open = weeks.mondays.filter { monday in
      planner.plan(monday.adding(days: 1)).dates.allSatisfy { $0.value.value.from >= first }
    }
    let smooth = open.filter { monday in
      (0...4).contains { planner.plan(monday.adding(days: $0)).misfit == 0 }
    }
    if !smooth.isEmpty, smooth.count * 2 >= count { return smooth }
    return open.isEmpty ? weeks.mondays.filter { $0 >= first } : open
  }

  private func clashes(_ dates: [Keyed<Located<Days>>], _ review: ScheduledReview) -> Int {
    var dated = review
    dated.dates = dates
    let own = DoubleBookings.visits(dated, request.framework.framework)
    return own.reduce(0) { sum, visit in
      let people = Set(visit.people.map(\.key))
      return sum
        + visits.count { other in
          other.days.value.overlaps(visit.days.value)
            && (other.review.school.id == review.school.id
              || other.people.contains { people.contains($0.key) })
        }
    }
  }

  /// What recurs beside the reviews: spread over the school weeks, or over the whole year where it recurs by the month
  /// or oftener.
  private func meetings() -> [ScheduledMeeting] {
    let first = request.start ?? request.period.firstDay
    let planned = request.framework.framework.process.cadences
      .filter { $0.step == nil && $0.timesAYear <= Cadence.mostMeetings }
      .flatMap { cadence -> [ScheduledMeeting] in
        let isOften = [.month, .fortnight, .week].contains(cadence.per)
        let mondays = (isOften ? allWeeks : weeks.mondays).filter { $0 >= first }
        let count = cadence.timesAYear
        guard !mondays.isEmpty else { return [] }
        return (0..<count).map { place in
          var meeting = ScheduledMeeting()
          meeting.cadence = Located(cadence.id.value)
          let week = mondays[(2 * place + 1) * mondays.count / (2 * count)]
          // More meetings than weeks: the second in a week goes to another day.
          meeting.date = Located(week.adding(days: 3 - (count > mondays.count ? place % 4 : 0)))
          return meeting
        }
      }
    return planned.sorted { ($0.date.value, $0.cadence.value) < ($1.date.value, $1.cadence.value) }
  }

  private var allWeeks: [Day] {
    let first = request.period.firstDay.adding(days: 8 - request.period.firstDay.weekday.rawValue)
    return (0..<51).map { first.adding(days: 7 * $0) }
  }

  private var assumptions: [String] {
    var found = [
      "School holidays are assumed to be those of most schools in England; hold the days against your own term dates."
    ]
    if let main = planner.main {
      found.append(
        "“\(main.title)” is spread evenly over the school weeks; all other steps are counted from it.")
    } else {
      found.append("The framework's process has no step that a schedule dates, so no dates are proposed.")
    }
    if request.people.isEmpty {
      found.append("Nobody is named yet: with --people, people are proposed in turn.")
    }
    return found
  }
}

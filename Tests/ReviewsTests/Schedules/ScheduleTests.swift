import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Sealing
import TestSupport
import Testing

@Suite struct ScheduleTests {
  private static let reference = "made-up-orchard@1.0.0"

  private func schools(_ count: Int) -> [ScheduledSchool] {
    (1...count).map { number in
      var school = ScheduledSchool()
      school.id = Located("made-up-\(number)")
      school.name = "Made-up School \(number)"
      return school
    }
  }

  private func people(_ count: Int) -> [ListedPerson] {
    (0..<(count * 3)).map { number in
      var person = ListedPerson()
      person.name = "Made-up Person \(number + 1)"
      person.school = Located("made-up-\(number / 3 + 1)")
      person.roles = [Located(number % 3 == 2 ? "champion" : number % 3 == 1 ? "Reviewer" : "lead")]
      return person
    }
  }

  private func made(
    _ count: Int, people: [ListedPerson] = [], period: String = "2025-26", start: Day? = nil,
    seed: UInt64? = nil
  ) throws -> (proposed: ProposedSchedule, framework: ResolvedFramework, digest: Digest) {
    let (framework, digest) = try Fixtures.framework(Self.reference)
    var request = ScheduleRequest(
      framework: framework, digest: digest, partnership: "made-up", period: try #require(Period(period)),
      members: schools(count))
    (request.people, request.start, request.seed) = (people, start, seed)
    return (ScheduleMaker.make(request), framework, digest)
  }

  private func diagnostics(
    _ schedule: Schedule, _ framework: ResolvedFramework, _ digest: Digest, members: [ScheduledSchool] = []
  ) -> [String] {
    var bag = DiagnosticBag()
    ScheduleChecks.run(
      schedule, in: ScheduleContext(framework: framework, digest: digest, members: members), into: &bag)
    return bag.items.map(\.message)
  }

  @Test(arguments: [1, 2, 7, 12, 20], ["2024-25", "2025-26", "2026-27", "2031-32"])
  func `what is made checks clean`(_ count: Int, _ period: String) throws {
    let (proposed, framework, digest) = try made(count, people: people(max(3, count)), period: period)
    #expect(proposed.schedule.reviews.count == count)
    let told = diagnostics(proposed.schedule, framework, digest, members: schools(count))
    #expect(told.filter { !$0.contains("Garden party") }.isEmpty, "\(told)")
    for review in proposed.schedule.reviews {
      for entry in review.dates {
        #expect(!entry.value.value.from.weekday.isWeekend, "\(review.label) \(entry)")
      }
    }
    if count >= 3 { #expect(proposed.gaps.isEmpty, "\(proposed.gaps)") }
    #expect(proposed.assumptions.contains { $0.contains("holidays") })
  }

  @Test func `roles, numbers and exclusions hold in the teams`() throws {
    let (proposed, _, _) = try made(7, people: people(7))
    var champions: Set<String> = []
    var reviewers: Set<String> = []
    for review in proposed.schedule.reviews {
      let roles = Dictionary(grouping: review.team, by: \.role)
      #expect(roles["lead"]?.count == 1 && roles["reviewer"]?.count == 2 && roles["champion"]?.count == 2)
      #expect(review.team.allSatisfy { $0.school != review.school.id })
      champions.formUnion(roles["champion"]?.map(\.name) ?? [])
      reviewers.formUnion((roles["lead"] ?? []).map(\.name) + (roles["reviewer"] ?? []).map(\.name))
    }
    #expect(champions.isDisjoint(with: reviewers))
    let leads = proposed.schedule.reviews.flatMap(\.team).filter { $0.role == "lead" }.map(\.name)
    #expect(Set(leads).count == 7, "everybody's turn comes: \(leads)")
  }

  @Test func `gaps are said`() throws {
    let (proposed, _, _) = try made(2, people: Array(people(1)))
    #expect(proposed.gaps.contains { $0.contains("Review 1 (Made-up School 1)") })
  }

  @Test func `the same seed gives the same bytes, another one another order`() throws {
    func text(_ seed: UInt64?) throws -> String {
      ScheduleWriter.yaml(try made(12, people: people(5), seed: seed).proposed.schedule)
    }
    #expect(try text(4) == text(4))
    #expect(try text(4) != text(5))
    #expect(try text(nil) != text(5))
  }

  @Test func `nothing comes before the start`() throws {
    let start = try #require(Day("2026-01-12"))
    let (proposed, _, _) = try made(5, start: start)
    #expect(proposed.schedule.reviews.flatMap(\.dates).allSatisfy { $0.value.value.from >= start })
  }

  @Test func `what is written comes back`() throws {
    var schedule = try made(7, people: people(7)).proposed.schedule
    schedule.note = "Two lines:\nboth kept # really"
    schedule.reviews[0].notes = [Keyed(key: Located("check-in"), value: "by phone: 9 o'clock")]
    schedule.reviews[0].team[0].facts = [Keyed(key: Located("trained"), value: PlainValue("true"))]
    let text = ScheduleWriter.yaml(schedule, comments: ["A comment: with # and \" in it."])
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "schedule.yaml", bytes: Array(text.utf8))
    let read = ScheduleReader.read(source, sources.add(source), into: &bag)
    #expect(bag.items.isEmpty, "\(TextPrinter.print(bag, sources))\n\(text)")
    #expect(read == schedule)
  }

  @Test func `the table has the columns that people know`() throws {
    let (proposed, framework, _) = try made(2, people: people(3))
    var schedule = proposed.schedule
    schedule.reviews[0].notes = [Keyed(key: Located("check-in"), value: "by phone")]
    let table = ScheduleTable(schedule, framework)
    #expect(
      table.columns == [
        "No.", "School", "Team", "Pre-review meeting", "Review", "Workshop", "Champion", "90-day check-in",
        "Garden party",
      ])
    let text = ScheduleText.text(schedule, framework)
    #expect(text.contains("* Lead reviewer"))
    #expect(
      text == (try Fixtures.expected(Fixtures.folder.appending(path: "shown/schedule.txt"), recording: text)))
  }

  @Test func `the agenda of a day`() throws {
    let (proposed, framework, _) = try made(2)
    var schedule = proposed.schedule
    let review = schedule.reviews[0]
    let visit = try #require(review.days(of: "review"))
    let onTheDay = Agenda(schedule, framework, on: visit.from)
    #expect(onTheDay.entries.contains { $0.state == .today && $0.step == "review" && $0.review == 1 })
    #expect(onTheDay.entries.contains { $0.state == .soon && $0.step == "workshop" })
    #expect(onTheDay.overdue.isEmpty)
    schedule.reviews[0].dates.removeAll { $0.key.value == "workshop" }
    let due = Agenda(schedule, framework, on: visit.to.adding(days: 8))
    #expect(due.entries.contains { $0.state == .due && $0.step == "workshop" })
    let late = Agenda(schedule, framework, on: visit.to.adding(days: 15))
    #expect(late.overdue.map(\.step) == ["workshop"])
    #expect(late.overdue[0].days == Days(visit.to.adding(days: 14)))
    #expect(AgendaText.text(late).contains("Overdue"))
    #expect(Agenda(schedule, framework, on: try #require(Day("2020-01-01"))).entries.isEmpty)
  }

  @Test func `a sample can be drawn again`() throws {
    let (proposed, framework, _) = try made(12)
    let sample = try #require(framework.framework.process.samples.first)
    let drawn = SampleDraw.draw(sample, from: proposed.schedule, seed: 7)
    #expect(drawn.count == 3, "a fifth of 12, rounded up")
    var shuffled = proposed.schedule
    var random = SeededGenerator(seed: 1)
    shuffled.reviews.shuffle(using: &random)
    #expect(SampleDraw.draw(sample, from: shuffled, seed: 7) == drawn)
    // Each review comes up about as often as any other.
    var counts: [Int: Int] = [:]
    for seed in 0..<2_000 {
      for review in SampleDraw.draw(sample, from: proposed.schedule, seed: UInt64(seed)) {
        counts[review.number.value, default: 0] += 1
      }
    }
    #expect(counts.count == 12 && counts.values.allSatisfy { (420...580).contains($0) }, "\(counts)")
  }

  @Test func `windows are counted from the right end`() throws {
    let (framework, _) = try Fixtures.framework(Self.reference)
    func window(_ isBefore: Bool, _ span: String, aim: String? = nil) throws -> StepWindow {
      var window = try #require(framework.framework.process.step("workshop")?.window)
      (window.before, window.after) = isBefore ? (Located("review"), nil) : (nil, Located("review"))
      window.span = Located(try #require(Span(span)))
      window.aim = aim.flatMap { Interval($0) }
      let (first, last): (Day, Day) = (try #require(Day("2026-03-03")), try #require(Day("2026-03-04")))
      return StepWindow(window, from: Days(first, to: last))
    }
    let after = try window(false, "P1W..P2W")
    #expect(after.earliest?.description == "2026-03-11" && after.latest?.description == "2026-03-18")
    #expect(after.aim.description == "2026-03-14")
    let before = try window(true, "P2W..")
    #expect(
      before.earliest == nil && before.latest?.description == "2026-02-17" && before.aim == before.latest)
    let most = try window(true, "..P2W")
    #expect(most.earliest?.description == "2026-02-17" && most.latest?.description == "2026-03-03")
    #expect(try window(false, "P80D..P100D", aim: "P90D").aim.description == "2026-06-02")
    #expect(after.distance(of: try #require(Day("2026-03-09"))) == -2)
    #expect(after.distance(of: try #require(Day("2026-03-20"))) == 2)
  }

  @Test func `school weeks leave the usual holidays out`() throws {
    let weeks = SchoolWeeks(try #require(Period("2025-26")))
    for open in ["2025-09-08", "2025-12-12", "2026-01-05", "2026-03-27", "2026-07-15"] {
      #expect(weeks.contains(try #require(Day(open))), "\(open)")
    }
    for closed in [
      "2025-08-29", "2025-10-29", "2025-12-25", "2026-02-18", "2026-04-08", "2026-05-27", "2026-07-28",
      "2026-03-28",
    ] {
      #expect(!weeks.contains(try #require(Day(closed))), "\(closed)")
    }
    #expect((34...40).contains(weeks.mondays.count))
  }
}

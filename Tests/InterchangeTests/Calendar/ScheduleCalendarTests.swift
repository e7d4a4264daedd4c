import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Sealing
import TestSupport
import Testing

@testable import Interchange

@Suite struct ScheduleCalendarTests {
  private func orchard() throws -> ResolvedFramework {
    let path = Repository.tests.appending(
      path: "ReviewsTests/Fixtures/frameworks/made-up-orchard/1.0.0/framework.yaml")
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = try FileReading.source(path.path())
    return try #require(FrameworkReader.read(source, sources.add(source), into: &bag), "\(bag.items)")
  }

  private func schedule(_ framework: ResolvedFramework) throws -> Schedule {
    let schools = (1...3).map { number in
      var school = ScheduledSchool()
      (school.id, school.name) = (
        Located("made-up-\(number)"), "Made-up School; number \(number), with an “é”"
      )
      return school
    }
    var request = ScheduleRequest(
      framework: framework, digest: Digest(ofText: "made up"), partnership: "made-up",
      period: Period(startYear: 2025), members: schools)
    request.people = (1...9).map { number in
      var person = ListedPerson()
      person.name = "Made-up Person \(number)"
      person.school = Located("made-up-\(number % 3 + 1)")
      person.roles = [Located(number <= 3 ? "lead" : number <= 6 ? "reviewer" : "champion")]
      return person
    }
    return ScheduleMaker.make(request).schedule
  }

  private func values(_ name: String, _ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").filter { $0.hasPrefix(name + ":") }
      .map { String($0.dropFirst(name.count + 1)) }
  }

  @Test func `an event for every dated step and every meeting`() throws {
    let framework = try orchard()
    let schedule = try schedule(framework)
    let text = ScheduleCalendar.text(schedule, framework, stamp: "2026-03-01T12:00:00Z")
    let dated = schedule.reviews.flatMap(\.dates).count
    let uids = values("UID", text)
    #expect(uids.count == dated + schedule.meetings.count)
    #expect(Set(uids).count == uids.count)
    #expect(Set(values("DTSTAMP", text)) == ["20260301T120000Z"])
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.replacing("\r\n ", with: "").contains("Review: Made-up School\\; number 1\\, with an “é”"))
    #expect(ScheduleCalendar.text(schedule, framework, stamp: "2026-03-01T12:00:00Z") == text)
  }

  @Test func `an event that moves keeps its name`() throws {
    let framework = try orchard()
    var schedule = try schedule(framework)
    let before = values("UID", ScheduleCalendar.text(schedule, framework, stamp: "2026-03-01T12:00:00Z"))
    for place in schedule.reviews.indices {
      schedule.reviews[place].number.value += 10
      schedule.reviews[place].team = []
      for date in schedule.reviews[place].dates.indices {
        let days = schedule.reviews[place].dates[date].value.value
        schedule.reviews[place].dates[date].value.value = Days(
          days.from.adding(days: 1), to: days.to.adding(days: 2))
      }
    }
    #expect(
      values("UID", ScheduleCalendar.text(schedule, framework, stamp: "2026-04-01T12:00:00Z")) == before)
  }

  @Test func `the last day belongs to an event`() throws {
    let framework = try orchard()
    var schedule = try schedule(framework)
    schedule.reviews[0].dates = [
      Keyed(
        key: Located("review"),
        value: Located(Days(try #require(Day("2025-12-30")), to: Day("2025-12-31"))))
    ]
    let text = ScheduleCalendar.text(schedule, framework, stamp: "2026-03-01T12:00:00Z")
    #expect(text.contains("DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260101\r\n"))
  }

  @Test func `as a table`() throws {
    let framework = try orchard()
    let text = ScheduleCSV.text(try schedule(framework), framework)
    #expect(text.hasPrefix("\u{FEFF}No.,School,Team (* Lead reviewer),"))
    #expect(text.contains("\"Made-up School; number 1, with an “é”\""))
  }
}

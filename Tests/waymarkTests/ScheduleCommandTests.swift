import Foundation
import TestSupport
import Testing

/// A partnership plans its year with the real binary and the handbook's process.
@Suite struct ScheduleCommandTests {
  /// A made-up list of seven schools, and of three people of each.
  private func lists(in folder: TemporaryFolder) throws -> (members: String, people: String) {
    let members = (1...7).map { "made-up-\($0),Made-up School \($0)\n" }.joined()
    let people = (1...7).map { number in
      """
      Made-up Head \(number),made-up-\(number),lead-reviewer; reviewer
      Made-up Deputy \(number),made-up-\(number),Reviewer
      Made-up Champion \(number),made-up-\(number),improvement-champion

      """
    }.joined()
    return (
      try folder.write("school,name\n" + members, "members.csv"),
      try folder.write("name,school,roles\n" + people, "people.csv")
    )
  }

  private func made(in folder: TemporaryFolder, _ more: [String] = []) throws -> String {
    let (members, people) = try lists(in: folder)
    let schedule = folder.path("schedule.yaml")
    let outcome = try Program.run(
      [
        "schedule", "make", "spp@2.0.0", "--partnership", "made-up", "--members", members, "--people", people,
        "--period", "2025-26", "-o", schedule,
      ] + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("holidays"))
    return schedule
  }

  @Test func whatIsMadeChecksClean() throws {
    let folder = try TemporaryFolder()
    let schedule = try made(in: folder)
    let check = try Program.run([
      "schedule", "check", schedule, "--members", folder.path("members.csv"),
    ])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(check.output.contains("No mistakes"), "\(check.output)")
    let shown = try Program.run(["schedule", "show", schedule])
    #expect(shown.output.contains("* Lead reviewer") && shown.output.contains("90-day check-in"))
    let table = try Program.run(["schedule", "show", schedule, "--format", "csv"])
    #expect(table.output.hasPrefix("\u{FEFF}No.,School,Team"))
  }

  @Test func aSeedGivesTheSameFileAgain() throws {
    let texts = try ["3", "3", "4"].map { seed in
      let folder = try TemporaryFolder()
      return try String(contentsOfFile: try made(in: folder, ["--seed", seed]), encoding: .utf8)
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != texts[2])
  }

  @Test func whatIsDueFollowsTheClock() throws {
    let folder = try TemporaryFolder()
    let schedule = try made(in: folder)
    let text = try String(contentsOfFile: schedule, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains("workshop: 20") })
    let day = String(try #require(line.split(separator: " ").last))
    let today = try Program.run(["schedule", "show", schedule, "--due"], today: day)
    #expect(today.output.contains("Today") && today.output.contains("Improvement workshop"))
    try Data(text.replacing(line + "\n", with: "").utf8).write(to: URL(fileURLWithPath: schedule))
    let late = try Program.run(["schedule", "show", schedule, "--due"], today: "2026-08-31")
    #expect(late.output.contains("Overdue") && late.output.contains("Improvement workshop, review 1"))
  }

  @Test func mistakesAreToldAndNothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    let schedule = try made(in: folder)
    let (members, _) = try lists(in: folder)
    let again = [
      "schedule", "make", "spp@2.0.0", "--partnership", "made-up", "--members", members, "--period",
      "2025-26",
    ]
    #expect(try Program.run(again + ["-o", schedule]).status == 73)
    #expect(try Program.run(again + ["--workspace", members]).status == 64)
    let text = try String(contentsOfFile: schedule, encoding: .utf8)
    let broken = try folder.write(text.replacing("workshop:", with: "workshp:"), "broken.yaml")
    let check = try Program.run(["schedule", "check", broken])
    #expect(check.status == 1)
    #expect(check.output.contains("[schedule-unknown-step]") && check.output.contains("“workshop”"))
    #expect(try Program.run(["schedule", "show", broken]).status == 65)
    let people = try folder.write("name,school,roles\nMade-up One,made-up-1,reviewr\n", "wrong.csv")
    let wrong = try Program.run(again + ["--people", people])
    #expect(wrong.status == 65 && wrong.errors.contains("reviewer"))
  }

  @Test func aSampleCanBeDrawnAgain() throws {
    let folder = try TemporaryFolder()
    let (members, _) = try lists(in: folder)
    let schedule = folder.path("earlier.yaml")
    _ = try Program.run([
      "schedule", "make", "spp@1.0.0", "--partnership", "made-up", "--members", members, "--period",
      "2025-26", "-o", schedule,
    ])
    let draws = try ["9", "9"].map { try Program.run(["schedule", "sample", schedule, "--seed", $0]).output }
    #expect(draws[0] == draws[1] && draws[0].contains("2 of 7, drawn with seed 9"))
  }

  @Test(.enabled(if: PythonTools.isThere, "the Python packages of Tests/requirements.txt are not installed"))
  func theCalendarIsOne() throws {
    let folder = try TemporaryFolder()
    let schedule = try made(in: folder)
    let text = try String(contentsOfFile: schedule, encoding: .utf8)
    let nasty = "Made-up; School, 1: \\\"é\\\" \(String(repeating: "long ", count: 30))name\""
    _ = try folder.write(text.replacing("Made-up School 1\"", with: nasty), "schedule.yaml")
    let calendar = try folder.write(
      try Program.run(["schedule", "show", schedule, "--format", "ics"]).output, "schedule.ics")
    let validated = try PythonTools.run([
      "-c",
      """
      import datetime, sys, yaml
      from icalendar import Calendar
      data = open(sys.argv[1], "rb").read()
      assert data.endswith(b"\\r\\n") and b"\\n" not in data.replace(b"\\r\\n", b""), "line ends"
      assert max(map(len, data.split(b"\\r\\n"))) <= 75, "long line"
      calendar = Calendar.from_ical(data)
      assert not calendar.errors, calendar.errors
      assert str(calendar["VERSION"]) == "2.0"
      plan = yaml.safe_load(open(sys.argv[2]))
      wanted = {}
      for review in plan["reviews"]:
          for step, days in review["dates"].items():
              first, last = (days["from"], days["to"]) if isinstance(days, dict) else (days, days)
              wanted[(review["school"]["id"], step)] = (first, last + datetime.timedelta(days=1))
      events = calendar.walk("VEVENT")
      assert len(events) == len(wanted) + len(plan["meetings"]), len(events)
      uids = {str(event["UID"]) for event in events}
      assert len(uids) == len(events)
      for event in events:
          assert not event.errors, event.errors
          assert type(event["DTSTART"].dt) is datetime.date and event["DTSTAMP"].dt.tzinfo is not None
      for (school, step), days in wanted.items():
          found = [e for e in events if str(e["UID"]).startswith(f"{school}-1-{step}-")]
          assert len(found) == 1 and (found[0]["DTSTART"].dt, found[0]["DTEND"].dt) == days, (school, step)
      names = {str(e["SUMMARY"]).split(": ", 1)[1] for e in events if ": " in str(e["SUMMARY"])}
      assert {review["school"]["name"] for review in plan["reviews"]} <= names, names
      print("fits", len(events))
      """, calendar, schedule,
    ])
    #expect(validated.output.hasPrefix("fits 31"), "\(validated.output)")
  }
}

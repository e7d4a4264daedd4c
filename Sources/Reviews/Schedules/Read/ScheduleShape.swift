import Diagnostics
import Documents
import Sealing

extension DocumentKind {
  public static let schedule = DocumentKind("waymark.schedule", version: 1, noun: "a schedule")
}

extension Schedule {
  /// The document, key by key.
  public static let shape = Shape<Schedule>.record(
    "schedule", "What a partnership plans for a school year.", blank: Schedule(),
    fields: [
      .header(.schedule),
      .required("framework", \.framework, FrameworkPin.shape, "The framework whose process it follows."),
      .required("partnership", \.partnership, .slug, "The partnership's short name."),
      .required("period", \.period, .placed(.period), "The school year."),
      .list("reviews", \.reviews, ScheduledReview.shape, "The reviews, each with people and dates."),
      .list("meetings", \.meetings, ScheduledMeeting.shape, "What else recurs, such as meetings."),
      .optional("note", \.note, .text, "Anything else."),
    ])
}

extension ScheduledReview {
  static let shape = Shape<ScheduledReview>.record(
    "scheduled review", "One review of the year.", blank: ScheduledReview(), place: { $0.range = $1 },
    fields: [
      .required("number", \.number, .placed(.integer(1...10_000)), "Its number in the schedule."),
      .required("school", \.school, ScheduledSchool.shape, "Who is reviewed."),
      .list(
        "team", \.team, TeamMember.shape, "Who has a part in it; roles are ids of the framework's roles."),
      .defaulted(
        "dates", \.dates, .map(keys: .slug, of: .placed(Days.shape)), default: [],
        "When each step is, by the ids of the framework's steps."),
      .defaulted(
        "notes", \.notes, .map(keys: .slug, of: Shape<String>.filledText), default: [],
        "How or where a step is done, by the ids of the framework's steps."),
    ])
}

extension ScheduledSchool {
  static let shape = Shape<ScheduledSchool>.record(
    "scheduled school", "Who is reviewed.", blank: ScheduledSchool(),
    fields: [
      .required("id", \.id, .subject, "A school's URN, or the slug under which the partnership knows it."),
      .optional("name", \.name, .text, "What people call it. It never leaves the partnership."),
    ])
}

extension ScheduledMeeting {
  static let shape = Shape<ScheduledMeeting>.record(
    "meeting", "Something else that recurs.", blank: ScheduledMeeting(),
    fields: [
      .required("cadence", \.cadence, .slug, "Which of the framework's cadences."),
      .required("date", \.date, .placed(.date), "The day."),
    ])
}

extension Days {
  /// A day, or `{from, to}`. A key without a value has no date yet.
  static let shape = Shape<Days>(
    .either([Shape<Day>.date.spec, stretch.spec]),
    read: { node, reader in
      if reader.tree.kind(node) == .mapping {
        return stretch.read(node, &reader).map { Days($0.from, to: $0.to) }
      }
      if reader.tree.kind(node) == .scalar, ["", "~", "null"].contains(reader.tree.string(node)) {
        return nil
      }
      return Shape<Day>.date.read(node, &reader).map { Days($0) }
    },
    write: { days in
      days.from == days.to
        ? Shape<Day>.date.write(days.from) : stretch.write(Stretch(from: days.from, to: days.to))
    })

  private struct Stretch: Sendable {
    var from = Day.earliest
    var to: Day?
  }

  private static let stretch = Shape<Stretch>.record(
    "days", "All days from one to another.", blank: Stretch(),
    fields: [
      .required("from", \.from, .date, "The first day."),
      .optional("to", \.to, .date, "The last day."),
    ])
}

extension Shape where Value == String {
  /// Text; nothing where nothing was written.
  fileprivate static var filledText: Shape {
    let text = Shape<String>.text
    return Shape(
      text.spec,
      read: { node, reader in
        if reader.tree.kind(node) == .scalar, reader.tree.string(node).isEmpty { return nil }
        return text.read(node, &reader)
      }, write: text.write)
  }
}

import ArgumentParser
import Diagnostics
import Interchange
import Reviews

/// `waymark schedule show FILE`
struct ScheduleShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a schedule, put it into a calendar, or see what is due.",
    discussion: "What is due is counted from today; WAYMARK_TODAY (YYYY-MM-DD) sets another day.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, ics }

  @Argument(help: ArgumentHelp("A schedule.", valueName: "file"))
  var file: String

  @Option(help: "text, json, csv (for a spreadsheet) or ics (for a calendar).")
  var format = Format.text

  @Flag(help: "Only what is overdue, due, today and in the two weeks ahead.")
  var due = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (schedule, rubric) = try ScheduleFiles.usable(file, frameworks)
    if due {
      guard format == .text else {
        throw Failure(.usage, "What is due is shown as text.", help: "Leave --format out.")
      }
      let agenda = Agenda(schedule, rubric.framework, on: Clock.today)
      return try Console.deliver(AgendaText.text(agenda), to: output.output)
    }
    let text =
      switch format {
      case .text: ScheduleText.text(schedule, rubric.framework)
      case .json: ScheduleWriter.json(schedule).prettyText() + "\n"
      case .csv: ScheduleCSV.text(schedule, rubric.framework)
      case .ics: ScheduleCalendar.text(schedule, rubric.framework, stamp: Clock.now)
      }
    try Console.deliver(text, to: output.output)
  }
}

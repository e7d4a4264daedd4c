import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Interchange
import Reviews
import Workspaces

/// `waymark schedule make REF`
struct ScheduleMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Propose a schedule: reviews spread over the year, people in turn.",
    discussion: """
      Every step is put at the aim of its window, on a weekday and, where it can be, in term time; the usual holidays \
      of England are assumed. The file says what was assumed and what is left to be found.
      """)

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: ArgumentHelp("The partnership's short name.", valueName: "slug"))
  var partnership: String?

  @Option(help: ArgumentHelp("Who is reviewed: a list as CSV (school,name).", valueName: "file"))
  var members: String?

  @Option(help: ArgumentHelp("Who is reviewed: the members of this workspace.", valueName: "file"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "Who can take part, as CSV (name,school,roles) or YAML (waymark.people/1).", valueName: "file"))
  var people: String?

  @Option(help: ArgumentHelp("The school year, like 2025-26.", valueName: "period"))
  var period: Period

  @Option(help: ArgumentHelp("No step comes before this day, like 2025-10-01.", valueName: "day"))
  var start: Day?

  @Option(help: "Any whole number: puts the schools in an order of chance, the same one every time.")
  var seed: UInt64?

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference)
    var files = ScheduleFiles(frameworks)
    let (found, name) = try files.members(members, workspace: workspace)
    guard let partnership = partnership ?? name, SlugRule.isSlug(partnership) else {
      throw Failure(
        .usage, "The schedule needs the partnership's short name.",
        help: "Name it with --partnership, in lower-case letters, digits and single hyphens.")
    }
    if let path = output.output, path != "-", FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotWrite, "\(path) exists already.",
        help: "A new schedule never replaces a file; choose another name.")
    }
    var request = ScheduleRequest(
      framework: rubric.framework, digest: rubric.digest, partnership: partnership, period: period,
      members: found)
    request.people = try files.people(people, of: rubric)
    (request.start, request.seed) = (start, seed)
    let proposed = ScheduleMaker.make(request)
    let comments = ["A proposal, to be talked over. What was assumed:"] + proposed.assumptions + proposed.gaps
    try Console.deliver(ScheduleWriter.yaml(proposed.schedule, comments: comments), to: output.output)
    for sentence in proposed.assumptions + proposed.gaps { Console.note(sentence) }
  }
}

import Diagnostics
import Documents
import Frameworks
import Interchange
import Reviews
import Rubrics
import Workspaces

/// Reads schedules, members and people.
struct ScheduleFiles {
  private let options: FrameworkOptions
  var sources = SourceMap()
  var bag = DiagnosticBag()

  init(_ options: FrameworkOptions) { self.options = options }

  /// A schedule that may be used, held against the framework that it names; `nil` where it has mistakes (see `bag`).
  ///
  /// - Parameter members: the partnership's schools, where they are known.
  mutating func read(_ path: String, members: [ScheduledSchool] = []) throws -> (
    schedule: Schedule, rubric: Rubric
  )? {
    let source = try FileReading.source(path)
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let schedule = ScheduleReader.parse(source, sources.add(source), into: &own),
      !schedule.framework.id.value.isEmpty
    else { return nil }
    let pin = schedule.framework
    let rubric = try options.rubric("\(pin.id.value)@\(pin.version.value)")
    ScheduleChecks.run(
      schedule, in: ScheduleContext(framework: rubric.framework, digest: rubric.digest, members: members),
      into: &own)
    return own.hasErrors ? nil : (schedule, rubric)
  }

  /// Adds what the framework's rules say of a schedule to `bag`: roles, team sizes, who is not what, and its own.
  mutating func askRules(of schedule: Schedule, _ rubric: Rubric) {
    guard let book = rubric.rules else { return }
    let rules = ScheduleRules(book)
    rules.report(rules.findings(schedule), schedule, into: &bag)
  }

  /// A schedule that may be used.
  ///
  /// - Throws: `badData` where it has mistakes.
  static func usable(_ path: String, _ options: FrameworkOptions) throws -> (
    schedule: Schedule, rubric: Rubric
  ) {
    var files = ScheduleFiles(options)
    let read = try files.read(path)
    guard let read else {
      throw Failure(
        .badData,
        "The schedule has \(files.bag.errorCount) \(files.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "See them with: waymark schedule check \(path)")
    }
    return read
  }

  /// Who is reviewed, and the partnership's name where a workspace says it.
  ///
  /// - Throws: `usage` where neither a list nor a workspace is named; `badData` where the list has mistakes.
  mutating func members(_ list: String?, workspace: String?) throws -> (
    schools: [ScheduledSchool], partnership: String?
  ) {
    switch (list, workspace) {
    case (let list?, nil):
      let source = try FileReading.source(list)
      // A schedule needs no regions: a list without them is good enough.
      let members = MembersCSV.read(source, sources.add(source), region: Self.anyRegion, into: &bag)
      try stopAtMistakes(list)
      return ((members ?? []).map { Self.school($0.id, $0.name) }, nil)
    case (nil, let path?):
      let workspace = try Workspace.open(path)
      return (try workspace.members().map { Self.school($0.id, $0.name) }, workspace.partnership.slug)
    case (nil, nil), (.some, .some):
      throw Failure(
        .usage, "A schedule is made for the members of a list or of a workspace.",
        help: "Name one of them with --members or --workspace.")
    }
  }

  /// Those who can take part; none where no list is named.
  ///
  /// - Throws: `badData` where the list has mistakes.
  mutating func people(_ path: String?, of rubric: Rubric) throws -> [ListedPerson] {
    guard let path else { return [] }
    let source = try FileReading.source(path)
    let people = PeopleList.read(source, sources.add(source), into: &bag) ?? []
    PeopleReader.check(people, against: rubric.framework, into: &bag)
    try stopAtMistakes(path)
    return people
  }

  private func stopAtMistakes(_ path: String) throws(Failure) {
    if !bag.items.isEmpty { Console.note(TextPrinter.print(bag, sources)) }
    guard bag.hasErrors else { return }
    throw Failure(
      .badData, "\(path) has \(bag.errorCount) \(bag.errorCount == 1 ? "mistake" : "mistakes").",
      help: "Correct them and try again.")
  }

  private static func school(_ id: String, _ name: String) -> ScheduledSchool {
    var school = ScheduledSchool()
    (school.id, school.name) = (Located(id), name)
    return school
  }

  /// England as a whole (Office for National Statistics).
  private static let anyRegion = "E92000001"
}

import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Rubrics

/// `waymark framework test [PATH…]`
struct FrameworkTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases that stand beside frameworks.",
    discussion: """
      A case is a folder under `cases/` beside framework.yaml, with a review, a plan, another filled form, a schedule, \
      and expected.yaml, which says what comes of them. Exit code 1 where something else comes of them.
      """)

  @Argument(
    help: ArgumentHelp(
      "Frameworks or folders of them; without any, all that can be found.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Write what comes of each case into its expected.yaml. Read every change before you keep it.")
  var record = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var counts = Counts()
    for path in try files() {
      // A file that a person named is read, cases or not: it may not be a framework at all.
      let rubric = try frameworks.rubric(path)
      let folders = try Self.cases(beside: path)
      if folders.isEmpty { continue }
      let runner = CaseRunner(rubric, today: Clock.today)
      for folder in folders { try run(folder, runner, &counts) }
    }
    if counts.cases == 0 {
      throw Failure(
        .noInput, "There are no cases here.", help: "A case is a folder below cases/ beside framework.yaml.")
    }
    let cases = "\(counts.cases) case\(counts.cases == 1 ? "" : "s")"
    if record {
      try Console.print("\(cases) recorded, \(counts.changed) changed.\n")
    } else if counts.changed == 0 {
      try Console.print("\(cases), all as expected.\n")
    } else {
      try Console.print("\(cases), \(counts.changed) not as expected.\n")
      throw ExitCode(ExitStatus.mistakes.rawValue)
    }
  }

  private struct Counts {
    var cases = 0
    var changed = 0
  }

  private func run(_ folder: CaseFolder, _ runner: CaseRunner, _ counts: inout Counts) throws {
    counts.cases += 1
    let found = try runner.run(folder)
    let expectation = folder.expectation
    let expected =
      try FileReading.kind(expectation) == nil
      ? nil : String(decoding: try FileReading.source(expectation).bytes, as: UTF8.self)
    if expected == found { return }
    counts.changed += 1
    if record {
      try FileWriting.write(found.utf8, to: expectation)
    } else if let expected {
      try Console.print("\(folder.path)\n\(LineDifference(expected: expected, found: found).text)\n\n")
    } else {
      try Console.print("\(folder.path)\n  expected.yaml is missing; write it with --record\n\n")
    }
  }

  private func files() throws -> [String] {
    if paths.isEmpty { return try frameworks.entries().map(\.path) }
    return try paths.flatMap { try FrameworkLibrary.files(at: $0) }
  }

  private static func cases(beside framework: String) throws -> [CaseFolder] {
    let parts = framework.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let cases = (parts.isEmpty ? ["."] : parts.map(String.init)).joined(separator: "/") + "/cases"
    guard try FileReading.kind(cases) == .folder else { return [] }
    return try FolderReading.names(in: cases).compactMap { try CaseFolder("\(cases)/\($0)") }
  }
}

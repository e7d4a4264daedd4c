import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Interchange

/// `waymark survey draft FILE.csv --framework REF`
struct SurveyDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a mapping from the first row of a survey's answers.",
    discussion:
      "The draft says how sure it is of each column, and leaves as comments what you have to decide yourself."
  )

  @Argument(help: ArgumentHelp("The answers, as CSV.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var framework: String

  @Option(help: "self or peer.")
  var kind = ReviewKind.own

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(framework)
    var files = SurveyFiles(frameworks)
    let table = try files.table(file)
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    guard let table, !files.bag.hasErrors else {
      throw Failure(.badData, "\(file) cannot be read as a survey's answers.")
    }
    if let path = output.output, path != "-", try FileReading.kind(path) == .file {
      throw Failure(
        .cannotWrite, "\(path) exists already.", help: "A draft never replaces a file; choose another name.")
    }
    let draft = SurveyDraft.draft(
      table, rubric.framework, digest: rubric.digest, kind: kind, name: NewDocuments.name(file))
    guard draft.known > 0 else {
      throw Failure(
        .badData, "No column of \(file) is like anything that \(rubric.reference) asks.",
        help: "Check that this is the survey's file, and that its first row names the columns.")
    }
    try Console.deliver(draft.yaml, to: output.output)
    if let path = output.output, path != "-" {
      let open = draft.undecided
      try Console.print(
        """
        Wrote \(path): \(draft.columns) columns, \(open) \(open == 1 ? "thing" : "things") for you to decide. \
        Look through it, then: waymark survey check \(path) \(file)

        """)
    }
  }
}

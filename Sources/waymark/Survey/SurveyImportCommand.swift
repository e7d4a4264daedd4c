import ArgumentParser
import Diagnostics
import Interchange
import Reviews

/// `waymark survey import FILE.csv --mapping MAPPING -o FOLDER`
struct SurveyImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make reviews of a survey's answers: all of them or none.",
    discussion: """
      The reviews are drafts, to be looked through and agreed by those whose they are. Names and e-mail addresses of \
      those who answered are left out unless the mapping asks for them.
      """)

  @Argument(help: ArgumentHelp("The answers, as CSV.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("What the columns mean.", valueName: "file"))
  var mapping: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the reviews.", valueName: "folder"))
  var output: String

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = SurveyFiles(frameworks)
    let read = try files.mapping(mapping)
    let table = try files.table(file)
    var made: [SurveyReviews.Made] = []
    if let read, let table { made = files.reviews(table, read.mapping, read.rubric) }
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    if files.bag.hasErrors {
      throw Failure(
        .badData,
        "Nothing was imported: \(files.bag.errorCount) \(files.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Correct them; `waymark survey check \(mapping) \(file)` says when all are gone.")
    }
    let written = try NewDocuments.write(
      made.map { ("\($0.name).yaml", ReviewWriter.yaml($0.review)) }, into: output)
    let responses = made.reduce(0) { $0 + $1.responses }
    try Console.print(
      """
      Wrote \(written.count) \(written.count == 1 ? "review" : "reviews") to \(output), made from \
      \(responses) \(responses == 1 ? "response" : "responses"). They are drafts: look through them, then: \
      waymark review check \(output)

      """)
  }
}

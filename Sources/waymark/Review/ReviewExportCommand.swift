import ArgumentParser
import Diagnostics
import Extensions
import Frameworks
import Hooks
import Reporting
import Reviews
import Rubrics

/// `waymark review export FILE… --as FORMAT`
struct ReviewExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write reviews in another form: a table, a workbook that goes on being filled in.",
    discussion: "Waymark writes yaml and csv; `waymark plugin list` shows what plugins write besides.")

  @Argument(help: ArgumentHelp("Reviews of one framework, in YAML or CSV.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The format; without it, what the ending of -o says.", valueName: "format"))
  var format: String?

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try hook.values()
    var reader = ReviewFiles(frameworks, in: language.tag)
    let read = try ReviewFiles.expand(files).compactMap { try reader.read($0) }
    if !reader.bag.items.isEmpty { Console.note(TextPrinter.print(reader.bag, reader.sources)) }
    if reader.bag.hasErrors {
      throw Failure(
        .badData, "Nothing was written: the reviews have mistakes.",
        help: "Correct them; `waymark review check` says when all are gone.")
    }
    guard let rubric = read.first?.rubric, read.allSatisfy({ $0.rubric.digest == rubric.digest }) else {
      throw Failure(
        .usage, "These reviews are held against several frameworks.",
        help: "Export those of one framework at a time.")
    }
    let reviews = read.map(\.review)
    let provider = try frameworks.plugins.provider(
      \.reviewExport, try ExportFormat.chosen(format, output.output), from: hook.plugin)
    let request = ReviewExportRequest(
      format: provider.key, framework: HookFramework(rubric), reviews: reviews,
      scores: {
        try Scorer.score(reviews.map { MarkedReview($0, rubric: rubric) }).map {
          try ReviewReport([$0]).json()
        }
      }, options: options)
    let answer = try provider.run(request)
    let written = try HookOutput.deliver(answer, through: provider.through, to: output.output)
    Console.tell(answer.lost, provider.through)
    for path in written { try Console.print("Wrote \(path).\n") }
  }
}

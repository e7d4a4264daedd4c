import ArgumentParser
import Diagnostics
import Frameworks
import Reporting
import Reviews
import Rubrics
import Sealing

/// `waymark review score FILE…`
struct ReviewScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Show what a review adds up to: judgements, gaps, and the shift since an earlier one.",
    discussion: "Name a self-review and the peer review of the same subject to see them side by side.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @Argument(
    help: ArgumentHelp(
      "One review, or the self-review and the peer review of one subject.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("An earlier review of the same subject, to show the shift.", valueName: "file"))
  var against: String?

  @Option(help: "text, json or html.")
  var format = Format.text

  @Flag(help: "Only the overall figure; refused where the framework has none.")
  var overall = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var reader = ReviewFiles(frameworks)
    var scores: [ScoredReview] = []
    for file in files { if let score = try Self.score(file, &reader) { scores.append(score) } }
    let earlier = try against.flatMap { try Self.score($0, &reader) }
    if !reader.bag.items.isEmpty { Console.note(TextPrinter.print(reader.bag, reader.sources)) }
    if reader.bag.hasErrors {
      throw Failure(
        .badData,
        "The review cannot be scored: \(reader.bag.errorCount) \(reader.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Correct them; `waymark review check` says when all are gone.")
    }
    if overall { return try Console.deliver(try scores.map(Self.overall).joined(), to: output.output) }
    let report = try ReviewReport(scores, against: earlier)
    let text =
      switch format {
      case .text: ReviewReportText.text(report)
      case .json: report.json().prettyText() + "\n"
      case .html: try ReviewReportHTML.page(report)
      }
    try Console.deliver(text, to: output.output)
  }

  private static func score(_ file: String, _ reader: inout ReviewFiles) throws -> ScoredReview? {
    try reader.read(file).map { Scorer.score($0.review, rubric: $0.rubric) }
  }

  private static func overall(_ score: ScoredReview) throws -> String {
    try ReviewReportText.overall(score) + "\n"
  }
}

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

  @Option(
    help: ArgumentHelp(
      "The filled form that planned the review, for rules that look at it.", valueName: "file"))
  var plan: String?

  @Option(help: "text, json or html.")
  var format = Format.text

  @Flag(help: "Only the overall figure; refused where the framework has none.")
  var overall = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var reader = ReviewFiles(frameworks, in: language.tag)
    let read = try files.compactMap { try reader.read($0) }
    let before = try against.flatMap { try reader.read($0) }
    let filled = try plan.flatMap { try reader.form($0)?.form }
    let scores = read.enumerated().map { index, entry in
      let others = read.enumerated().filter { $0.offset != index }.map(\.element.review)
      let situation = RuleSituation(
        entry.review, counterpart: others.first { $0.kind.value != entry.review.kind.value }, plan: filled,
        earlier: [before?.review].compactMap(\.self).filter { $0.kind.value == entry.review.kind.value })
      return Scorer.score(situation, rubric: entry.rubric)
    }
    let earlier = before.map { Scorer.score($0.review, rubric: $0.rubric) }
    if !reader.bag.items.isEmpty { Console.note(TextPrinter.print(reader.bag, reader.sources)) }
    if reader.bag.hasErrors {
      throw Failure(
        .badData,
        "The review cannot be scored: \(reader.bag.errorCount) \(reader.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Correct them; `waymark review check` says when all are gone.")
    }
    if overall { return try Console.deliver(try scores.map(Self.overall).joined(), to: output.output) }
    let report = try ReviewReport(
      scores, against: earlier, history: LibraryHistory(frameworks.library))
    let text =
      switch format {
      case .text: ReviewReportText.text(report)
      case .json: report.json().prettyText() + "\n"
      case .html: try ReviewReportHTML.page(report)
      }
    try Console.deliver(text, to: output.output)
  }

  private static func overall(_ score: ScoredReview) throws -> String {
    try ReviewReportText.overall(score) + "\n"
  }
}

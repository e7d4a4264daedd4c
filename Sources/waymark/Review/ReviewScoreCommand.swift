import ArgumentParser
import Diagnostics
import Extensions
import Frameworks
import Hooks
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

  @Option(help: "text, json, html, or a format that a plugin draws.")
  var format = "text"

  @Flag(help: "Only the overall figure; refused where the framework has none.")
  var overall = false

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var reader = ReviewFiles(frameworks, in: language.tag)
    let read = try files.compactMap { try reader.read($0) }
    let before = try against.flatMap { try reader.read($0) }
    let filled = try plan.flatMap { try reader.form($0)?.form }
    let situations = read.enumerated().map { index, entry in
      let others = read.enumerated().filter { $0.offset != index }.map(\.element.review)
      let situation = RuleSituation(
        entry.review, counterpart: others.first { $0.kind.value != entry.review.kind.value }, plan: filled,
        earlier: [before?.review].compactMap(\.self).filter { $0.kind.value == entry.review.kind.value })
      return MarkedReview(situation, rubric: entry.rubric)
    }
    let scores = Scorer.score(situations)
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
    let provider = try frameworks.plugins.provider(\.reportRender, format, from: hook.plugin)
    let answer = try provider.run(
      ReportRequest(
        format: format, kind: "review", value: report, report: { report.json() }, options: try hook.values()))
    _ = try HookOutput.deliver(answer, through: provider.through, to: output.output)
    Console.tell(answer.lost, provider.through)
  }

  private static func overall(_ score: ScoredReview) throws -> String {
    try ReviewReportText.overall(score) + "\n"
  }
}

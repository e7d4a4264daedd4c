import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Samples

/// `waymark sample DIR`
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Make partnerships up, to try Waymark out: members and reviews as files.",
    discussion: "Every name says that it is made up. The same seed gives the same bytes.")

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
  var folder: String

  @Option(help: "Any whole number; the same one gives the same sample.")
  var seed: UInt64 = 1

  @Option(help: "How many partnerships.")
  var partnerships = 9

  @Option(help: "How many schools each; without it, as many as partnerships usually have (4 to 40).")
  var schools: Int?

  @Option(help: "How many school years.")
  var years = 1

  @Option(help: ArgumentHelp("The last school year; without it, 2025-26.", valueName: "period"))
  var period: Period?

  @Option(
    help: ArgumentHelp(
      "Against which framework (may be repeated); without it, every one found that reviews schools or alliances.",
      valueName: "framework"))
  var framework: [String] = []

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let references = framework.isEmpty ? Array(Set(try frameworks.entries().map(\.id))).sorted() : framework
    let rubrics = try references.map { try frameworks.rubric($0) }
    let progress = Progress("partnerships made up:")
    let count = try SampleMaker.write(
      SampleRequest(
        seed: seed, partnerships: partnerships, schools: schools, years: years,
        lastPeriod: period ?? Period(startYear: 2025),
        frameworks: framework.isEmpty ? rubrics.filter(SampleRequest.suits) : rubrics,
        regions: try Shipped.regions().regions),
      to: folder, progress: { progress.show($0, of: $1) })
    try Console.print(
      "Made up \(count.partnerships) partnership\(count.partnerships == 1 ? "" : "s") with \(count.schools) schools and \(count.reviews) reviews in \(folder).\n"
    )
  }
}

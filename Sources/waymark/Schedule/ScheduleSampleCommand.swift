import ArgumentParser
import Diagnostics
import Reviews

/// `waymark schedule sample FILE`
struct ScheduleSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draw the reviews that somebody looks at again.",
    discussion: "The same seed draws the same reviews, so that anybody can repeat the draw.")

  @Argument(help: ArgumentHelp("A schedule.", valueName: "file"))
  var file: String

  @Option(help: "Any whole number; agree it before the draw.")
  var seed: UInt64

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (schedule, rubric) = try ScheduleFiles.usable(file, frameworks)
    let samples = rubric.framework.framework.process.samples
    if samples.isEmpty {
      throw Failure(
        .refused, "The process of “\(rubric.framework.framework.title)” draws no sample.",
        help: "A framework declares samples under `process`.")
    }
    var text = ""
    for sample in samples {
      let drawn = SampleDraw.draw(sample, from: schedule, seed: seed)
      text += "\(sample.title): \(drawn.count) of \(schedule.reviews.count), drawn with seed \(seed)\n"
      text += drawn.map { "  \($0.label)\n" }.joined()
    }
    try Console.deliver(text, to: output.output)
  }
}

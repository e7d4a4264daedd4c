import ArgumentParser
import Diagnostics
import Frameworks

/// `waymark crosswalk check PATH…`
struct CrosswalkCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold crosswalks against both of their frameworks.",
    discussion: """
      Says what is wrong, and how much of each framework is accounted for. Exit code 0 when there is no mistake, 1 \
      when there are, 66 when a file or a framework is missing.
      """)

  @Argument(
    help: ArgumentHelp(
      "Crosswalks, or folders with frameworks that have some beside them.", valueName: "path"))
  var paths: [String]

  @Option(help: "How to print: text, json or sarif.")
  var format = DiagnosticFormat.text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var files = CrosswalkFiles(frameworks)
    var checked = 0
    var coverage: [String] = []
    for path in paths {
      for file in try FrameworkLibrary.crosswalkFiles(at: path) {
        checked += 1
        if let crosswalk = try files.read(file) { coverage += Self.coverage(crosswalk) }
      }
    }
    try Console.print(try format.print(files.bag, files.sources))
    let warnings = files.bag.items.count(where: { $0.severity == .warning })
    if format == .text {
      let subject = Self.count(checked, "crosswalk") + " checked: "
      let found =
        files.bag.errorCount + warnings == 0
        ? "no mistakes."
        : "\(Self.count(files.bag.errorCount, "error")), \(Self.count(warnings, "warning"))."
      try Console.print((coverage + [subject + found]).joined(separator: "\n") + "\n")
    }
    if files.bag.hasErrors || (strict && warnings > 0) { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }

  private static func coverage(_ crosswalk: ResolvedCrosswalk) -> [String] {
    CrosswalkSide.allCases.map { side in
      let coverage = crosswalk.coverage(of: side)
      let (all, judged) = (coverage.all, coverage.judged)
      return
        "\(crosswalk.crosswalk.end(side).identity): \(all.accounted) of \(all.total) criteria accounted for, "
        + "\(all.linked) linked; of \(judged.total) judged, \(judged.linked) linked and \(judged.within) below one that is."
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

import ArgumentParser
import Diagnostics
import Foundation
import Frameworks
import Interchange
import Reporting
import Reviews

extension ReviewKind: ExpressibleByArgument {}

/// `waymark review new REF`
struct ReviewNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a blank review with every criterion in it.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, csv, html }

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: "self or peer.")
  var kind = ReviewKind.own

  @Option(help: "yaml for an editor, csv for a spreadsheet, html for a page to fill in or print.")
  var format: Format?

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference, in: language.tag)
    let chosen = format ?? Format.allCases.first { output.isNamed($0.rawValue) } ?? .yaml
    if let path = output.output, path != "-", FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotWrite, "\(path) exists already.",
        help: "A blank review never replaces a file; choose another name.")
    }
    let text =
      switch chosen {
      case .yaml:
        rubric.translationComment
          + ReviewTemplate.yaml(rubric.framework, digest: rubric.digest, kind: kind)
      case .csv: ReviewCSV.template(rubric.framework, digest: rubric.digest, kind: kind)
      case .html:
        try PaperPageHTML.page(
          ReviewPaper.sheet(rubric.framework, digest: rubric.digest, kind: kind), of: rubric.framework,
          command: "waymark review import")
      }
    try Console.deliver(text, to: output.output)
  }
}

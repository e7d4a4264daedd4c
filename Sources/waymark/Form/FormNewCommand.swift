import ArgumentParser
import Diagnostics
import Foundation
import Interchange
import Reporting
import Reviews

/// `waymark form new REF FORM`
struct FormNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a blank form that explains itself.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, html }

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Argument(help: ArgumentHelp("The form's id; a wrong one lists those that there are.", valueName: "form"))
  var form: String

  @Option(help: "yaml for an editor, html for a page to fill in or print.")
  var format: Format?

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference, in: language.tag)
    let form = try FormFiles.form(form, in: rubric)
    if let path = output.output, path != "-", FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotWrite, "\(path) exists already.",
        help: "A blank form never replaces a file; choose another name.")
    }
    let text =
      switch format ?? (output.isNamed("html") ? .html : .yaml) {
      case .yaml:
        rubric.translationComment + FormTemplate.yaml(form, of: rubric.framework, digest: rubric.digest)
      case .html:
        try PaperPageHTML.page(
          FormPaper.sheet(form, of: rubric.framework, digest: rubric.digest), of: rubric.framework,
          command: "waymark form import")
      }
    try Console.deliver(text, to: output.output)
  }
}

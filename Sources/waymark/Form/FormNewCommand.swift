import ArgumentParser
import Diagnostics
import Foundation
import Reviews

/// `waymark form new REF FORM`
struct FormNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a blank form that explains itself in comments.")

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Argument(help: ArgumentHelp("The form's id; a wrong one lists those that there are.", valueName: "form"))
  var form: String

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
    try Console.deliver(
      rubric.translationComment + FormTemplate.yaml(form, of: rubric.framework, digest: rubric.digest),
      to: output.output)
  }
}

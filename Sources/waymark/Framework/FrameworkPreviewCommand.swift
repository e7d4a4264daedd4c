import ArgumentParser
import Reporting

/// `waymark framework preview REF -o page.html`
struct FrameworkPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Make a page of a framework to read and to print, in one file.")

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rubric = try frameworks.rubric(reference, in: language.tag)
    try Console.deliver(try FrameworkPageHTML.page(rubric), to: output.output)
  }
}

import ArgumentParser
import Diagnostics
import Reviews

/// `waymark form show FILE`
struct FormShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a filled form, without what is private.",
    discussion:
      "Questions in a school's own words are shown beside the framework's core question, never in its place.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, yaml }

  @Argument(help: ArgumentHelp("A filled form.", valueName: "file"))
  var file: String

  @Option(help: "text, json or yaml.")
  var format = Format.text

  @Flag(help: "Also what must not leave the school and its review team.")
  var withPrivate = false

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var files = FormFiles(frameworks, in: language.tag)
    let read = try files.read(file)
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    guard let (filled, form, rubric) = read else {
      throw Failure(
        .badData,
        "The form cannot be shown: \(files.bag.errorCount) \(files.bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Correct them; `waymark form check` says when all are gone.")
    }
    let text =
      switch format {
      case .text:
        (rubric.framework.translation.map { "\($0.note)\n\n" } ?? "")
          + FormText.text(filled, of: form, in: rubric.framework, withPrivate: withPrivate)
      case .json:
        FormJSON.json(filled, of: form, in: rubric.framework, withPrivate: withPrivate).prettyText() + "\n"
      case .yaml:
        FormWriter.yaml(withPrivate ? filled : filled.withoutPrivate(form), of: form, in: rubric.framework)
      }
    try Console.deliver(text, to: output.output)
  }
}

import ArgumentParser
import Diagnostics

/// `waymark form import FILE…`
struct FormImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn filled-in pages into filled forms.",
    discussion: """
      Reads what `waymark form new --format html` made and somebody filled in and saved, or the file of answers that \
      such a page gives. Only the answers are read, never scripts. All pages are read before anything is written; each \
      mistake is named by its question.
      """)

  @Argument(help: ArgumentHelp("Saved pages (.html), or files of answers (.json).", valueName: "file"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The form's file; for several pages a folder.", valueName: "file or folder"))
  var output: String?

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var pages = PaperFiles(frameworks)
    let forms = try files.compactMap { path in try pages.form(path).map { (path, $0) } }
    try pages.finish()
    let texts = forms.map { ("\(NewDocuments.stem($0)).yaml", $1) }
    let written = try NewDocuments.deliver(texts, to: output)
    for path in written { try Console.print("Wrote \(path). Check it with: waymark form check \(path)\n") }
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Hooks
import Interchange
import Reviews

/// `waymark review import FILE…`
struct ReviewImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn filled-in pages and workbooks into review files.",
    discussion: """
      Reads what `waymark review new --format html` made and somebody filled in and saved, or the file of answers that \
      such a page gives: only the answers are read, never scripts. Other files are read by plugins, such as Excel \
      workbooks by xlsx. All files are read before anything is written; each mistake is named by its question, or by \
      sheet and cell.
      """)

  @Argument(
    help: ArgumentHelp(
      "Saved pages (.html), files of answers (.json), or files that a plugin reads.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The format of the files; without it, what their endings say.", valueName: "format"))
  var format: String?

  @Option(
    name: .customLong("framework"),
    help: ArgumentHelp(
      "For files that do not say it: what the reviews are held against.", valueName: "framework"))
  var reference: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The review file; for several reviews a folder.", valueName: "file or folder"))
  var output: String?

  @OptionGroup var hook: HookOptions
  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var pages = PaperFiles(frameworks)
    var imports = try ImportedFiles(frameworks, options: hook.values(), framework: reference)
    var texts: [(name: String, text: String)] = []
    for path in files {
      if let provider = try provider(of: path) {
        texts += try imports.read(path, with: provider)
      } else if let review = try pages.review(path) {
        texts.append(("\(NewDocuments.stem(path)).yaml", ReviewWriter.yaml(review)))
      }
    }
    try imports.finish()
    try pages.finish()
    let written = try NewDocuments.deliver(texts, to: output)
    imports.tell()
    for path in written { try Console.print("Wrote \(path). Check it with: waymark review check \(path)\n") }
  }

  /// The plugin that reads a file; `nil` for Waymark's own pages.
  private func provider(of path: String) throws -> HookProvider<ImportRequest, ReviewImportAnswer>? {
    if let format {
      return format == "html"
        ? nil : try frameworks.plugins.provider(\.reviewImport, format, from: hook.plugin)
    }
    let name = path.lowercased()
    if [".html", ".htm", ".json"].contains(where: name.hasSuffix) { return nil }
    return try frameworks.plugins.reader(\.reviewImport, of: name)
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark framework translate REF --language TAG`
struct FrameworkTranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Start a framework's texts in another language, or bring them up to date.",
    discussion: """
      Writes a file with every text of the framework, the original above each, for a translator to fill. A file that \
      is there already keeps its translations and comments: what is missing is added, what changed in the original \
      is marked, and what has gone is set aside at the end.
      """)

  @Argument(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var reference: String

  @Option(help: ArgumentHelp("The language to translate into: a BCP 47 tag such as cy.", valueName: "tag"))
  var language: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write it; without it beside the framework, such as framework.cy.yaml.", valueName: "file"))
  var output: String?

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let loaded = try LoadedFramework(reference, in: frameworks.library)
    guard let target = loaded.texts.target else { return }
    try refuse(language, for: target)
    let place = try TextsPlace.serving(language, beside: loaded.path).flatMap { found in
      LanguageTag.isSame(found.language, language) ? found.path : nil
    }
    let path = output ?? place ?? TextsPlace(of: loaded.path, in: language).path
    let inherited = try loaded.texts.inherited(language)
    let draft: TextsDraft
    if let old = try existing(path, beside: place) {
      var sources = SourceMap()
      do throws(Failure) {
        draft = try TextsDraft(
          updating: old, sources.add(old), language, for: target, inherited: inherited)
      } catch {
        Console.report(error, sources: sources)
        throw ExitCode(error.status.rawValue)
      }
    } else {
      draft = TextsDraft(language, for: target, inherited: inherited)
    }
    try Console.deliver(draft.text, to: path)
    if path != "-" { try Console.print(summary(draft, path)) }
  }

  private func refuse(_ language: String, for target: TextsTarget) throws(Failure) {
    guard LanguageTag.isWellFormed(language) else {
      throw Failure(
        .usage, "“\(language)” is not a language tag.", help: "Write a tag such as cy, fr or pt-BR.")
    }
    if LanguageTag.isSame(language, target.language) {
      throw Failure(
        .usage, "\(target.id)@\(target.version) is written in “\(language)” itself.",
        help: "Name the language to translate into.")
    }
  }

  /// The file to bring up to date: the one that would be replaced, else the one beside the framework.
  private func existing(_ path: String, beside place: String?) throws(Failure) -> SourceFile? {
    if path != "-", try FileReading.kind(path) != nil { return try FileReading.source(path) }
    return try place.map { place throws(Failure) in try FileReading.source(place) }
  }

  private func summary(_ draft: TextsDraft, _ path: String) -> String {
    var parts = ["\(draft.translated) of \(draft.total) texts are translated"]
    if draft.inherited > 0 { parts.append("\(draft.inherited) of them beside a base") }
    if draft.stale > 0 { parts.append("\(draft.stale) to translate again") }
    if draft.moved > 0 { parts.append("\(draft.moved) moved along with their originals") }
    if draft.setAside > 0 { parts.append("\(draft.setAside) set aside at the end") }
    return "Wrote \(path): \(parts.joined(separator: ", ")).\n"
  }
}

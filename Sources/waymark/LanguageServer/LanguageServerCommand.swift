import ArgumentParser
import Diagnostics
import LanguageServer

/// `waymark language-server`
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language-server",
    abstract: "Help an editor with frameworks and what is held against them, as somebody types.",
    discussion: """
      Editors start it themselves and speak the Language Server Protocol with it on standard input and output; \
      docs/guide/editors.md says how to set them up. Exit code 0 when the editor says goodbye, 1 when it goes away \
      without a word.
      """)

  @Flag(
    help: ArgumentHelp("Accepted because some editors add it; nothing else is spoken.", visibility: .hidden))
  var stdio = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let settings = LanguageServer.Settings(
      library: frameworks.library, version: Waymark.version, today: { Clock.today })
    if !LanguageServer.run(settings) { throw ExitCode(ExitStatus.mistakes.rawValue) }
  }
}

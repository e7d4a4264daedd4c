import ArgumentParser
import Diagnostics

/// The page of all commands, from their own help.
enum CommandPage {
  /// A command that does something, by its whole name.
  struct Entry {
    let name: String
    let help: String
  }

  static var entries: [Entry] { entries(of: Waymark.self, path: []) }

  static var markdown: String {
    var text = """
      # Commands

      <!-- Made by `make docs` from the declarations; do not edit. -->

      Every command answers `--help`. One table of exit codes serves them all:

      | code | meaning |
      |---|---|

      """
    for status in ExitStatus.allCases { text += "| \(status.rawValue) | \(status.meaning) |\n" }
    for entry in entries {
      let lines = entry.help.split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      text += "\n## \(entry.name)\n\n\(indented)\n"
    }
    return text
  }

  private static func entries(of command: any ParsableCommand.Type, path: [String]) -> [Entry] {
    let configuration = command.configuration
    guard configuration.shouldDisplay else { return [] }
    let path = path + [configuration.commandName ?? "\(command)".lowercased()]
    guard configuration.subcommands.isEmpty else {
      return configuration.subcommands.flatMap { entries(of: $0, path: path) }
    }
    let help = Waymark.helpMessage(for: command, includeHidden: false, columns: 100)
    return [Entry(name: path.joined(separator: " "), help: help.trimmedEnd)]
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

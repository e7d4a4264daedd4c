import ArgumentParser
import Diagnostics

/// `waymark manual`: the manual page (man(7) macros), from the commands' own help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws { try Console.print(Self.page) }

  static var page: String {
    var text = """
      .TH WAYMARK 1 "" "Waymark \(Waymark.version)" "User Commands"
      .SH NAME
      waymark \\- peer-review frameworks as data
      .SH DESCRIPTION
      \(escaped(Waymark.configuration.abstract))
      .SH COMMANDS

      """
    for entry in CommandPage.entries {
      text += ".SS \(escaped(entry.name))\n.nf\n\(escaped(entry.help))\n.fi\n"
    }
    text += ".SH EXIT STATUS\n"
    for status in ExitStatus.allCases { text += ".TP\n\(status.rawValue)\n\(escaped(status.meaning))\n" }
    return text
  }

  /// Backslashes, hyphens and leading dots have a meaning of their own in manual pages.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }.joined(separator: "\n")
  }
}

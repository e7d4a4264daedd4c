import Documents
import Workspaces

/// Members' past elsewhere, for the terminal.
public enum HistoryText {
  /// - Parameter member: only this one.
  public static func text(_ workspace: Workspace, member: String?, on day: Day) throws -> String {
    var lines: [String] = []
    for found in try member.map({ [try workspace.member($0)] }) ?? workspace.members() {
      let history = try workspace.histories().first { $0.member == found.id }
      if member == nil, history == nil { continue }
      let past =
        history.map { "\($0.day): \($0.word.meaning)\($0.origin.map { " (\($0))" } ?? "")" }
        ?? "a member since before the first release"
      let until = try workspace.unsettledUntil(found.id, on: day)
        .map { ". It is part of no release until \($0): rule “history”" }
      lines.append(TerminalText.clean("\(found.label)  \(past)\(until ?? "")"))
    }
    if lines.isEmpty { lines.append("Every member was here before the first release.") }
    return lines.joined(separator: "\n") + "\n"
  }
}

import Diagnostics
import Workspaces

/// What a lead is told where a release, or a contribution, stays as it was fixed although something changed since: on
/// standard error, by the names of the rules and without the names of schools.
enum WaitingNotes {
  static func print(_ release: Release, _ workspace: Workspace) throws(Failure) {
    let waiting = try workspace.waiting(after: release, on: Clock.today)
    print(waiting, "release", release.identity, release.fixedOn.description, workspace)
  }

  static func print(_ contribution: Contribution, _ workspace: Workspace) throws(Failure) {
    let waiting = try workspace.waiting(after: contribution, on: Clock.today)
    print(waiting, "contribution", contribution.identity, contribution.fixedOn.description, workspace)
  }

  private static func print(
    _ waiting: [LeftOut], _ what: String, _ identity: ReleaseIdentity, _ fixedOn: String,
    _ workspace: Workspace
  ) {
    if waiting.isEmpty { return }
    Console.note(
      "Not in this \(what), which stays as it was fixed on \(fixedOn); asking again gives the same:")
    var helps: [String] = []
    for one in waiting {
      Console.note("  \(one.words)")
      if !helps.contains(one.rule.help) { helps.append(one.rule.help) }
    }
    for help in helps { Console.note("  \(help)") }
    let command = workspace.command("status --framework \(identity.framework) --period \(identity.period)")
    Console.note("  `\(command)` names the schools.")
  }
}

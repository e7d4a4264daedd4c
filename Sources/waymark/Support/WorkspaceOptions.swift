import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Workspaces

/// Which workspace's file a command works on.
struct WorkspaceFileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The workspace's file.", discussion: "Without it: WAYMARK_WORKSPACE.", valueName: "file"))
  var workspace: String?

  /// - Throws: `usage` where none is named.
  func path() throws(Failure) -> String {
    if let workspace { return workspace }
    if let named = ProcessInfo.processInfo.environment["WAYMARK_WORKSPACE"], !named.isEmpty { return named }
    throw Failure(
      .usage, "No workspace is named.", help: "Name its file with --workspace, or set WAYMARK_WORKSPACE.")
  }

  /// - Parameter author: for the audit trail.
  func open(by author: String? = nil) throws(Failure) -> Workspace {
    try Workspace.open(try path(), by: author, today: Clock.fixed)
  }
}

/// Which workspace a command works on, and who makes the change.
struct WorkspaceOptions: ParsableArguments {
  @OptionGroup var file: WorkspaceFileOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who makes the change, for the audit trail; without it, your name on this computer.", valueName: "name")
  )
  var by: String?

  /// - Throws: `usage` where none is named.
  func path() throws(Failure) -> String { try file.path() }

  func open() throws(Failure) -> Workspace { try file.open(by: by) }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Period: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

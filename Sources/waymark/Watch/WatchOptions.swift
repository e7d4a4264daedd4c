import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Rubrics
import Workspaces

/// Which framework's watch lists are meant.
struct WatchFrameworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The framework that declares the list.",
      discussion: "Without it: those that reviews and watch lists of the workspace were made against.",
      valueName: "framework"))
  var framework: String?

  @OptionGroup var frameworks: FrameworkOptions

  /// The frameworks with watch lists: the one named, else those in use.
  func rubrics(in workspace: Workspace) throws -> [Rubric] {
    if let framework {
      let rubric = try frameworks.rubric(framework)
      if rubric.framework.framework.watch.isEmpty {
        throw Failure(.badData, "\(rubric.reference) declares no watch list.", help: "Name one that does.")
      }
      return [rubric]
    }
    let entries = try frameworks.entries()
    var rubrics: [Rubric] = []
    for used in try workspace.frameworksInUse() {
      let versions = entries.filter { $0.id == used.id && $0.version.major == used.major ?? $0.version.major }
      guard let newest = versions.last(where: \.version.preRelease.isEmpty) ?? versions.last else {
        Console.note("The framework “\(used.id)” was not found, so its watch lists are left out.")
        continue
      }
      let rubric = try frameworks.rubric("\(used.id)@\(newest.version)")
      if !rubric.framework.framework.watch.isEmpty { rubrics.append(rubric) }
    }
    if rubrics.isEmpty {
      throw Failure(
        .noInput, "No framework that is in use here declares a watch list.",
        help: "Name one with --framework.")
    }
    return rubrics
  }
}

/// Which watch list a command works on.
struct WatchListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The watch list's id.", valueName: "list"))
  var list: String

  @OptionGroup var frameworks: WatchFrameworkOptions

  func declared(in workspace: Workspace) throws -> DeclaredWatchList {
    try Self.find(list, in: frameworks.rubrics(in: workspace))
  }

  /// - Throws: `badData` with the nearest name where no framework has the list, `usage` where several have.
  static func find(_ id: String, in rubrics: [Rubric]) throws(Failure) -> DeclaredWatchList {
    let all = rubrics.flatMap { DeclaredWatchList.all(of: $0) }
    let found = all.filter { $0.list.id.value == id }
    if found.count > 1 {
      throw Failure(
        .usage, "Several frameworks declare a watch list “\(id)”.",
        help: "Name one with --framework: \(found.map(\.rubric.reference).joined(separator: ", ")).")
    }
    if let declared = found.first { return declared }
    let guess = NearestName.of(id, among: all.map(\.list.id.value)).map { "Did you mean “\($0)”? " } ?? ""
    let lists = all.map { "\($0.list.id.value) (\($0.rubric.reference))" }.joined(separator: ", ")
    throw Failure(.badData, "There is no watch list “\(id)”.", help: "\(guess)There is: \(lists).")
  }
}

/// Which workspace a command works on in which somebody speaks, and who writes it down.
struct WatchWorkspaceOptions: ParsableArguments {
  @OptionGroup var file: WorkspaceFileOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who writes it down, for the audit trail; without it, your name on this computer.", valueName: "name"))
  var recordedBy: String?

  func open() throws(Failure) -> Workspace { try file.open(by: recordedBy) }
}

import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import Workspaces

/// `waymark review migrate FILE… --to REF`
struct ReviewMigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Take reviews over to another version of their framework, or to a variant of it.",
    discussion: """
      Open reviews (drafts) alone, unless --agreed is given. What has no place in the other version is kept in the \
      new review, marked, and never counts; migrating back restores every answer. The original is never lost: the new \
      review is a new file, or a new revision in the workspace.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp(
      "Reviews in YAML or CSV, or folders of them; without any, those of the workspace.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The framework to migrate to: id@version, id (the newest version) or a path.", valueName: "framework"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "Only reviews made against this one; needed to take a workspace's reviews over to a variant.",
      valueName: "id@version"))
  var from: String?

  @Flag(help: "Show what would become of each answer, and write nothing.")
  var dryRun = false

  @Flag(help: "Agreed reviews too; the new ones are drafts, to be agreed anew.")
  var agreed = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder for the new reviews; without it, they are written beside the old ones.", valueName: "folder"
    ))
  var output: String?

  @Flag(help: "Replace the files; only together with --backup.")
  var inPlace = false

  @Flag(help: "Keep each replaced file under its name with its version added.")
  var backup = false

  @Option(help: "How to print the plan: text or json.")
  var format = Format.text

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if !files.isEmpty, workspace.file.workspace != nil {
      throw ValidationError("Name files or a workspace, not both.")
    }
    if inPlace != backup { throw ValidationError("--in-place and --backup go together.") }
    if inPlace, output != nil { throw ValidationError("Name --output or --in-place, not both.") }
    if files.isEmpty, inPlace || output != nil {
      throw ValidationError(
        "In a workspace, a migrated review is a new revision; it needs neither --output nor --in-place.")
    }
    if files.contains("-") {
      throw ValidationError("Name files: a migrated review needs a place beside its original.")
    }
  }

  func run() throws {
    let place = try frameworks.library.path(of: FrameworkReference(to))
    let stops = LibraryStops(library: frameworks.library.beside(place))
    let target = try stops.stop(named: to)
    let source = try from.map { text throws(Failure) in try stops.stop(named: text) }
    let planner = MigrationPlanner(to: target, among: stops, takesAgreed: agreed, today: Clock.today)
    if files.isEmpty {
      try migrateWorkspace(planner, from: source?.identity)
    } else {
      try migrateFiles(planner, from: source?.identity)
    }
  }

  // MARK: Files

  private func migrateFiles(
    _ planner: MigrationPlanner<LibraryStops>, from source: FrameworkIdentity?
  ) throws {
    var planner = planner
    var reader = ReviewFiles(frameworks)
    for path in try ReviewFiles.expand(files) {
      guard let (review, _) = try reader.read(path) else { continue }
      if let source, !source.isNamed(by: review.framework) {
        planner.leave(path, .other("not made against \(source)"))
      } else {
        try planner.add(review, name: path)
      }
    }
    if !reader.bag.items.isEmpty { Console.note(TextPrinter.print(reader.bag, reader.sources)) }
    if reader.bag.hasErrors {
      throw Failure(
        .badData,
        "Nothing was migrated: \(reader.bag.errorCount) \(reader.bag.errorCount == 1 ? "mistake" : "mistakes") in these reviews.",
        help: "Correct them; `waymark review check` says when all are gone.")
    }
    let plan = planner.plan
    if inPlace, let table = plan.reviews.first(where: { $0.name.lowercased().hasSuffix(".csv") }) {
      throw Failure(
        .usage, "\(table.name) is a table, and a migrated review is a YAML file.",
        help: "Leave out --in-place: the new review is written beside the old one.")
    }
    let revisions = plan.reviews.map { revision($0, of: plan) }
    if !dryRun {
      if let output, !plan.reviews.isEmpty { try FileWriting.makeFolder(output) }
      try RevisionFiles.write(revisions)
    }
    try show(plan, places: revisions.map(\.path), undo: nil)
  }

  private func revision(_ review: MigratedReview, of plan: MigrationPlan) -> RevisionFiles.Revision {
    let origin = plan.routes[review.route].from
    if inPlace {
      return RevisionFiles.Revision(
        path: review.name, text: review.text, backup: RevisionName.backup(of: review.name, from: origin))
    }
    let path = RevisionName.of(review.name, from: origin, to: plan.to)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return RevisionFiles.Revision(path: output.map { "\($0)/\(name)" } ?? path, text: review.text)
  }

  // MARK: Workspace

  private func migrateWorkspace(
    _ planner: MigrationPlanner<LibraryStops>, from source: FrameworkIdentity?
  ) throws {
    let workspace = try workspace.open()
    var planner = planner
    var migrations: [ReviewMigration] = []
    for candidate in try workspace.migratable(to: planner.plan.to, from: source, takesAgreed: agreed) {
      if let why = candidate.leftAlone {
        planner.leave(candidate.name, why)
        continue
      }
      try planner.add(candidate.review, name: candidate.name)
      guard let planned = planner.plan.reviews.last, planned.name == candidate.name else { continue }
      migrations.append(ReviewMigration(of: candidate.stored, to: planned))
    }
    let plan = planner.plan
    let broken = plan.reviews.filter { !$0.mistakes.isEmpty }
    if !dryRun, let first = broken.first {
      throw Failure(
        .badData,
        "Nothing was migrated: \(broken.count) of the new reviews would have mistakes. \(first.name): \(first.mistakes[0])",
        help:
          "See all of them with --dry-run. Put the reviews right first, and add them to the workspace again.")
    }
    let outcome = dryRun ? nil : try workspace.migrate(migrations)
    try show(
      plan, places: outcome?.reviews.map { "\($0.stored.reference), revision \($0.stored.revision)" } ?? [],
      undo: outcome?.change?.number)
  }

  private func show(_ plan: MigrationPlan, places: [String], undo: Int64?) throws {
    switch format {
    case .json:
      try Console.print(
        MigrationPlanJSON.json(plan, places: places, isDone: !dryRun).prettyText() + "\n")
    case .text:
      var text = MigrationPlanText.text(plan, places: places)
      if dryRun { text += "\nNothing was written: this is the plan.\n" }
      if let undo { text += "\nTo take it back: waymark workspace undo \(undo)\n" }
      try Console.print(text)
    }
  }
}

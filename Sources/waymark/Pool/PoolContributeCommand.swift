import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Reporting
import Rubrics
import Workspaces

/// `waymark pool contribute`
struct PoolContributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribute", abstract: "Make a partnership's contribution to its region's pool.",
    discussion: """
      Counts how many schools were judged at each point of each criterion, splits the counts into two shares that tell \
      nothing each, and seals one to each registry. Only schools that consent to pools count. The first call fixes the \
      contribution; asking again gives the same file.
      """)

  @Option(help: ArgumentHelp("The pool's file, as both registries signed it.", valueName: "file"))
  var pool: String

  @Option(help: ArgumentHelp("The partnership's secret key.", valueName: "file"))
  var key: String

  @Option(
    help: ArgumentHelp(
      "What the partnership's reviews are held against, where it is not the pool's own framework.",
      valueName: "framework"))
  var framework: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var frameworks: FrameworkOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The contribution's file.", valueName: "file"))
  var output: String

  func run() throws {
    let task = try PoolTask.readAccepted(PoolFiles.bytes(pool))
    let workspace = try workspace.open()
    let partnership = workspace.partnership
    guard partnership.region == task.region else {
      throw PoolRule.otherRegion.refusal(
        "The pool is for the region \(task.region); this partnership belongs to \(partnership.region).",
        help: "Contribute to the pool of the partnership's own region.")
    }
    let signer = try KeyFiles.signingKey(key)
    let rubric = try frameworks.rubric(framework ?? task.framework.reference)
    let pooled = try pooledRubric(task, rubric)
    let library = frameworks.library
    let contribution = try workspace.contribute(
      to: task.id(), rubric, period: task.period, kind: task.kind, epsilon: task.terms.epsilon,
      on: Clock.today
    ) { (table) throws(Failure) in
      let comparability =
        rubric.digest == pooled.digest
        ? nil
        : Comparability.between(
          rubric.framework, pooled.framework, history: LibraryHistory(library))
      let counts = try PoolCounts(
        table, rubric: rubric, task: task, pooled: pooled, comparability: comparability)
      return try PoolContribution.file(
        counts, for: task, of: partnership.slug, source: rubric.digest, signedBy: signer)
    }
    _ = try workspace.handOver(contributionTo: contribution.task, on: Clock.today)
    try FileWriting.write(contribution.payload, to: output)
    let read = try PoolContributionFile(contribution.payload)
    try Console.print(PoolText.contribution(read, task: task, leftOut: contribution.leftOut, at: output))
    try WaitingNotes.print(contribution, workspace)
  }

  /// The pool's own framework, with exactly the content that the registries hold.
  private func pooledRubric(_ task: PoolTask, _ own: Rubric) throws -> Rubric {
    if own.digest == task.framework.digest { return own }
    let pooled = try frameworks.rubric(task.framework.reference)
    guard pooled.digest == task.framework.digest else {
      throw PoolRule.otherFramework.refusal(
        "The \(task.framework.reference) found here is not the one that the registries hold (\(task.framework.digest)).",
        help: "Get the framework as it was published, and name its folder with --frameworks.")
    }
    return pooled
  }
}

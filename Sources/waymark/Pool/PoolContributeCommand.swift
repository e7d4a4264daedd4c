import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Reporting
import Rubrics
import Sealing
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
      "The key's name, where it is not the partnership's slug.", valueName: "name"))
  var signedAs: String?

  @Option(
    help: ArgumentHelp(
      "What the partnership's reviews are held against, where it is not the pool's own framework.",
      valueName: "framework"))
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "A crosswalk between the two, in either direction (may be repeated).", valueName: "file"))
  var crosswalk: [String] = []

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
    try check(signer, of: partnership.slug)
    let rubric = try frameworks.rubric(framework ?? task.framework.reference)
    let pooled = try pooledRubric(task, rubric)
    let columns = PoolColumns(
      rubric: rubric, task: task, pooled: pooled, comparability: try comparability(rubric, pooled))
    let contribution = try workspace.contribute(
      to: task.id(), rubric, period: task.period, kind: task.kind, epsilon: task.terms.epsilon,
      on: Clock.today
    ) { (table) throws(Failure) in
      let counts = try PoolCounts(table, rubric: rubric, task: task, pooled: pooled, columns: columns)
      return try PoolContribution.file(
        counts, for: task, of: partnership.slug, source: rubric.digest, signedBy: signer)
    }
    _ = try workspace.handOver(contributionTo: contribution.task, on: Clock.today)
    try FileWriting.write(contribution.payload, to: output)
    let read = try PoolContributionFile(contribution.payload)
    try Console.print(
      PoolText.contribution(read, task: task, columns: columns, leftOut: contribution.leftOut, at: output))
    try WaitingNotes.print(contribution, workspace)
  }

  /// A contribution is signed once: with another partnership's key it would be lost.
  private func check(_ signer: SigningKey, of slug: String) throws(Failure) {
    if let signedAs {
      if signedAs == signer.name { return }
    } else if signer.name.split(separator: "/").last.map(String.init) == slug {
      return
    }
    throw PoolRule.notAdmitted.refusal(
      "The key is named “\(signer.name)”, and \(signedAs == nil ? "this partnership is “\(slug)”" : "not “\(signedAs ?? "")”"). "
        + "A contribution is signed once, and registries take it only under the partnership's own key.",
      help:
        "Name the partnership's key. If it bears this name at the registries, say --signed-as \(signer.name)."
    )
  }

  private func comparability(_ own: Rubric, _ pooled: Rubric) throws -> Comparability? {
    if own.digest == pooled.digest { return nil }
    return try frameworks.comparability(own.framework, pooled.framework, crosswalks: crosswalk)
  }

  /// The pool's own framework, with exactly the content that the registries hold.
  private func pooledRubric(_ task: PoolTask, _ own: Rubric) throws -> Rubric {
    own.digest == task.framework.digest
      ? own : try frameworks.rubric(task.framework.reference, of: task.framework.digest)
  }
}

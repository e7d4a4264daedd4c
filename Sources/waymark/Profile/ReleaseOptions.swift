import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Rubrics
import Workspaces

/// Which framework, school year and kind of review a command is about.
struct OccasionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("id@version, id (the newest version) or a path.", valueName: "framework"))
  var framework: String

  @Option(help: ArgumentHelp("The school year; without it, this one.", valueName: "period"))
  var period: Period?

  @Option(help: "self or peer; without it, the peers' where they mark, else the self-review's.")
  var kind: ReviewKind?

  @OptionGroup var frameworks: FrameworkOptions

  var schoolYear: Period { period ?? Clock.today.period }

  func rubric() throws -> Rubric { try frameworks.rubric(framework) }

  func kind(of rubric: Rubric) -> ReviewKind {
    kind ?? rubric.framework.markingKinds.max() ?? .own
  }
}

/// What a release command needs.
struct ReleaseOptions: ParsableArguments {
  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var workspace: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      "The disclosure policy: a file, or the name of one that ships or that a pack brings along; without it, default.",
      valueName: "policy"))
  var policy: String?

  /// The release as its first preview fixed it.
  func preview() throws -> (workspace: Workspace, rubric: Rubric, release: Release) {
    let workspace = try workspace.open()
    let rubric = try occasion.rubric()
    var generator = SystemRandomNumberGenerator()
    let release = try workspace.preview(
      rubric, period: occasion.schoolYear, kind: occasion.kind(of: rubric),
      policy: try Shipped.policy(policy, packs: occasion.frameworks.packs),
      on: Clock.today, using: &generator)
    return (workspace, rubric, release)
  }
}

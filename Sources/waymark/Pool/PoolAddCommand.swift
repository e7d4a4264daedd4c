import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Registries
import RegistrySQLite
import Reporting

/// `waymark pool add [FILE…]`
struct PoolAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add up opened pools of several regions.",
    discussion: """
      A larger area's figures are the sum of what its regions opened; nobody's judgements are asked again. Pools of \
      different versions or variants of a framework are added up only where a criterion is the same one on the same points.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp("Opened pools' publications; without any, those of a registry.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("What the larger area is called.", valueName: "name"))
  var name = "All regions together"

  @Option(
    help: ArgumentHelp(
      "Of a registry's pools those of this framework: id@version or id.", valueName: "framework"))
  var framework: String?

  @Option(help: ArgumentHelp("Of this school year; without it, the latest.", valueName: "period"))
  var period: Period?

  @Option(help: "Of this kind of review, self or peer; without it, the peers' where there are any.")
  var kind: ReviewKind?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Of these regions, by their codes; without it, all.", valueName: "code"))
  var region: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let isOfRegistry = framework != nil || period != nil || kind != nil || !region.isEmpty
    if files.isEmpty, framework == nil {
      throw ValidationError("Name the pools' files, or a --registry and the --framework of its pools.")
    }
    if !files.isEmpty, isOfRegistry || registry.registry != nil {
      throw ValidationError("Name either files, or a registry and which of its pools.")
    }
  }

  func run() throws {
    let sum = try PoolSum(try pools(), name: name, comparability: comparability)
    switch format {
    case .text: try Console.deliver(PoolText.sum(sum, regions: try Shipped.regions()), to: output.output)
    case .json: try Console.deliver(sum.json.prettyText() + "\n", to: output.output)
    }
  }

  private func pools() throws(Failure) -> [Pool] {
    guard let framework else {
      var pools: [Pool] = []
      for file in files { pools.append(try PoolFiles.pool(file)) }
      return pools
    }
    let (id, major): (String, Int?) =
      switch FrameworkReference(framework) {
      case .version(let id, let version): (id, version.major)
      case .newest(let id): (id, nil)
      case .path:
        throw Failure(
          .usage, "“\(framework)” names no framework.",
          help: "Name it by its id, such as emtss or emtss@1.0.0.")
      }
    return try registry.open().pools(of: id, major: major, period: period, kind: kind, regions: region)
  }

  private func comparability(_ other: Pool, _ first: Pool) throws(Failure) -> Comparability? {
    do {
      return try frameworks.comparability(resolved(other), resolved(first))
    } catch {
      throw error as? Failure ?? Failure(.badData, "\(error)")
    }
  }

  /// A pool's framework, with exactly the content that its registries hold.
  private func resolved(_ pool: Pool) throws -> ResolvedFramework {
    let name = pool.task.framework
    return try frameworks.rubric(name.reference, of: name.digest).framework
  }
}

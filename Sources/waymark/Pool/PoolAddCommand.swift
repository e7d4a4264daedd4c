import ArgumentParser
import Diagnostics
import Frameworks
import Profiles
import Registries
import RegistrySQLite
import Reporting

/// `waymark pool add FILE…`
struct PoolAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add up opened pools of several regions.",
    discussion: """
      A larger area's figures are the sum of what its regions opened; nobody's judgements are asked again. Pools of \
      different versions of a framework are added up only where the versions allow it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("Opened pools' publications.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("What the larger area is called.", valueName: "name"))
  var name = "All regions together"

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var pools: [Pool] = []
    for file in files { pools.append(try PoolFiles.pool(file)) }
    let history = LibraryHistory(frameworks.library)
    let sum = try PoolSum(pools, name: name) { one, other, criterion in
      Self.allows(from: other, to: one, at: criterion, history)
    }
    switch format {
    case .text: try Console.deliver(PoolText.sum(sum, regions: try Shipped.regions()), to: output.output)
    case .json: try Console.deliver(sum.json.prettyText() + "\n", to: output.output)
    }
  }

  /// Whether two versions' criterion is the same one.
  private static func allows(
    from other: Pool, to one: Pool, at criterion: String, _ history: LibraryHistory
  ) -> Bool {
    guard let from = history.framework(identity(other)), let to = history.framework(identity(one)) else {
      return false
    }
    let comparability = Comparability.between(from, to, history: history)
    guard let pair = comparability.pair(to: criterion), pair.from == [criterion] else { return false }
    return pair.relation(for: one.task.kind) == Comparability.Relation.same
  }

  private static func identity(_ pool: Pool) -> FrameworkIdentity {
    let name = pool.task.framework
    return FrameworkIdentity(id: name.id, version: name.version, digest: name.digest)
  }
}

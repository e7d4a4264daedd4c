import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Registries

/// `waymark pool open`
struct PoolOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a pool beside another registry, or accept one that it opened.",
    discussion: """
      The one registry opens the pool; the other accepts the file and signs it too. Partnerships contribute to a pool that \
      both have signed. There is one pool of each framework, region, school year and kind of review.
      """)

  @Option(help: ArgumentHelp("The other registry's card.", valueName: "file"))
  var beside: String

  @Option(help: ArgumentHelp("Accept this pool, which the other registry opened.", valueName: "file"))
  var accept: String?

  @Option(
    help: ArgumentHelp("id@version or id of a framework that the registry holds.", valueName: "framework"))
  var framework: String?

  @Option(help: ArgumentHelp("The region's code, such as E12000006.", valueName: "code"))
  var region: String?

  @Option(help: ArgumentHelp("The school year; without it, this one.", valueName: "period"))
  var period: Period?

  @Option(help: "self or peer; without it, the kind that the framework publishes.")
  var kind: ReviewKind?

  @Option(
    help: ArgumentHelp(
      "The id of a policy that the registry knows; without it, its least.", valueName: "policy"))
  var policy: String?

  @Option(help: ArgumentHelp("The last day on which contributions are taken.", valueName: "day"))
  var until: Day?

  @OptionGroup var registry: PoolRegistryOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The pool's file.", valueName: "file"))
  var output: String

  func validate() throws {
    if accept == nil {
      if framework == nil || region == nil || until == nil {
        throw ValidationError("Say --framework, --region and --until, or --accept a pool that was opened.")
      }
    } else if framework != nil || region != nil || until != nil || period != nil || kind != nil
      || policy != nil
    {
      throw ValidationError("A pool is accepted as it was opened: leave everything but --beside out.")
    }
  }

  func run() throws {
    let card = try PoolFiles.bytes(beside)
    let opened = try accept.map { path throws(Failure) in try PoolFiles.bytes(path) }
    let (aggregator, _, _) = try registry.open(making: true)
    let file: [UInt8]
    if let opened {
      file = try aggregator.accept(opened, beside: card, on: Clock.today)
    } else {
      let request = PoolRequest(
        framework: framework ?? "", region: region ?? "", period: period ?? Clock.today.period, kind: kind,
        policy: policy, until: until ?? Clock.today)
      file = try aggregator.open(request, beside: card, on: Clock.today)
    }
    let (task, isAccepted) = try PoolTask.read(file)
    try FileWriting.write(file, to: output)
    let next =
      isAccepted
      ? "Both registries have signed. Hand \(output) to the partnerships and to \(task.registries[0].origin).\n"
        + "They contribute until \(task.until) with: waymark pool contribute --pool \(output)\n"
      : "Next, at \(task.registries[1].origin): waymark pool open --accept \(output)\n"
    try Console.print("The pool \(task.words), \(task.criteria.count) criteria.\n\(next)")
  }
}

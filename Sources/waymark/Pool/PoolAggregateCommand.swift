import ArgumentParser
import Diagnostics
import Documents
import Profiles
import Registries
import RegistrySQLite
import Reporting

/// `waymark pool aggregate POOL`
struct PoolAggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate",
    abstract:
      "Do whatever a pool needs next: take contributions, check them with the other registry, close, add up.",
    discussion: """
      Each run does all that can be done with what is there, and may be stopped or repeated at any moment: a contribution \
      counts once, and noise is drawn once. The other registry reads this one's outbox folder, and this one reads its.
      """)

  @Argument(help: ArgumentHelp("The pool's file, as both registries signed it.", valueName: "pool"))
  var pool: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Contributions to take.", valueName: "file"))
  var take: [String] = []

  @Option(help: ArgumentHelp("The other registry's outbox folder.", valueName: "folder"))
  var peer: String?

  @Flag(help: "Take no more contributions, and sign the list of the sound ones.")
  var close = false

  @Flag(help: "Close even though some wait for the other registry's check; they do not count.")
  var leaveOut = false

  @OptionGroup var registry: PoolRegistryOptions

  func run() throws {
    let task = try PoolFiles.bytes(pool)
    let (aggregator, folder, store) = try registry.open()
    let running = try aggregator.pool(task)
    try folder.sync(aggregator, running)
    let refused = try takeAll(aggregator, running)
    try folder.sync(aggregator, running)
    try readPeer(aggregator, running)
    if close { try aggregator.close(running, leavingOut: leaveOut) }
    var generator = SystemRandomNumberGenerator()
    if try aggregator.share(running, using: &generator) { try store.settle() }
    try folder.sync(aggregator, running)
    try Console.print(PoolText.status(try aggregator.status(of: running), of: running))
    if let refused { throw ExitCode(refused.rawValue) }
  }

  /// - Returns: how this program ends where something was not taken: `refused`, or `badData` where nothing was a whole
  ///   contribution.
  private func takeAll(
    _ aggregator: PoolAggregator, _ running: RunningPool
  ) throws(Failure) -> Diagnostics.ExitStatus? {
    var refused: Diagnostics.ExitStatus?
    for path in take {
      let bytes = try FileReading.bytes(path, limit: PoolContributionFile.byteLimit)
      let taken: PoolAggregator.Taken
      do throws(Failure) {
        taken = try aggregator.take(bytes, for: running, on: Clock.today)
      } catch {
        guard Self.isAboutTheFile(error) else { throw error }
        if refused != .refused { refused = error.status }
        Console.note("\(path): \(error.message)")
        if !error.help.isEmpty { Console.note("  \(error.help)") }
        continue
      }
      let word = taken.isNew ? "Taken" : "Taken before"
      try Console.print("\(word): \(taken.partnership) (\(path))\n")
    }
    return refused
  }

  /// What speaks against one contribution, and not against going on with the next.
  private static func isAboutTheFile(_ failure: Failure) -> Bool {
    switch failure.status {
    case .refused, .badData: true
    default: false
    }
  }

  private func readPeer(_ aggregator: PoolAggregator, _ running: RunningPool) throws {
    guard let peer else { return }
    let messages = try PoolFolder.messages(
      of: running, in: peer, knowing: try aggregator.known(of: running))
    for problem in try aggregator.receive(messages, for: running).unusable {
      Console.note("A message in \(peer) is not used. \(problem)")
    }
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Profiles
import Registries
import RegistrySQLite
import Reporting

/// `waymark pool publish POOL -o FILE`
struct PoolPublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Open a pool from both registries' shares, and publish it.",
    discussion: """
      Takes the opened pool up in this registry's log and writes the publication. The other registry publishes the same \
      pool in its own log, in the same way. Published again, it is the same publication.
      """)

  @Argument(help: ArgumentHelp("The pool's file, as both registries signed it.", valueName: "pool"))
  var pool: String

  @Option(help: ArgumentHelp("The other registry's outbox folder.", valueName: "folder"))
  var peer: String?

  @OptionGroup var registry: PoolRegistryOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The publication's file.", valueName: "file"))
  var output: String

  func run() throws {
    let task = try PoolFiles.bytes(pool)
    let (aggregator, folder, _) = try registry.open()
    let running = try aggregator.pool(task)
    try folder.sync(aggregator, running)
    if let peer {
      let messages = try PoolFolder.messages(
        of: running, in: peer, knowing: try aggregator.known(of: running))
      for problem in try aggregator.receive(messages, for: running).unusable {
        Console.note("A message in \(peer) is not used. \(problem)")
      }
    }
    let (opened, file, receipt) = try aggregator.publish(running, moment: Clock.now)
    try FileWriting.write(file, to: output)
    let log = receipt.log
    try Console.print(
      """
      \(PoolText.text(opened, regions: try Shipped.regions()))
      \(receipt.isNew ? "Published" : "Published before"): \(receipt.subject)
        publication \(receipt.index), \(receipt.publication)
        registry \(log.origin), \(log.size) publications, root \(log.root)
      Wrote \(output). \(running.other.origin) publishes the same pool in its own log with the same command.

      """)
  }
}

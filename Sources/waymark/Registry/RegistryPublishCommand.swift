import ArgumentParser
import Diagnostics
import Documents
import Registries
import Sealing

/// `waymark registry publish FILE`
struct RegistryPublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Take a publication up, once everything about it is verified.",
    discussion: "With --key, FILE is a framework file; it is signed and published in one go.")

  @Argument(help: ArgumentHelp("A publication, or with --key a framework file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The key to sign a framework file with.", valueName: "file"))
  var key: String?

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let registry = try registry.open()
    let bytes = try FileReading.bytes(file)
    let receipt: Receipt
    if let key {
      let signer = try KeyFiles.signingKey(key)
      let publication = try PublicationMaker.make(
        kind: .framework, publisher: signer, at: try registry.position(ofKey: signer.name), issued: Clock.now,
        payload: bytes)
      receipt = try registry.publish(publication)
    } else {
      receipt = try registry.publish(bytes)
    }
    let log = receipt.log
    try Console.print(
      """
      \(receipt.isNew ? "Published" : "Published before"): \(receipt.subject)
        publication \(receipt.index), \(receipt.publication)
        registry \(log.origin), \(log.size) publications, root \(log.root)

      """)
  }
}

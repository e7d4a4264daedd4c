import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Registries
import Sealing

/// `waymark registry publish FILE`
struct RegistryPublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Take a publication up, once everything about it is verified.",
    discussion: """
      With --key, FILE is a framework file; it is signed and published in one go. A variant is published written out, \
      with all that it takes over, so that whoever reads it needs no other file.
      """)

  @Argument(help: ArgumentHelp("A publication, or with --key a framework file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The key to sign a framework file with.", valueName: "file"))
  var key: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let registry = try registry.open()
    let bytes = try FileReading.bytes(file)
    let receipt: Receipt
    if let key {
      let signer = try KeyFiles.signingKey(key)
      let publication = try PublicationMaker.make(
        kind: .framework, publisher: signer, at: try registry.position(ofKey: signer.name), issued: Clock.now,
        payload: try payload(bytes))
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

  /// The file as it is; a variant, written out.
  private func payload(_ bytes: [UInt8]) throws -> [UInt8] {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: file, bytes: bytes)
    guard let tree = DocumentTree(source, sources.add(source), into: &bag),
      tree.value(of: "extends", in: tree.root) != nil
    else { return bytes }
    let loaded = try LoadedFramework(file, in: frameworks.library)
    return Array(StandaloneFramework.yaml(loaded.framework).utf8)
  }
}

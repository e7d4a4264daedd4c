import ArgumentParser
import Diagnostics
import Documents
import Registries
import Workspaces

/// `waymark profile sheet -o FILE`
struct ProfileSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Sign the sheet that was previewed, ready for a registry.",
    discussion: "Signed once, the same publication comes back ever after.")

  @OptionGroup var release: ReleaseOptions

  @Option(help: ArgumentHelp("The partnership's secret key.", valueName: "file"))
  var key: String

  @Option(help: ArgumentHelp("The registry that it is for: its origin.", valueName: "name"))
  var origin: String

  @Option(name: [.short, .long], help: ArgumentHelp("The publication's file.", valueName: "file"))
  var output: String

  func run() throws {
    let workspace = try release.workspace.open()
    let rubric = try release.occasion.rubric()
    let signer = try KeyFiles.signingKey(key)
    let identity = ReleaseIdentity(
      workspace: workspace.partnership.workspace, framework: rubric.id, major: rubric.version.major,
      period: release.occasion.schoolYear, kind: release.occasion.kind(of: rubric))
    let signed = try workspace.sign(identity, with: signer.verifyingKey, for: origin, on: Clock.today) {
      (release, place) throws(Failure) in
      let publication = try PublicationMaker.make(
        kind: .sheet, audience: release.audience, publisher: signer, origin: place.origin,
        sequence: place.next,
        previous: place.previous, issued: Clock.now, payload: release.payload, salt: release.salt)
      return (try PublicationFile.encode(publication), try publication.opened(with: signer.verifyingKey).hash)
    }
    guard case .signed(let publication) = signed.state else {
      throw Failure(.refused, "The release was not signed.")
    }
    try FileWriting.write(publication.publication, to: output)
    try Console.print(
      "Signed \(identity.words).\nWrote \(output). Next: waymark registry publish \(output)\n")
    try WaitingNotes.print(signed, workspace)
  }
}

import ArgumentParser
import Diagnostics
import Profiles
import Reporting
import Workspaces

/// `waymark profile preview`
struct ProfilePreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show exactly what would be published. The first preview fixes it.",
    discussion:
      "Who counts, the noise and the bytes are fixed by the first preview; asking again gives the same. The text and "
      + "the page also say who counts, so they are for the partnership alone; the exact bytes are not.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html, explained }

  @OptionGroup var release: ReleaseOptions

  @Option(
    help: "text, json (the exact bytes, nothing else), html, or explained (all that the text says, as JSON).")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (workspace, rubric, release) = try release.preview()
    let sheet = try Sheet(payload: release.payload)
    let regions = try Shipped.regions()
    let inside = try PreviewedMembers(release, workspace).inside
    let text =
      switch format {
      case .text:
        SheetText.text(sheet, rubric: rubric, payload: release.payload, regions: regions, inside: inside)
      case .json: String(decoding: release.payload, as: UTF8.self)
      case .html:
        try SheetPageHTML.page(
          sheet, rubric: rubric, payload: release.payload, regions: regions, inside: inside)
      case .explained:
        PreviewJSON.json(
          sheet, rubric: rubric, payload: release.payload, regions: regions, inside: inside
        ).prettyText() + "\n"
      }
    try Console.deliver(text, to: output.output)
    try WaitingNotes.print(release, workspace)
  }
}

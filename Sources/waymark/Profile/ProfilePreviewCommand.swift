import ArgumentParser
import Profiles
import Reporting

/// `waymark profile preview`
struct ProfilePreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show exactly what would be published. The first preview fixes it.",
    discussion:
      "Who counts, the noise and the bytes are fixed by the first preview; asking again gives the same.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @OptionGroup var release: ReleaseOptions

  @Option(help: "text, json (the exact bytes) or html.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (_, rubric, release) = try release.preview()
    let sheet = try Sheet(payload: release.payload)
    let regions = try Shipped.regions()
    let text =
      switch format {
      case .text:
        SheetText.text(sheet, rubric: rubric, payload: release.payload, regions: regions)
          + LeftOutText.text(release.leftOut)
      case .json: String(decoding: release.payload, as: UTF8.self)
      case .html: try SheetPageHTML.page(sheet, rubric: rubric, payload: release.payload, regions: regions)
      }
    try Console.deliver(text, to: output.output)
  }
}

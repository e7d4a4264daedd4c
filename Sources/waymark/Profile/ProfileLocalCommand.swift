import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Profiles
import Registries
import Reporting
import Rubrics
import Workspaces

/// `waymark profile local`
struct ProfileLocalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local",
    abstract: "Show the partnership's exact figures beside its region's: private, not for publication.",
    discussion: "Works for any number of schools: nothing leaves your computer.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, html }

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var registry: RegistryOptions

  @Option(
    help: ArgumentHelp(
      "The region to look at, by its code; without it, the partnership's own.", valueName: "code"))
  var region: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Opened pools to set beside it: their publications.", valueName: "file"))
  var pool: [String] = []

  @Option(help: "text, json, csv or html.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let rubric = try occasion.rubric()
    let kind = occasion.kind(of: rubric)
    let table = try workspace.table(rubric, period: occasion.schoolYear, kind: kind)
    let reading = try regional(rubric, kind, region ?? workspace.partnership.region)
    let profile = LocalProfile(
      partnership: workspace.partnership.name, rubric: rubric, kind: kind, period: occasion.schoolYear,
      table: table.judgements, regional: reading.figures, remarks: reading.remarks)
    let text =
      switch format {
      case .text: LocalText.text(profile)
      case .json: LocalJSON.json(profile).prettyText() + "\n"
      case .csv: LocalCSV.text(profile)
      case .html: try LocalPageHTML.page(profile)
      }
    try Console.deliver(text, to: output.output)
  }

  /// What is published of the region, in a registry and in the pools that were named.
  private func regional(
    _ rubric: Rubric, _ kind: ReviewKind, _ region: String
  ) throws(Failure) -> RegionalReading {
    var reading = RegionalReading()
    if registry.isNamed {
      reading = try registry.open().regionalFigures(
        for: rubric, period: occasion.schoolYear, kind: kind, region: region)
    } else if pool.isEmpty {
      reading.remarks.append(
        "Neither registry nor pool is named, so nothing stands beside your figures. Name one with --registry or --pool."
      )
    }
    for file in pool {
      let opened = try PoolFiles.pool(file)
      if let reason = opened.reasonApart(from: rubric.digest, occasion.schoolYear, kind) {
        reading.remarks.append(reason)
      } else {
        let name = try Shipped.regions().name(ofCode: opened.task.region)
        reading.figures += opened.regionalFigures(of: name)
      }
    }
    return reading
  }
}

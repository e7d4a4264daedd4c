import ArgumentParser
import Reporting
import Workspaces

/// `waymark workspace report`
struct WorkspaceReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show the whole partnership's exact figures: private, not for publication.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html }

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var workspace: WorkspaceOptions

  @Option(help: "text or html.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let rubric = try occasion.rubric()
    let kind = occasion.kind(of: rubric)
    let table = try workspace.table(rubric, period: occasion.schoolYear, kind: kind)
    let status = try workspace.status(on: Clock.today)
    var picture = PartnershipPicture(
      rubric: rubric, kind: kind, period: occasion.schoolYear, table: table, status: status)
    let policy = try Shipped.policy(nil, packs: occasion.frameworks.packs)
    for use in LedgerSpend.Use.allCases {
      picture.leftOut[use] = try workspace.leftOutToday(
        of: use, rubric, period: occasion.schoolYear, kind: kind, policy: policy, on: Clock.today)
    }
    let text =
      switch format {
      case .text: WorkspaceReportText.text(picture)
      case .html: try WorkspaceReportHTML.page(picture)
      }
    try Console.deliver(text, to: output.output)
  }
}

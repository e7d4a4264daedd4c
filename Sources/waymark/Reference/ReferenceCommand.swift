import ArgumentParser
import Diagnostics
import Documents
import Extensions
import Frameworks
import Hooks
import Interchange
import LanguageServer
import Profiles
import Reviews
import Workspaces

/// `waymark reference --output FOLDER`: the pages that are made from the declarations.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Write the reference pages that are made from the declarations.",
    shouldDisplay: false)

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let pages = try pages()
    try FileWriting.makeFolder(output)
    for page in pages { try FileWriting.write(page.text.utf8, to: "\(output)/\(page.name)") }
    try Console.print("Wrote \(pages.count) pages to \(output).\n")
  }

  private func pages() throws -> [(name: String, text: String)] {
    let shipped = try frameworks.entries().map { try frameworks.rubric($0.path).framework.framework }
    return [
      ("framework.md", FrameworkPage.markdown),
      ("texts.md", TextsPage.markdown),
      ("crosswalk.md", CrosswalkPage.markdown),
      ("release.md", ReleasePage.markdown),
      ("expressions.md", ExpressionPage.markdown),
      ("sources.md", SourcesPage.markdown(shipped)),
      ("review.md", ReviewPage.markdown),
      ("form.md", FormPage.markdown),
      ("survey.md", SurveyPage.markdown),
      ("schedule.md", SchedulePage.markdown),
      ("diagnostics.md", DiagnosticPage.markdown(extra: Self.extraCodes)),
      ("regions.md", RegionList.referencePage()),
      ("plugin.md", PluginManifest.page),
      ("hooks.md", HookPage.markdown),
      ("commands.md", CommandPage.markdown),
    ] + PolicyPages.all
  }

  private static var extraCodes: [(title: String, codes: [DiagnosticCode])] {
    [
      ("Translations", TextsCodes.all), ("Crosswalks", CrosswalkChecks.codes),
      ("Releases", ReleaseCodes.all),
      ("Reviews", ReviewChecks.codes), ("Filled forms", FormChecks.codes),
      ("Schedules", ScheduleChecks.codes),
      ("Rules on documents", RuleCodes.all + [ExpressionCodes.failedHere]), ("Tables as CSV", CSVCodes.all),
      ("Pages to fill in", PaperCodes.all), ("Surveys", SurveyCodes.all),
      ("Lists of members and people", MemberCodes.all + PeopleList.codes),
      ("Plugins", ManifestCodes.all + [PluginChecks.found]), ("Policies and regions", PolicyCodes.all),
      ("The language server", LanguageServer.codes),
    ]
  }
}

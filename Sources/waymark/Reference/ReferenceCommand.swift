import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Interchange
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

  func run() throws {
    try FileWriting.makeFolder(output)
    for page in Self.pages { try FileWriting.write(page.text.utf8, to: "\(output)/\(page.name)") }
    try Console.print("Wrote \(Self.pages.count) pages to \(output).\n")
  }

  static var pages: [(name: String, text: String)] {
    [
      ("framework.md", FrameworkPage.markdown),
      ("review.md", ReviewPage.markdown),
      ("policy.md", Policy.referencePage()),
      ("diagnostics.md", DiagnosticPage.markdown(extra: extraCodes)),
      ("regions.md", RegionList.referencePage()),
      ("commands.md", CommandPage.markdown),
    ]
  }

  private static var extraCodes: [(title: String, codes: [DiagnosticCode])] {
    [
      ("Reviews", ReviewChecks.codes), ("Tables as CSV", CSVCodes.all), ("Lists of members", MemberCodes.all),
      ("Policies and regions", PolicyCodes.all),
    ]
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark framework new`
struct FrameworkNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a framework: a draft that checks clean and explains itself in comments.")

  @Argument(
    help: ArgumentHelp("The new framework's id: lower-case letters, digits and hyphens.", valueName: "id"))
  var id: String

  @Option(help: "What people call it.")
  var title: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write it; without it Frameworks/<id>/0.1.0/framework.yaml here.", valueName: "file"))
  var output: String?

  func run() throws {
    guard SlugRule.isSlug(id) else {
      throw Failure(
        .usage, "“\(id)” cannot be a framework's id.",
        help: "Use lower-case letters, digits and single hyphens, such as our-framework.")
    }
    let text = FrameworkTemplate.yaml(id: id, title: title ?? id)
    if output == "-" { return try Console.print(text) }
    let path = try NewFiles.write(text, to: output, orFor: id, version: "0.1.0")
    try Console.print("Wrote \(path). Edit it, then: waymark framework check \(path)\n")
  }
}

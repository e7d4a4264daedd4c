import ArgumentParser
import Diagnostics
import Documents
import Extensions

/// `waymark plugin new ID`
struct PluginNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a plugin: a working one, with a test, to change into yours.")

  @Argument(
    help: ArgumentHelp("The new plugin's id: lower-case letters, digits and hyphens.", valueName: "id"))
  var id: String

  @Option(help: "python, swift or shell.")
  var language: PluginTemplate.Language

  @Option(help: "What people call it.")
  var title: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder to make; without it, a folder of the plugin's name here.", valueName: "folder"))
  var output: String?

  func run() throws {
    guard SlugRule.isSlug(id) else {
      throw Failure(
        .usage, "“\(id)” cannot be a plugin's id.",
        help: "Use lower-case letters, digits and single hyphens, such as our-checks.")
    }
    let folder = output ?? id
    if NewDocuments.name(folder) != id {
      throw Failure(
        .usage, "A plugin's folder has the plugin's name.", help: "Name a folder that ends in /\(id).")
    }
    if try FileReading.kind(folder) != nil {
      throw Failure(
        .cannotWrite, "\(folder) exists already.", help: "Choose another id, or another folder with -o.")
    }
    let template = PluginTemplate(id: id, title: title ?? id, language: language)
    try template.write(to: folder)
    try Console.print(
      """
      Wrote \(folder): \(template.files.map(\.path).joined(separator: ", ")).
      \(language.nextSteps.isEmpty ? "" : language.nextSteps + "\n")Try it with: waymark plugin test ./\(folder)

      """)
  }
}

extension PluginTemplate.Language: ExpressibleByArgument {}

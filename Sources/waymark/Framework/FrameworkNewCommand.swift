import ArgumentParser
import Diagnostics
import Documents
import Extensions
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
    name: .customLong("from"),
    help: ArgumentHelp(
      "Start from this template: a pack's, by the id of its framework, or a framework file.",
      valueName: "template"))
  var template: String?

  @OptionGroup var plugins: PluginOptions

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
    let text = try template.map { try filled(from: $0) } ?? FrameworkTemplate.yaml(id: id, title: title ?? id)
    if output == "-" { return try Console.print(text) }
    let path = try NewFiles.write(text, to: output, orFor: id, version: "0.1.0")
    try Console.print("Wrote \(path). Edit it, then: waymark framework check \(path)\n")
  }

  /// A template as the new framework's own draft.
  private func filled(from template: String) throws -> String {
    let packed = PackFiles.found(in: plugins.library).flatMap(\.templates)
    var path = template
    if try FileReading.kind(template) == nil {
      let files = try packed.flatMap { try FrameworkLibrary.files(at: $0) }
      guard
        let found = try files.first(where: { try FrameworkHead.id(of: FileReading.source($0)) == template })
      else {
        throw Failure(
          .noInput, "There is no template “\(template)”.",
          help: "Name a framework file, or a template that a pack brings along (waymark plugin list).")
      }
      path = found
    }
    return try FrameworkHead.replaced(
      in: try FileReading.source(path), id: id, version: "0.1.0", title: title)
  }
}

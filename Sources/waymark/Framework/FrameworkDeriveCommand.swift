import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark framework derive BASE --id NEW`
struct FrameworkDeriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive", abstract: "Start a variant of a framework: a draft that says only what it changes."
  )

  @Argument(
    help: ArgumentHelp("What it extends: id@version, id (the newest version) or a path.", valueName: "base"))
  var base: String

  @Option(help: ArgumentHelp("The variant's id: lower-case letters, digits and hyphens.", valueName: "new"))
  var id: String

  @Option(help: "What people call it.")
  var title: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write it; without it Frameworks/<id>/0.1.0/framework.yaml here.", valueName: "file"))
  var output: String?

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    guard SlugRule.isSlug(id) else {
      throw Failure(
        .usage, "“\(id)” cannot be a framework's id.",
        help: "Use lower-case letters, digits and single hyphens, such as our-variant.")
    }
    let loaded = try LoadedFramework(base, in: frameworks.library)
    let identity = loaded.framework.identity
    guard identity.id != id else {
      throw Failure(
        .usage, "A variant needs an id of its own; “\(id)” is its base's.", help: "Choose another with --id.")
    }
    let text = VariantTemplate.yaml(
      id: id, title: title ?? "\(loaded.framework.framework.title): \(id)", base: loaded.framework)
    if output == "-" { return try Console.print(text) }
    let path = try NewFiles.write(text, to: output, orFor: id, version: "0.1.0")
    try Console.print(
      "Wrote \(path), a variant of \(identity). Edit it, then: waymark framework check \(path)\n")
    if loaded.framework.framework.status == .draft {
      Console.note(
        "\(identity) is a draft and may still change under its version; then the digest will not fit any more."
      )
    }
  }
}

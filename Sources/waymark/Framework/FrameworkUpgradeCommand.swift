import ArgumentParser
import Diagnostics
import Documents
import Frameworks
import Reporting

/// `waymark framework upgrade VARIANT --to BASE@VERSION`
struct FrameworkUpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "Carry a variant over to a newer version of what it extends.",
    discussion: """
      Writes the variant's next version as a draft beside the present one. Changes that still fit are kept, addresses \
      that moved are rewritten, and what a person has to decide on stands in the new file as a comment with the reason. \
      Exit code 0 when nothing is left to decide, 1 when something is; 66 when a framework is missing.
      """)

  @Argument(
    help: ArgumentHelp("The variant: id@version, id (the newest version) or a path.", valueName: "variant"))
  var variant: String

  @Option(help: ArgumentHelp("The newer base: id@version, or a version alone.", valueName: "base"))
  var to: String

  @Flag(name: [.customShort("n"), .long], help: "Only say what would happen.")
  var dryRun = false

  @Option(help: "How to print what happens: text or json.")
  var format = Format.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write it; without it, in a folder named after its version.", valueName: "file"))
  var output: String?

  @OptionGroup var frameworks: FrameworkOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() throws {
    let library = frameworks.library
    let loaded = try LoadedFramework(variant, in: library)
    guard let old = loaded.framework.base else {
      throw Failure(
        .usage, "\(loaded.path) extends no other framework, so that there is nothing to upgrade.",
        help: "Start a variant with: waymark framework derive")
    }
    let new = try LoadedFramework(reference(old.identity), in: library).framework
    guard new.framework.id.value == old.framework.id.value else {
      throw Failure(
        .usage, "“\(loaded.framework.framework.id.value)” extends \(old.identity), not \(new.identity).",
        help: "Name another version of “\(old.framework.id.value)”.")
    }
    guard new.framework.version.value > old.framework.version.value else {
      throw Failure(
        .usage, "\(loaded.path) extends \(old.identity) already, and \(new.identity) is not newer.",
        help: "Name a newer version with --to.")
    }
    let steps = BaseRoute.steps(from: old, to: new) { version in
      try? LoadedFramework("\(old.framework.id.value)@\(version)", in: library).framework
    }
    let source = try FileReading.source(loaded.path)
    let upgrade = try VariantUpgrade(
      source, of: loaded.framework, versions: steps, bases: library.beside(loaded.path))
    let path = output ?? destination(of: loaded.path, upgrade.version)
    if !dryRun {
      if try FileReading.kind(path) != nil {
        throw Failure(.cannotWrite, "\(path) exists already.", help: "Name another file with -o.")
      }
      if output == nil { try FileWriting.makeFolder(String(path.dropLast("/framework.yaml".count))) }
      try FileWriting.write(upgrade.text.utf8, to: path)
    }
    switch format {
    case .text:
      try Console.print(
        UpgradeText.text(upgrade, id: loaded.framework.framework.id.value, path: path, isDone: !dryRun))
    case .json: try Console.print(UpgradeText.json(upgrade, path: path, isDone: !dryRun).prettyText() + "\n")
    }
    if !upgrade.decisions.isEmpty || !upgrade.remaining.isEmpty {
      throw ExitCode(ExitStatus.mistakes.rawValue)
    }
  }

  /// A version alone means the same base.
  private func reference(_ base: FrameworkIdentity) -> String {
    SemanticVersion(to).map { "\(base.id)@\($0)" } ?? to
  }

  /// `…/<id>/<old version>/framework.yaml` becomes `…/<id>/<new version>/framework.yaml`.
  private func destination(of path: String, _ version: SemanticVersion) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, SemanticVersion(String(parts[parts.count - 2])) != nil else {
      return "\(path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path)-\(version).yaml"
    }
    return (parts.dropLast(2) + [Substring("\(version)"), "framework.yaml"]).joined(separator: "/")
  }
}

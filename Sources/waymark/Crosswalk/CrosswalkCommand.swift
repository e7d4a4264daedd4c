import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark crosswalk …`
struct CrosswalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk", abstract: "Say which criteria of two frameworks correspond.",
    subcommands: [CrosswalkCheckCommand.self, CrosswalkShowCommand.self, CrosswalkSchemaCommand.self])
}

/// Reads crosswalks, each with the two frameworks that it names.
struct CrosswalkFiles {
  private let options: FrameworkOptions
  var sources = SourceMap()
  var bag = DiagnosticBag()
  private var known: [String: ResolvedFramework] = [:]

  init(_ options: FrameworkOptions) { self.options = options }

  /// A crosswalk that may be used; `nil` where it has mistakes (see `bag`).
  mutating func read(_ path: String) throws -> ResolvedCrosswalk? {
    let source = try FileReading.source(path)
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let crosswalk = CrosswalkReader.parse(source, sources.add(source), into: &own), !own.isHopeless,
      CrosswalkSide.allCases.allSatisfy({ crosswalk.end($0).isNamed })
    else { return nil }
    return CrosswalkReader.resolve(
      crosswalk, from: try framework(crosswalk.from, beside: path),
      to: try framework(crosswalk.to, beside: path), into: &own)
  }

  /// Without `--frameworks`, a crosswalk in its place among frameworks finds those around it first.
  private mutating func framework(_ end: CrosswalkEnd, beside path: String) throws -> ResolvedFramework {
    var options = options
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if options.frameworks.isEmpty, folder.last == "crosswalks" {
      options.frameworks = options.library.beside(folder.joined(separator: "/")).folders
    }
    let key = ([end.identity.description] + options.frameworks).joined(separator: "\n")
    if let framework = known[key] { return framework }
    let framework = try options.rubric(end.identity.description).framework
    known[key] = framework
    return framework
  }
}

extension CrosswalkEnd {
  /// Whether id and version could be read.
  fileprivate var isNamed: Bool { id.range != .nowhere && version.range != .nowhere }
}

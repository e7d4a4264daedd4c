import Foundation

/// Prints diagnostics as SARIF 2.1.0 (OASIS), the form that code hosts show beside changed lines.
public enum SARIFPrinter {
  public static func print(_ bag: DiagnosticBag, _ sources: SourceMap, version: String) throws -> String {
    var placer = Placer(sources)
    let diagnostics = bag.sorted()
    var codes: [DiagnosticCode] = []
    for diagnostic in diagnostics where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
    codes.sort { $0.id < $1.id }

    let results = diagnostics.map { diagnostic in
      let placed = placer.place(diagnostic)
      let region = Region(
        startLine: placed.line, startColumn: placed.column, endLine: placed.endLine,
        endColumn: placed.endColumn)
      return Result(
        ruleId: placed.code, ruleIndex: codes.firstIndex(of: diagnostic.code) ?? 0,
        level: placed.severity.rawValue,
        message: Message(text: placed.help.isEmpty ? placed.message : "\(placed.message) \(placed.help)"),
        locations: [
          Location(
            physicalLocation: PhysicalLocation(
              artifactLocation: Artifact(uri: uri(placed.file)),
              region: diagnostic.range == nil ? nil : region))
        ])
    }
    let rules = codes.map { code in
      Rule(
        id: code.id, shortDescription: Message(text: code.summary), help: Message(text: code.advice),
        defaultConfiguration: Configuration(level: code.severity.rawValue))
    }
    let log = Log(
      runs: [
        Run(
          tool: Tool(driver: Driver(name: "waymark", version: version, rules: rules)), results: results)
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
  }

  private static func uri(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  private struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    let runs: [Run]
    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }
  private struct Run: Encodable {
    let tool: Tool
    var columnKind = "unicodeCodePoints"
    let results: [Result]
  }
  private struct Tool: Encodable { let driver: Driver }
  private struct Driver: Encodable {
    let name: String
    let version: String
    let rules: [Rule]
  }
  private struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
  }
  private struct Configuration: Encodable { let level: String }
  private struct Message: Encodable { let text: String }
  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
  }
  private struct Location: Encodable { let physicalLocation: PhysicalLocation }
  private struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }
  private struct Artifact: Encodable { let uri: String }
  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }
}

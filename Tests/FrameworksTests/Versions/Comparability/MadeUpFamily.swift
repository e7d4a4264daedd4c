import Diagnostics
import Documents
import Frameworks
import Testing

/// Frameworks in memory that extend each other and follow on from each other.
struct MadeUpFamily: FrameworkBases {
  private var sources: [String: SourceFile] = [:]

  /// - Parameter texts: by name, such as `spp@1.0.0`.
  init(_ texts: [String: String] = [:]) {
    for (name, text) in texts { add(name, text) }
  }

  mutating func add(_ name: String, _ text: String) {
    sources[name] = SourceFile(path: "\(name).yaml", bytes: Array(text.utf8))
  }

  func source(id: String, version: SemanticVersion) -> SourceFile? { sources["\(id)@\(version)"] }

  func versions(id: String) -> [SemanticVersion] {
    sources.keys.compactMap {
      $0.hasPrefix(id + "@") ? SemanticVersion(String($0.dropFirst(id.count + 1))) : nil
    }
  }

  func ids() -> [String] {
    Set(sources.keys.compactMap { $0.split(separator: "@").first.map(String.init) }).sorted()
  }

  var history: LibraryHistory { LibraryHistory(self) }

  func framework(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> ResolvedFramework
  {
    let source = try #require(sources[name], sourceLocation: sourceLocation)
    var map = SourceMap()
    var bag = DiagnosticBag()
    let file = map.add(source)
    let read = FrameworkReader.read(file, in: &map, bases: self, into: &bag)
    return try #require(read, "\(TextPrinter.print(bag, map))", sourceLocation: sourceLocation)
  }

  func between(
    _ from: String, _ to: String, crosswalks: [ResolvedCrosswalk] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Comparability {
    Comparability.between(
      try framework(from, sourceLocation: sourceLocation), try framework(to, sourceLocation: sourceLocation),
      history: history, crosswalks: crosswalks)
  }

  // MARK: - Texts

  static let steps = "steps: {points: [{id: low, value: 1}, {id: mid, value: 2}, {id: high, value: 3}]}"

  /// One level of criteria, or two where `criteria` nests them.
  static func alone(
    _ name: String, scales: String = steps, levels: String = "[{id: area, title: Area}]",
    judging: String = "{self: {level: area, scale: steps}, peer: none}", _ criteria: String, rest: String = ""
  ) -> String {
    let parts = name.split(separator: "@")
    return """
      schema: waymark.framework/1
      id: \(parts[0])
      version: \(parts[1])
      title: Made up for tests
      levels: \(levels)
      source: [{id: made-up, title: Nobody}]
      scales:
        \(scales)
      judging: \(judging)
      criteria:
      \(criteria)
      overall: none
      \(rest)

      """
  }

  static func variant(_ name: String, of base: String, _ changes: String, rest: String = "") -> String {
    let (parts, from) = (name.split(separator: "@"), base.split(separator: "@"))
    return """
      schema: waymark.framework/1
      id: \(parts[0])
      version: \(parts[1])
      title: Made up for tests
      extends: {id: \(from[0]), version: \(from[1])}
      \(changes.isEmpty ? "" : "changes:\n" + changes)
      \(rest)

      """
  }

  /// `a: Title` as a criterion.
  static func criteria(_ titles: KeyValuePairs<String, String>) -> String {
    titles.map { "- {id: \($0), title: \($1), source: {ref: made-up}}" }.joined(separator: "\n")
  }
}

extension Comparability {
  /// `a,b>c merged` for every pair.
  var lines: [String] {
    pairs.map {
      "\($0.from.joined(separator: ","))>\($0.to.joined(separator: ",")) \($0.relation.rawValue)"
    }
  }
}

import Diagnostics
import Frameworks
import Rubrics

/// A small framework, made up: some criteria, each judged by the school itself on a scale from 1 to 4.
public struct MadeUpFramework: Sendable {
  public var id = "garden-made-up"
  public var version = "1.0.0"
  public var status = "released"
  public var criteria = ["beds", "paths", "pond"]
  /// The last word of every criterion's title; another one makes another content.
  public var word = "now"
  public var stability = "fixed"
  /// The id of the scale's third point; another one makes another scale.
  public var third = "bud"
  /// How it came from earlier versions.
  public var migrations = ""
  public var sections: [(id: String, of: [String])] = []

  public init() {}

  public var yaml: [UInt8] {
    var text = """
      schema: waymark.framework/1
      id: \(id)
      version: \(version)
      status: \(status)
      title: School gardens (made up for tests)
      source: [{id: none, title: Nothing (made up for tests)}]
      levels: [{id: part, title: Part}]
      scales:
        growth:
          stability: \(stability)
          points:
            - {id: seed, value: 1, label: Seed}
            - {id: sprout, value: 2, label: Sprout}
            - {id: \(third), value: 3, label: Bud}
            - {id: bloom, value: 4, label: Bloom}
      judging: {self: {level: part, scale: growth}, peer: none}
      overall: none
      criteria:

      """
    for criterion in criteria {
      text += "  - {id: \(criterion), title: The \(criterion) \(word), source: {ref: none}}\n"
    }
    if !migrations.isEmpty { text += "migrations: \(migrations)\n" }
    if !sections.isEmpty { text += "sections:\n" }
    for section in sections {
      text +=
        "  - {id: \(section.id), title: Section \(section.id), of: [\(section.of.joined(separator: ", "))]}\n"
    }
    return Array(text.utf8)
  }

  /// - Throws: the failure with its diagnostics, where a test wrote something that does not check.
  public func rubric() throws -> Rubric {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let file = SourceFile(path: "made-up.yaml", bytes: yaml)
    guard let framework = FrameworkReader.read(file, map.add(file), into: &bag) else {
      throw Failure(.badData, TextPrinter.print(bag, map), diagnostics: bag)
    }
    return try Rubric(framework)
  }
}

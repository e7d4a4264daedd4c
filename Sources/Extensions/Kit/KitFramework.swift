import Diagnostics
import Documents
import Frameworks
import Reviews

/// The made-up framework that plugins are tried with, as small or large as a trial needs.
struct KitFramework {
  let resolved: ResolvedFramework
  let judgedPaths: [String]

  /// - Parameter criteria: how many judged criteria; at least two.
  /// - Throws: `badData` where Waymark itself cannot read what it made.
  init(criteria: Int) throws(Failure) {
    let text = Self.yaml(criteria: max(2, criteria))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "made-up framework", bytes: Array(text.utf8))
    guard
      let framework = FrameworkReader.read(
        sources.add(source), in: &sources, bases: FrameworkLibrary(folders: []), into: &bag)
    else {
      throw Failure(.badData, "The made-up framework has mistakes.", help: TextPrinter.print(bag, sources))
    }
    resolved = framework
    judgedPaths = framework.judged(by: .own).map(\.path)
  }

  /// A review of it, every criterion judged.
  func review(kind: ReviewKind, subject: String, shift: Int) throws(Failure) -> Review {
    let points = ["first", "second", "third", "fourth"]
    var text = """
      schema: waymark.review/1
      framework: {id: plugin-trial, version: 1.0.0}
      kind: \(kind.rawValue)
      subject: {id: \(subject), name: A made-up school}
      status: agreed
      date: 2025-11-05
      judgements:

      """
    for (index, path) in judgedPaths.enumerated() {
      text +=
        "  \(path):\n    point: \(points[(index + shift) % 4])\n    evidence: =A made-up “note” & more\n"
    }
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "made-up review", bytes: Array(text.utf8))
    guard let review = ReviewReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, "The made-up review has mistakes.", help: TextPrinter.print(bag, sources))
    }
    return review
  }

  private static func yaml(criteria: Int) -> String {
    var text = """
      schema: waymark.framework/1
      id: plugin-trial
      version: 1.0.0
      status: released
      title: A made-up framework for trying plugins
      language: en-GB
      subject: school
      levels: [{id: area, title: Area}, {id: question, title: Question}]
      scales:
        steps:
          kind: ordinal
          points:
            - {id: first, value: 1, label: First steps}
            - {id: second, value: 2, label: Under way}
            - {id: third, value: 3, label: Well on}
            - {id: fourth, value: 4, label: There}
      judging:
        self: {level: question, scale: steps}
        peer: {level: question, scale: steps}
      overall: {aggregate: median, assumed: made up}
      criteria:

      """
    let areas = max(1, criteria / 10)
    for area in 0..<areas {
      text += "  - id: area-\(area + 1)\n    title: Area \(area + 1)\n    criteria:\n"
      for question in stride(from: area, to: criteria, by: areas) {
        text += """
                - id: question-\(question + 1)
                  title: "Question \(question + 1): <b> & “how well”?"

          """
      }
    }
    return text
  }
}

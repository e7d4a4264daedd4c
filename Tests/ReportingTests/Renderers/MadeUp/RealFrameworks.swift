import Diagnostics
import Documents
import Foundation
import Frameworks
import Rubrics
import TestSupport

/// The frameworks of the repository, and the made-up one of the tests.
enum RealFrameworks {
  static func emtss() throws -> Rubric { try rubric("Frameworks/emtss/1.0.0/framework.yaml") }
  static func spp() throws -> Rubric { try rubric("Frameworks/spp/2.0.0/framework.yaml") }
  /// Three levels, a nominal scale, weights, a mean, peers who mark.
  static func readingWalk() throws -> Rubric {
    try rubric("Tests/FrameworksTests/Fixtures/three-levels/framework.yaml")
  }

  static func rubric(_ path: String) throws -> Rubric {
    let file = Repository.root.appending(path: path)
    return try rubric(text: try Data(contentsOf: file), name: path)
  }

  static func rubric(text: some Sequence<UInt8>, name: String) throws -> Rubric {
    let source = SourceFile(path: name, bytes: Array(text))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let id = sources.add(source)
    let bases = FrameworkLibrary(folders: [Repository.root.appending(path: "Frameworks").path])
    guard let resolved = FrameworkReader.read(id, in: &sources, bases: bases, into: &bag) else {
      throw Failure(.badData, TextPrinter.print(bag, sources))
    }
    return try Rubric(resolved)
  }
}

import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport

extension Repository {
  static let fixtures = tests.appendingPathComponent("FrameworksTests/Fixtures")

  static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  /// The frameworks of this repository and the made-up one of the tests.
  static func frameworkFiles() throws -> [URL] {
    try FrameworkLibrary.files(at: root.appendingPathComponent("Frameworks").path)
      .map { URL(fileURLWithPath: $0) } + [fixtures.appendingPathComponent("three-levels/framework.yaml")]
  }
}

/// A framework that was read, with all that was said about it.
struct Reading {
  let framework: ResolvedFramework?
  let bag: DiagnosticBag
  let sources: SourceMap

  /// - Parameter bases: where what it extends is looked for; without them, among the frameworks of this repository.
  init(_ bytes: [UInt8], path: String = "input.yaml", bases: (any FrameworkBases)? = nil) {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: path, bytes: bytes)
    let bases =
      bases ?? FrameworkLibrary(folders: [Repository.root.appendingPathComponent("Frameworks").path])
    framework = FrameworkReader.read(sources.add(source), in: &sources, bases: bases, into: &bag)
    self.bag = bag
    self.sources = sources
  }

  init(_ text: String, bases: (any FrameworkBases)? = nil) { self.init(Array(text.utf8), bases: bases) }

  var codes: [String] { bag.sorted().map(\.code.id) }
  var report: String { TextPrinter.print(bag, sources) }
}

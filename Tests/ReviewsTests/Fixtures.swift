import Diagnostics
import Documents
import Foundation
import Frameworks
import Sealing
import TestSupport

/// Finds this module's fixtures and the project's own frameworks, and re-records what is expected.
enum Fixtures {
  static let folder = Repository.tests.appending(path: "ReviewsTests/Fixtures")
  static let today = Day("2026-11-22") ?? Day(year: 2026, month: 11, day: 22)!

  /// A framework of the fixtures or of the project, as `id@version`.
  static func framework(_ reference: String = "small-made-up@1.0.0") throws -> (ResolvedFramework, Digest) {
    let library = FrameworkLibrary(folders: [
      folder.appending(path: "frameworks").path(), Repository.root.appending(path: "Frameworks").path(),
    ])
    let path = try library.path(of: FrameworkReference(reference))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = try FileReading.source(path)
    guard let framework = FrameworkReader.read(sources.add(source), in: &sources, bases: library, into: &bag)
    else {
      throw Failure(.badData, TextPrinter.print(bag, sources))
    }
    return (framework, try framework.framework.contentDigest())
  }

  /// What stands in a file; after writing it there, while recording.
  static func expected(_ file: URL, recording actual: String) throws -> String {
    if Repository.isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }
}

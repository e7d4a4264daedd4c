import Diagnostics
import Documents
import Foundation
import Frameworks
import Interchange
import Reviews
import Sealing
import TestSupport

/// Frameworks to read and write tables for.
enum Fixtures {
  /// The small framework of the reviews' tests, or one of the project's.
  static func framework(_ reference: String = "small-made-up") throws -> (ResolvedFramework, Digest) {
    let library = FrameworkLibrary(folders: [
      Repository.tests.appending(path: "ReviewsTests/Fixtures/frameworks").path(),
      Repository.root.appending(path: "Frameworks").path(),
    ])
    let path = try library.path(of: FrameworkReference(reference))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = try FileReading.source(path)
    guard let framework = FrameworkReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, TextPrinter.print(bag, sources))
    }
    return (framework, try framework.framework.contentDigest())
  }
}

/// What reading a table gave.
struct ReadTable {
  let review: Review?
  let bag: DiagnosticBag
  /// The mistakes as a person sees them.
  let told: String

  init(_ bytes: [UInt8]) {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "review.csv", bytes: bytes)
    review = ReviewCSV.read(source, sources.add(source), into: &bag)
    self.bag = bag
    told = TextPrinter.print(bag, sources)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var codes: [String] { bag.items.map(\.code.id) }
}

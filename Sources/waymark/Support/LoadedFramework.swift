import Diagnostics
import Documents
import Frameworks

/// A framework that was read and checked, and where it was found.
struct LoadedFramework {
  let framework: ResolvedFramework
  let path: String
  /// Its own file, and those of what it extends, the nearest first.
  private(set) var sources: SourceMap
  private let packedTexts: [String]

  /// - Parameter texts: files of texts in other languages that lie elsewhere.
  /// - Throws: `noInput` where there is none; `badData` where it has mistakes, which are printed.
  init(_ reference: String, in library: FrameworkLibrary, texts: [String] = []) throws(Failure) {
    packedTexts = texts
    path = try library.path(of: FrameworkReference(reference))
    sources = SourceMap()
    var bag = DiagnosticBag()
    let file = sources.add(try FileReading.source(path))
    guard
      let framework = FrameworkReader.read(file, in: &sources, bases: library.beside(path), into: &bag)
    else {
      Console.note(TextPrinter.print(bag, sources))
      throw Failure(
        .badData,
        "The framework \(path) has \(bag.errorCount) \(bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "See them with: waymark framework check \(path)")
    }
    self.framework = framework
  }

  /// Finds its texts in other languages.
  var texts: TextsFinder {
    TextsFinder(framework, at: path, bases: sources.files.dropFirst().map(\.path), packed: packedTexts)
  }

  /// The framework with its texts in a language, as far as they are translated.
  ///
  /// - Throws: `noInput` where there are none in it; `badData` where they have mistakes, which are printed.
  func shown(in language: String) throws(Failure) -> ResolvedFramework {
    var sources = sources
    var bag = DiagnosticBag()
    if let shown = try texts.shown(in: language, &sources, into: &bag) { return shown }
    Console.note(TextPrinter.print(bag, sources))
    throw Failure(
      .badData,
      "The texts in “\(language)” have \(bag.errorCount) \(bag.errorCount == 1 ? "mistake" : "mistakes").",
      help: "See them with: waymark framework check \(path)")
  }
}

import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Frameworks
import Rubrics

/// Where frameworks are looked for.
struct FrameworkOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where to look for frameworks (may be repeated).",
      discussion:
        "Without it: WAYMARK_FRAMEWORKS (folders separated by colons), else Frameworks/ here and the installed ones.",
      valueName: "folder"))
  var frameworks: [String] = []

  var library: FrameworkLibrary {
    if !frameworks.isEmpty { return FrameworkLibrary(folders: frameworks) }
    if let named = ProcessInfo.processInfo.environment["WAYMARK_FRAMEWORKS"], !named.isEmpty {
      return FrameworkLibrary(folders: named.split(separator: ":").map(String.init))
    }
    return FrameworkLibrary(folders: Installation.folders("Frameworks"))
  }

  /// Every framework that can be found.
  ///
  /// - Throws: `noInput` where there is none.
  func entries() throws(Failure) -> [FrameworkLibrary.Entry] {
    let library = library
    let entries = try library.entries()
    if entries.isEmpty {
      throw Failure(
        .noInput, "No frameworks were found in: \(library.folders.joined(separator: ", ")).",
        help: "Name a folder with --frameworks.")
    }
    return entries
  }

  /// The framework that a person named, checked and compiled.
  ///
  /// - Parameter language: in which its texts are shown, as far as they are translated; without it, in its own.
  func rubric(_ reference: String, in language: String? = nil) throws -> Rubric {
    let loaded = try LoadedFramework(reference, in: library)
    return try Rubric(
      try language.map { tag throws(Failure) in try loaded.shown(in: tag) } ?? loaded.framework)
  }
}

/// How diagnostics are printed.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif

  func print(_ bag: DiagnosticBag, _ sources: SourceMap) throws -> String {
    switch self {
    case .text: TextPrinter.print(bag, sources)
    case .json: try JSONPrinter.print(bag, sources)
    case .sarif: try SARIFPrinter.print(bag, sources, version: Waymark.version)
    }
  }
}

/// Where a result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file"))
  var output: String?
}

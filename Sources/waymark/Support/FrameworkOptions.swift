import ArgumentParser
import Diagnostics
import Documents
import Extensions
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

  @OptionGroup var pluginOptions: PluginOptions

  /// Those named, else those of this place and of packs.
  var library: FrameworkLibrary {
    if !frameworks.isEmpty { return FrameworkLibrary(folders: frameworks) }
    let packed = packs.flatMap(\.frameworkFolders)
    if let named = ProcessInfo.processInfo.environment["WAYMARK_FRAMEWORKS"], !named.isEmpty {
      return FrameworkLibrary(folders: named.split(separator: ":").map(String.init) + packed)
    }
    return FrameworkLibrary(folders: Installation.folders("Frameworks") + packed)
  }

  /// The data that plugins bring along. What cannot be read is left to `waymark plugin check`.
  var packs: [PackFiles] { KnownPacks.found(in: pluginOptions.library) }

  /// The plugins of this run.
  var plugins: Plugins { Plugins(pluginOptions) }

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
    let packs = packs
    let loaded = try LoadedFramework(reference, in: library, texts: packs.flatMap(\.texts))
    return try Rubric(
      try language.map { tag throws(Failure) in try loaded.shown(in: tag) } ?? loaded.framework,
      aggregations: plugins.aggregations)
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

  /// Whether the file is named as one of a kind: `html`.
  func isNamed(_ ending: String) -> Bool { output?.lowercased().hasSuffix("." + ending) == true }
}

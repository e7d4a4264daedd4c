import Diagnostics
import Documents

/// A file of translated texts by its name: `framework.cy.yaml` beside `framework.yaml`.
public struct TextsPlace: Sendable, Equatable {
  /// The file itself.
  public let path: String
  /// What stands between the framework's name and `.yaml`.
  public let language: String
  /// The framework's file.
  public let framework: String

  private static let ending = ".yaml"

  /// `nil` where a path is not such a name.
  public init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, name.hasSuffix(Self.ending) else { return nil }
    let stem = name.dropLast(Self.ending.count)
    guard let dot = stem.lastIndex(of: "."), dot != stem.startIndex else { return nil }
    let language = stem[stem.index(after: dot)...]
    guard !language.isEmpty else { return nil }
    self.path = path
    self.language = String(language)
    framework = (parts.dropLast() + [stem[..<dot] + Self.ending]).joined(separator: "/")
  }

  /// Where the texts of a framework in a language stand.
  public init(of framework: String, in language: String) {
    let stem = framework.hasSuffix(Self.ending) ? String(framework.dropLast(Self.ending.count)) : framework
    path = "\(stem).\(language)\(Self.ending)"
    self.language = language
    self.framework = framework
  }

  /// The files beside a framework that are named like its translated texts, in order.
  ///
  /// - Throws: `noInput` where its folder may not be read.
  public static func beside(_ framework: String) throws(Failure) -> [TextsPlace] {
    let parts = framework.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let shown = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    guard try FileReading.kind(shown) == .folder else { return [] }
    let names = try FolderReading.names(in: shown)
    return names.compactMap { name in
      let place = TextsPlace(parts.count == 1 ? name : "\(folder)/\(name)")
      return place?.framework == framework ? place : nil
    }
  }

  /// The file beside a framework that serves a wish for a language: that of the tag, else of a less special one.
  ///
  /// - Throws: `noInput` where its folder may not be read.
  public static func serving(_ wish: String, beside framework: String) throws(Failure) -> TextsPlace? {
    let places = try beside(framework)
    for tag in LanguageTag.lookup(wish) {
      if let place = places.first(where: { LanguageTag.isSame($0.language, tag) }) { return place }
    }
    return nil
  }
}

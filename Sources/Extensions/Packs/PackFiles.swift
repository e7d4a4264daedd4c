import Diagnostics
import Documents
import Foundation

/// What a pack brings along, by the paths of its files.
public struct PackFiles: Sendable {
  public let plugin: String
  /// Folders laid out as `<id>/<version>/framework.yaml`.
  public let frameworkFolders: [String]
  public let policies: [String]
  public let texts: [String]
  public let templates: [String]

  /// Every pack in a library; one that has mistakes holds nothing.
  public static func found(in library: PluginLibrary) -> [PackFiles] {
    guard let entries = try? library.entries() else { return [] }
    return entries.compactMap { entry in
      let path = "\(entry.folder)/plugin.yaml"
      // Most plugins are programs, and every command comes through here: those are not read further.
      guard let source = try? FileReading.source(path), declaresPack(source.bytes) else { return nil }
      var sources = SourceMap()
      var bag = DiagnosticBag()
      guard
        let manifest = ManifestReader.read(source, sources.add(source), folder: entry.folder, into: &bag),
        let pack = manifest.pack
      else { return nil }
      func paths(_ list: [Located<String>]) -> [String] { list.map { "\(entry.folder)/\($0.value)" } }
      return PackFiles(
        plugin: entry.id, frameworkFolders: pack.libraries(in: entry.folder), policies: paths(pack.policies),
        texts: paths(pack.texts), templates: paths(pack.templates))
    }
  }

  private static func declaresPack(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "pack:".utf8) || bytes.contains("\npack:".utf8)
  }
}

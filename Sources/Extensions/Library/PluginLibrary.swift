import Diagnostics
import Documents
import Foundation

/// Finds plugins in folders laid out as `<id>/plugin.yaml`.
public struct PluginLibrary: Sendable {
  /// Searched in order; the first that has the plugin wins.
  public let folders: [String]
  /// Where Waymark's own lie, with what it brings along for programs.
  private let shipped: [String]

  public init(folders: [String], shipped: [String] = []) {
    self.folders = folders
    self.shipped = shipped
  }

  /// A folder that holds a `plugin.yaml`.
  public struct Entry: Sendable, Equatable {
    public let id: String
    public let folder: String
    /// In which the environments of its neighbours lie too.
    let library: String
  }

  /// Everything in the folders, by id.
  ///
  /// - Throws: `noInput` where a folder may not be read; one that is missing holds nothing.
  public func entries() throws(Failure) -> [Entry] {
    var found: [String: Entry] = [:]
    for library in folders where try FileReading.kind(library) == .folder {
      for name in try FolderReading.names(in: library) where !name.hasPrefix(".") && found[name] == nil {
        let folder = "\(library)/\(name)"
        guard try FileReading.kind("\(folder)/plugin.yaml") != nil else { continue }
        found[name] = Entry(id: name, folder: folder, library: library)
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  /// The entry that a person named, by id or by the path of its folder or file.
  ///
  /// - Throws: `noInput` with the nearest name.
  public func entry(_ reference: String) throws(Failure) -> Entry {
    if reference.contains("/") || reference == "." {
      var folder = reference.hasSuffix("/plugin.yaml") ? String(reference.dropLast(12)) : reference
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      guard try FileReading.kind("\(folder)/plugin.yaml") != nil else {
        throw Failure(
          .noInput, "\(folder) holds no plugin.yaml.", help: "Start one with: waymark plugin new ID")
      }
      let full = URL(fileURLWithPath: folder).standardizedFileURL
      return Entry(
        id: full.lastPathComponent, folder: folder == "." ? full.path : folder,
        library: full.deletingLastPathComponent().path)
    }
    let entries = try entries()
    if let entry = entries.first(where: { $0.id == reference }) { return entry }
    let ids = entries.map(\.id)
    let help =
      NearestName.of(reference, among: ids).map { "Did you mean “\($0)”?" }
      ?? (ids.isEmpty
        ? "No plugins were found in: \(folders.joined(separator: ", ")). Name a folder with --plugins."
        : "There is: \(ids.joined(separator: ", ")).")
    throw Failure(.noInput, "There is no plugin “\(reference)”.", help: help)
  }

  /// A plugin, read and checked; `nil` where its `plugin.yaml` has mistakes (see `bag`).
  ///
  /// - Throws: `noInput` where a file of it may not be read.
  public func load(
    _ entry: Entry, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) -> InstalledPlugin? {
    let source = try FileReading.source("\(entry.folder)/plugin.yaml")
    guard let manifest = ManifestReader.read(source, sources.add(source), folder: entry.folder, into: &bag)
    else { return nil }
    return try InstalledPlugin(
      manifest, in: entry.folder, environments: "\(entry.library)/.environments",
      libraries: try libraries())
  }

  /// What Waymark brings along for programs: the folder `sdk/python` beside its plugins.
  private func libraries() throws(Failure) -> [String] {
    for folder in shipped + folders where try FileReading.kind("\(folder)/sdk/python") == .folder {
      return ["\(folder)/sdk/python"]
    }
    return []
  }
}

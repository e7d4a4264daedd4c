import Diagnostics
import Documents
import Foundation

/// Finds frameworks in folders laid out as `<id>/<version>/framework.yaml`.
public struct FrameworkLibrary: Sendable {
  /// Searched in order; the first that has the version wins.
  public let folders: [String]

  public init(folders: [String]) { self.folders = folders }

  /// A version that a folder holds.
  public struct Entry: Sendable, Equatable {
    public let id: String
    public let version: SemanticVersion
    public let path: String
  }

  /// Everything in the folders, by id and version.
  public func entries() -> [Entry] {
    var found: [Entry] = []
    for folder in folders {
      for id in names(in: folder) where SlugRule.isSlug(id) {
        for name in names(in: "\(folder)/\(id)") {
          let path = "\(folder)/\(id)/\(name)/framework.yaml"
          guard let version = SemanticVersion(name), FileManager.default.fileExists(atPath: path),
            !found.contains(where: { $0.id == id && $0.version == version })
          else { continue }
          found.append(Entry(id: id, version: version, path: path))
        }
      }
    }
    return found.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
  }

  /// The file that a reference means.
  ///
  /// - Throws: `noInput` with the nearest name.
  public func path(of reference: FrameworkReference) throws(Failure) -> String {
    switch reference {
    case .path(let path): return try file(at: path)
    case .version(let id, let version):
      for folder in folders {
        let path = "\(folder)/\(id)/\(version)/framework.yaml"
        if FileManager.default.fileExists(atPath: path) { return path }
      }
      let others = entries().filter { $0.id == id }
      if others.isEmpty { throw unknown(id) }
      throw Failure(
        .noInput, "There is no version \(version) of “\(id)”.",
        help: "There is: \(others.map { "\(id)@\($0.version)" }.joined(separator: ", ")).")
    case .newest(let id):
      let versions = entries().filter { $0.id == id }
      let released = versions.filter(\.version.preRelease.isEmpty)
      if let newest = (released.isEmpty ? versions : released).max(by: { $0.version < $1.version }) {
        return newest.path
      }
      if FileManager.default.fileExists(atPath: id) { return try file(at: id) }
      throw unknown(id)
    }
  }

  /// Every framework file at or below a path.
  ///
  /// - Throws: `noInput` where the path is missing or holds none.
  public static func files(at path: String) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.noInput, "There is no file \(path).", help: "Check the name and the folder.")
    }
    guard isFolder.boolValue else { return [path] }
    let below = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0 == "framework.yaml" || $0.hasSuffix("/framework.yaml") }
    if below.isEmpty {
      throw Failure(
        .noInput, "The folder \(path) holds no framework.yaml.",
        help: "Name a folder with frameworks, or a file.")
    }
    return below.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  private func file(at path: String) throws(Failure) -> String {
    let files = try Self.files(at: path)
    if files.count > 1 {
      throw Failure(
        .usage, "The folder \(path) holds \(files.count) frameworks.",
        help: "Name one of them: \(files.joined(separator: ", ")).")
    }
    return files[0]
  }

  private func unknown(_ id: String) -> Failure {
    let ids = Set(entries().map(\.id)).sorted()
    let help =
      NearestName.of(id, among: ids).map { "Did you mean “\($0)”?" }
      ?? (ids.isEmpty
        ? "No frameworks were found in: \(folders.joined(separator: ", ")). Name a folder with --frameworks."
        : "There is: \(ids.joined(separator: ", ")).")
    return Failure(.noInput, "There is no framework “\(id)”.", help: help)
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}

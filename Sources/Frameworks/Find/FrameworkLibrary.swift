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
  ///
  /// - Throws: `noInput` where a folder may not be read; one that is missing holds nothing.
  public func entries() throws(Failure) -> [Entry] {
    var ids: Set<String> = []
    for folder in folders { ids.formUnion(try names(in: folder).filter(SlugRule.isSlug)) }
    var found: [Entry] = []
    for id in ids.sorted() { found += try versions(of: id) }
    return found
  }

  /// The versions of one framework, oldest first.
  ///
  /// - Throws: `noInput` where its folder may not be read.
  private func versions(of id: String) throws(Failure) -> [Entry] {
    var found: [Entry] = []
    for folder in folders {
      for name in try names(in: "\(folder)/\(id)") {
        let path = "\(folder)/\(id)/\(name)/framework.yaml"
        guard let version = SemanticVersion(name), !found.contains(where: { $0.version == version }),
          try FileReading.kind(path) != nil
        else { continue }
        found.append(Entry(id: id, version: version, path: path))
      }
    }
    return found.sorted { $0.version < $1.version }
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
        if try FileReading.kind(path) != nil { return path }
      }
      let others = try versions(of: id)
      if others.isEmpty { throw try unknown(id) }
      throw Failure(
        .noInput, "There is no version \(version) of “\(id)”.",
        help: "There is: \(others.map { "\(id)@\($0.version)" }.joined(separator: ", ")).")
    case .newest(let id):
      let versions = try versions(of: id)
      if let newest = versions.last(where: \.version.preRelease.isEmpty) ?? versions.last {
        return newest.path
      }
      if try FileReading.kind(id) != nil { return try file(at: id) }
      throw try unknown(id)
    }
  }

  /// Every framework file at or below a path.
  ///
  /// - Throws: `noInput` where the path is missing or holds none.
  public static func files(at path: String) throws(Failure) -> [String] {
    guard try FileReading.existing(path) == .folder else { return [path] }
    let below = try FolderReading.files(below: path).filter { $0.hasSuffix("/framework.yaml") }
    if below.isEmpty {
      throw Failure(
        .noInput, "The folder \(path) holds no framework.yaml.",
        help: "Name a folder with frameworks, or a file.")
    }
    return below
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

  private func unknown(_ id: String) throws(Failure) -> Failure {
    let ids = Set(try entries().map(\.id)).sorted()
    let help =
      NearestName.of(id, among: ids).map { "Did you mean “\($0)”?" }
      ?? (ids.isEmpty
        ? "No frameworks were found in: \(folders.joined(separator: ", ")). Name a folder with --frameworks."
        : "There is: \(ids.joined(separator: ", ")).")
    return Failure(.noInput, "There is no framework “\(id)”.", help: help)
  }

  /// The names in a folder; none where it is missing or no folder.
  private func names(in folder: String) throws(Failure) -> [String] {
    try FileReading.kind(folder) == .folder ? FolderReading.names(in: folder) : []
  }
}

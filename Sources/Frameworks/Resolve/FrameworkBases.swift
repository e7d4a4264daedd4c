import Diagnostics
import Documents

/// Where the frameworks are that variants extend.
public protocol FrameworkBases: Sendable {
  /// The text of a framework; `nil` where there is none of that id and version.
  ///
  /// - Throws: `noInput` where it is there and cannot be read.
  func source(id: String, version: SemanticVersion) throws(Failure) -> SourceFile?

  /// The versions of a framework that could be extended instead, for messages.
  func versions(id: String) -> [SemanticVersion]

  /// The ids of all frameworks there, for messages.
  func ids() -> [String]
}

/// For frameworks that stand alone.
public struct NoBases: FrameworkBases {
  public init() {}
  public func source(id: String, version: SemanticVersion) -> SourceFile? { nil }
  public func versions(id: String) -> [SemanticVersion] { [] }
  public func ids() -> [String] { [] }
}

extension FrameworkLibrary: FrameworkBases {
  public func source(id: String, version: SemanticVersion) throws(Failure) -> SourceFile? {
    for folder in folders {
      let path = "\(folder)/\(id)/\(version)/framework.yaml"
      if try FileReading.kind(path) != nil { return try FileReading.source(path) }
    }
    return nil
  }

  public func versions(id: String) -> [SemanticVersion] {
    let entries = (try? entries()) ?? []
    return entries.filter { $0.id == id }.map(\.version)
  }

  public func ids() -> [String] { Set(((try? entries()) ?? []).map(\.id)).sorted() }

  /// The same library, and before it the folder of frameworks that a file itself lies in, as in
  /// `<folder>/<id>/<version>/framework.yaml`.
  public func beside(_ path: String) -> FrameworkLibrary {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return parts.count == 1 ? adding("../..") : adding("..") }
    let folder = parts.dropLast(3).joined(separator: "/")
    return adding(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
  }

  private func adding(_ folder: String) -> FrameworkLibrary {
    folders.contains(folder) ? self : FrameworkLibrary(folders: [folder] + folders)
  }
}

import Diagnostics
import Documents
import Frameworks

extension KnownFrameworks: FrameworkBases {
  func source(id: String, version: SemanticVersion) throws(Failure) -> SourceFile? {
    find(id, version.description)
  }

  func versions(id: String) -> [SemanticVersion] { versionNames(of: id).compactMap { SemanticVersion($0) } }

  func ids() -> [String] { names }
}

/// Where a framework's text comes from: the editor's own text where the file is open, then the open folders, then the
/// folders that the program was started with.
struct KnownFrameworks: Sendable {
  /// Texts that are open in the editor, by path or, without a file, by URI.
  var open: [String: SourceFile] = [:]
  /// Frameworks below the open folders.
  var files: [WorkspaceFiles.Entry] = []
  var library = FrameworkLibrary(folders: [])

  /// The text of a file: the editor's where it is open there.
  func source(at path: String) -> SourceFile? {
    if let source = open[path] { return source }
    return try? FileReading.source(path)
  }

  /// The text of one version of a framework.
  func find(_ id: String, _ version: String) -> SourceFile? {
    for (_, source) in open.sorted(by: { $0.key < $1.key }) {
      let head = DocumentHead(source)
      if head.id == id, head.version == version, DocumentFormat(source) == .framework { return source }
    }
    for file in files where file.head.id == id && file.head.version == version && open[file.path] == nil {
      if let source = source(at: file.path) { return source }
    }
    guard let version = SemanticVersion(version), SlugRule.isSlug(id) else { return nil }
    // The folder of frameworks that an open file lies in, should no folder be open.
    let library = open.keys.filter { $0.hasPrefix("/") }.sorted().reduce(library) { $0.beside($1) }
    guard let path = try? library.path(of: .version(id: id, version)) else { return nil }
    return source(at: path)
  }

  /// The versions of a framework, oldest first.
  func versionNames(of id: String) -> [String] {
    let known = entries.filter { $0.id == id }.compactMap { SemanticVersion($0.version) }
    return Set(known).sorted().map(\.description)
  }

  /// The ids of all frameworks.
  var names: [String] { Set(entries.map(\.id)).sorted() }

  private var entries: [(id: String, version: String)] {
    var entries: [(id: String, version: String)] = []
    for source in open.values where DocumentFormat(source) == .framework {
      let head = DocumentHead(source)
      if let id = head.id, let version = head.version { entries.append((id, version)) }
    }
    for file in files {
      if let id = file.head.id, let version = file.head.version { entries.append((id, version)) }
    }
    for entry in (try? library.entries()) ?? [] { entries.append((entry.id, entry.version.description)) }
    return entries
  }
}

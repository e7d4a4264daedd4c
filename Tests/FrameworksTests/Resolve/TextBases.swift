import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport

/// Frameworks to extend, found by the id and version that they say they have.
struct TextBases: FrameworkBases {
  private var sources: [FrameworkIdentity: SourceFile] = [:]

  init(_ texts: [String], names: [String]? = nil) {
    for (index, text) in texts.enumerated() {
      add(
        SourceFile(
          path: names?[index] ?? "base\(index == 0 ? "" : "-\(index)").yaml", bytes: Array(text.utf8)))
    }
  }

  /// Every document of a folder.
  init(in folder: URL, except own: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names.sorted() where name.hasSuffix(".yaml") && name != own && !name.hasPrefix("expected") {
      add(SourceFile(path: name, bytes: try Repository.bytes(folder.appendingPathComponent(name))))
    }
  }

  mutating func add(_ source: SourceFile) {
    var bag = DiagnosticBag()
    // A text that is no YAML is found by the name of its file.
    let tree = DocumentTree(source, FileID(index: 0), into: &bag)
    let id = tree.flatMap { tree in tree.value(of: "id", in: tree.root).map { tree.string($0) } }
    let version = tree.flatMap { tree in
      tree.value(of: "version", in: tree.root).flatMap { SemanticVersion(tree.string($0)) }
    }
    let name = source.path.split(separator: ".").first.map(String.init) ?? ""
    let identity = FrameworkIdentity(id: id ?? name, version: version ?? SemanticVersion(1, 0, 0))
    sources[identity] = source
  }

  /// The same text under another name, as a file in the wrong folder is.
  mutating func add(_ text: String, as identity: FrameworkIdentity) {
    sources[identity] = SourceFile(path: "misfiled.yaml", bytes: Array(text.utf8))
  }

  func source(id: String, version: SemanticVersion) -> SourceFile? {
    sources[FrameworkIdentity(id: id, version: version)]
  }

  func versions(id: String) -> [SemanticVersion] {
    sources.keys.filter { $0.id == id }.map(\.version).sorted()
  }

  func ids() -> [String] { Set(sources.keys.map(\.id)).sorted() }
}

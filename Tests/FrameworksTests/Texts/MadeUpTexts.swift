import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

/// The made-up framework of these tests, or another one, and files of texts held against it.
struct MadeUpTexts {
  private static let library = FrameworkLibrary(
    folders: [Repository.root.appendingPathComponent("Frameworks").path])
  static let folder = Repository.fixtures.appendingPathComponent("texts")

  private(set) var sources = SourceMap()
  let framework: ResolvedFramework
  let target: TextsTarget

  init(_ bytes: [UInt8], path: String = "framework.yaml") throws {
    var bag = DiagnosticBag()
    let file = sources.add(SourceFile(path: path, bytes: bytes))
    framework = try #require(
      FrameworkReader.read(file, in: &sources, bases: Self.library, into: &bag),
      "\(TextPrinter.print(bag, sources))")
    target = TextsTarget(framework.framework, try #require(framework.tree))
  }

  init(_ url: URL) throws { try self.init(try Repository.bytes(url)) }

  init() throws { try self.init(Self.folder.appendingPathComponent("framework.yaml")) }

  /// The same framework with one of its texts, or more, replaced.
  static func changed(_ changes: (String, String)...) throws -> MadeUpTexts {
    var text = String(
      decoding: try Repository.bytes(folder.appendingPathComponent("framework.yaml")), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try MadeUpTexts(Array(text.utf8))
  }

  /// What is said of a file of texts, and the file where it may be used.
  func read(
    _ text: String, path: String = "framework.cy.yaml", inherited: [TextsFile] = [],
    listsMissing: Bool = false
  ) -> (texts: TextsFile?, codes: [String], report: String) {
    var sources = sources
    var bag = DiagnosticBag()
    let source = SourceFile(path: path, bytes: Array(text.utf8))
    let texts = TextsReader.read(
      source, sources.add(source), for: target, inherited: inherited, listsMissing: listsMissing, into: &bag)
    return (texts, bag.sorted().map(\.code.id), TextPrinter.print(bag, sources))
  }

  /// A file of texts with a header and these entries.
  static func file(_ entries: String, language: String = "cy", head: String = "") -> String {
    """
    \(head)schema: waymark.texts/1
    framework: {id: made-up, version: 1.1.0}
    language: \(language)
    texts:
    \(entries)

    """
  }

  /// An entry whose original is known.
  func entry(_ address: String, _ text: String) -> String {
    "  \(address): {text: \"\(text)\", of: \"\(target.text(at: address)?.mark ?? "")\"}"
  }

  func updated(_ text: String) throws -> TextsDraft {
    var sources = sources
    let source = SourceFile(path: "framework.cy.yaml", bytes: Array(text.utf8))
    return try TextsDraft(updating: source, sources.add(source), "cy", for: target)
  }
}

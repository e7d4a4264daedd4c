import Diagnostics
import Documents
import Foundation
import Sealing
import TestSupport
import Testing

@testable import Frameworks

/// What no folder of fixtures can show.
@Suite struct ResolutionTests {
  static let base = MadeUp.framework(
    criteria: """
      - {id: reading, title: Reading, criteria: [{id: books, text: Are there books?}]}
      - {id: writing, title: Writing, criteria: [{id: letters, text: Are there letters?}]}
      """)

  /// A variant of the made-up framework, its changes one a line.
  static func variant(
    _ changes: [String] = [], id: String = "variant", of base: String = "made-up", digest: String? = nil,
    header: String = ""
  ) -> String {
    """
    schema: waymark.framework/1
    id: \(id)
    version: 1.0.0
    title: A made-up variant
    extends: {id: \(base), version: 1.0.0\(digest.map { ", digest: \"\($0)\"" } ?? "")}
    \(header)
    changes: [\(changes.joined(separator: ",\n  "))]

    """
  }

  private func read(_ text: String, _ bases: [String] = [base]) -> Reading {
    Reading(text, bases: TextBases(bases))
  }

  @Test("1.1 a variant is a document with `extends`") func variantOrNot() throws {
    #expect(try #require(read(Self.base).framework).descent == nil)
    let variant = try #require(read(Self.variant()).framework)
    #expect(variant.descent?.base.description == "made-up@1.0.0")
    #expect(variant.descent?.cause == .variant)
    #expect(variant.base?.framework.id.value == "made-up")
  }

  @Test(
    "1.2 addresses are parts joined by slashes",
    arguments: [
      "reading/", "/reading", "reading//books", "rea ding", "reading.title", "reading/béla", "",
    ])
  func addressForm(address: String) {
    let codes = read(Self.variant(["{reword: \"\(address)\", title: Other, why: a}"])).codes
    #expect(codes == [address.isEmpty ? "empty-value" : "not-an-address"])
  }

  @Test("1.7 an address has at most 64 parts") func longAddress() {
    let address = Array(repeating: "a", count: 65).joined(separator: "/")
    #expect(read(Self.variant(["{reword: \(address), title: A, why: a}"])).codes == ["nesting-too-deep"])
    let shorter = Array(repeating: "a", count: 64).joined(separator: "/")
    #expect(read(Self.variant(["{reword: \(shorter), title: A, why: a}"])).codes == ["change-unknown-target"])
  }

  @Test("2.1 the folder of the variant's own file comes first") func besideItself() throws {
    let library = FrameworkLibrary(folders: ["/shared/frameworks"])
    #expect(
      library.beside("/own/frameworks/a/1.0.0/framework.yaml").folders == [
        "/own/frameworks", "/shared/frameworks",
      ])
    #expect(library.beside("/shared/frameworks/a/1.0.0/framework.yaml").folders == ["/shared/frameworks"])
    #expect(
      library.beside("frameworks/a/1.0.0/framework.yaml").folders == ["frameworks", "/shared/frameworks"])
    #expect(library.beside("a/1.0.0/framework.yaml").folders == [".", "/shared/frameworks"])
    #expect(library.beside("1.0.0/framework.yaml").folders == ["..", "/shared/frameworks"])
    #expect(library.beside("framework.yaml").folders == ["../..", "/shared/frameworks"])
    #expect(library.beside("/a/1.0.0/framework.yaml").folders == ["/", "/shared/frameworks"])
  }

  @Test("2.3 a file in another's place") func misfiled() {
    var bases = TextBases([])
    bases.add(Self.base, as: FrameworkIdentity(id: "other", version: SemanticVersion(1, 0, 0)))
    let reading = Reading(Self.variant(of: "other"), bases: bases)
    #expect(reading.codes == ["base-missing"])
    #expect(reading.report.contains("misfiled.yaml"))
  }

  @Test("2.5 at most 32 variants", arguments: [32, 33]) func longChain(length: Int) {
    var bases = [Self.base]
    for index in 1..<length {
      bases.append(Self.variant(id: "v\(index)", of: index == 1 ? "made-up" : "v\(index - 1)"))
    }
    let reading = read(Self.variant(of: "v\(length - 1)"), bases)
    #expect(reading.codes.first == (length > VariantChain.longest ? "base-chain-too-long" : nil))
  }

  @Test("3.1 a digest is of the content, not of the text") func digestOfContent() throws {
    let text = Self.base.replacingOccurrences(
      of: "overall: none", with: "# a comment\noverall:   'none'\nstatus: draft")
    let (one, other) = (try #require(read(Self.base).framework), try #require(read(text).framework))
    #expect(try one.framework.contentDigest() == other.framework.contentDigest())
    let variant = try #require(read(Self.variant(["{reword: reading, title: To read, why: a}"])).framework)
    let bytes = try Framework.shape.write(variant.framework).canonicalBytes()
    #expect(try variant.framework.contentDigest() == Digest(of: bytes))
  }

  @Test("3.2 one digest seals everything below it") func seal() throws {
    let wrong = "sha256:" + String(repeating: "0", count: 64)
    let middle = Self.variant(["{reword: reading, title: To read, why: a}"], id: "middle", digest: wrong)
    #expect(
      read(Self.variant(of: "middle"), [Self.base, middle]).codes.sorted() == ["base-broken", "base-digest"])
    let good = try #require(
      read(Self.variant(["{reword: reading, title: To read, why: a}"], id: "middle")).framework)
    let digest = try good.framework.contentDigest().description
    #expect(read(Self.variant(of: "middle", digest: digest), [Self.base, middle]).codes == [])
  }

  @Test("4.3 keys of the author's own") func ownKeys() throws {
    let base = Self.base + "x-owner: nobody\nx-kept: yes\n"
    let header = "x-owner: somebody\nx-colour: blue"
    let tree = try #require(read(Self.variant(header: header), [base]).framework?.tree)
    func text(_ key: String) -> String? { tree.value(of: key, in: tree.root).map { tree.string($0) } }
    #expect(text("x-owner") == "somebody")
    #expect(text("x-colour") == "blue")
    #expect(text("x-kept") == "yes")
  }

  @Test("5.11 criteria stand at most 30 deep") func deepCriteria() {
    func moves(_ count: Int) -> [String] {
      (0..<count).map { "{add: {id: a\($0), text: A}, why: a}" }
        + (1..<count).map { "{move: a\(count - $0), to: a\(count - $0 - 1), why: a}" }
    }
    #expect(Set(read(Self.variant(moves(30))).codes) == ["criterion-too-deep"])
    #expect(Set(read(Self.variant(moves(31))).codes) == ["nesting-too-deep"])
  }

  @Test("10.1 every path of the base is in an origin, or is gone") func accountedFor() throws {
    let reading = read(
      Self.variant([
        "{move: reading/books, to: writing, as: volumes, why: one}", "{remove: reading, why: two}",
        "{reword: writing/volumes, text: Are there volumes?, why: three}",
      ]))
    let descent = try #require(reading.framework?.descent)
    #expect(
      descent.origin(of: "writing/volumes")
        == Descent.Origin(paths: ["reading/books"], how: .reworded, why: ["one", "three"]))
    #expect(descent.origin(of: "writing/letters") == Descent.Origin(paths: ["writing/letters"], how: .same))
    #expect(descent.removed == [Descent.Removal(path: "reading", why: "two")])
  }

  @Test("11.1 every field keeps its file and place") func provenance() throws {
    let variant = Self.variant([
      "{reword: reading, title: To read, why: a}", "{move: reading/books, as: volumes, why: a}",
      "{add: {id: essays, text: Are there essays?}, to: writing, why: a}",
    ])
    let bases = TextBases([Self.base])
    let reading = Reading(variant, bases: bases)
    let tree = try #require(reading.framework?.tree)
    let places = Dictionary(
      Provenance(tree).fields.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    func check(_ address: String, _ value: String, in text: String, _ file: UInt32) throws {
      let field = try #require(places[address])
      #expect(field.value == value)
      #expect(field.range.file.index == file)
      let bytes = Array(text.utf8)[Int(field.range.start)..<Int(field.range.end)]
      #expect(String(decoding: bytes, as: UTF8.self) == value)
    }
    try check("reading/title", "To read", in: variant, 0)
    try check("reading/volumes/id", "volumes", in: variant, 0)
    try check("reading/volumes/text", "Are there books?", in: Self.base, 1)
    try check("writing/essays/text", "Are there essays?", in: variant, 0)
    try check("writing/title", "Writing", in: Self.base, 1)
    try check("id", "variant", in: variant, 0)
  }

  @Test("12.6 nobody looks for earlier versions where nobody says where they are") func noLibrary() throws {
    let text = MadeUp.framework(rest: "migrations: [{from: {version: 0.9.0}}]")
    var bag = DiagnosticBag()
    let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    #expect(FrameworkReader.read(source, FileID(index: 0), into: &bag) != nil)
    #expect(bag.items.isEmpty)
    #expect(read(text, []).codes == ["migration-base-missing"])
  }

  @Test("12.6 the files of earlier versions are not among those that it extends") func sourcesOfMigrations()
    throws
  {
    let later =
      Self.base.replacingOccurrences(of: "version: 1.0.0", with: "version: 1.1.0")
      + "migrations: [{from: {version: 1.0.0}}]\n"
    let reading = read(later)
    #expect(reading.codes == [])
    #expect(reading.sources.files.count == 1)
  }
}

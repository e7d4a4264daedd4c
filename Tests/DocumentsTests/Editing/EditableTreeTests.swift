import Diagnostics
import Foundation
import Sealing
import TestSupport
import Testing

@testable import Documents

@Suite struct EditableTreeTests {
  private static let text = """
    plain: one   # a comment
    "quoted": "two\\nlines"
    block: |
      three
      lines
    folded: >-
      four
      folded
    nothing: ~
    empty:
    flow: {a: [1, 2, {b: c}], "d e": ''}
    ünicode: naïve ☃ 😀
    list:
      - &anchor {id: x, parts: [1, 2]}
      - {id: y, parts: *shared}
      - *anchor
    end: *anchor

    """.replacingOccurrences(of: "parts: *shared", with: "parts: [3]")

  private func tree(_ text: String, file: UInt32 = 0) throws -> DocumentTree {
    var bag = DiagnosticBag()
    let source = SourceFile(path: "t.yaml", bytes: Array(text.utf8))
    let tree = DocumentTree(source, FileID(index: file), into: &bag)
    return try #require(tree, "\(bag.items)")
  }

  /// Every node in order, with its place; aliases written out.
  private func nodes(_ tree: DocumentTree) -> [String] {
    var lines: [String] = []
    func walk(_ node: DocumentTree.NodeID) {
      let range = tree.range(node)
      let kind = tree.kind(node)
      lines.append(
        "\(kind) \(range.file.index) \(range.start)..<\(range.end) \(kind == .scalar ? tree.string(node) : "") \(tree.isNull(node))"
      )
      for child in tree.children(node) { walk(child) }
    }
    walk(tree.root)
    return lines
  }

  @Test func `a tree that nobody touches freezes to itself`() throws {
    let original = try tree(Self.text)
    var edited = EditableTree()
    edited.root = edited.adopt(original)
    let frozen = edited.frozen()
    #expect(nodes(frozen) == nodes(original))
    #expect(frozen.json(frozen.root) == original.json(original.root))
    #expect(frozen.file == original.file)
  }

  @Test func `looking into a tree changes nothing`() throws {
    let original = try tree(Self.text)
    var edited = EditableTree()
    edited.root = edited.adopt(original)
    func open(_ node: EditableTree.Node) {
      for entry in edited.entries(node) { open(entry.value) }
      for element in edited.elements(node) { open(element) }
    }
    open(edited.root)
    let frozen = edited.frozen()
    #expect(nodes(frozen) == nodes(original))
    #expect(edited.json(edited.root) == original.json(original.root))
    #expect(frozen.nodeCount == nodes(original).count)
  }

  @Test func `the frameworks of this repository freeze to themselves`() throws {
    let folder = Repository.root.appendingPathComponent("Frameworks").path
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    for file in files where file.hasSuffix("framework.yaml") {
      let original = try tree(String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
      var edited = EditableTree()
      edited.root = edited.adopt(original)
      #expect(nodes(edited.frozen()) == nodes(original))
      _ = edited.entries(edited.root).map { edited.elements($0.value) }
      #expect(nodes(edited.frozen()) == nodes(original))
    }
  }

  @Test func `parts of two documents keep their files`() throws {
    var edited = EditableTree()
    edited.root = edited.adopt(try tree("a: {b: one}\nc: [é]\n", file: 3))
    let other = edited.adopt(try tree("x: {y: two ☃}\nz: &n [1]\nw: *n\n", file: 7))
    let x = try edited.required("x", in: other)
    let w = try edited.required("w", in: other)
    let a = try edited.required("a", in: edited.root)
    let c = try edited.required("c", in: edited.root)
    edited.set("b", to: x, in: a)
    edited.set("new", to: w, in: a)
    edited.setElements(
      edited.elements(c) + [edited.scalar("made", at: SourceRange(file: FileID(index: 7), start: 1, end: 2))],
      of: c)
    let frozen = edited.frozen()
    #expect(
      frozen.json(frozen.root)
        == ["a": ["b": ["y": "two ☃"], "new": ["1"]], "c": ["é", "made"]])
    #expect(
      nodes(frozen).map { String($0.split(separator: " ")[1]) }
        == "3 3 3 3 7 7 7 7 7 7 3 3 3 7".split(separator: " ").map(String.init))
    #expect(frozen.file.index == 3)
  }

  @Test func `copies do not change with what they were copied from`() throws {
    var edited = EditableTree()
    edited.root = edited.adopt(try tree("a: {b: {c: one}}\n"))
    let a = try edited.required("a", in: edited.root)
    let b = try edited.required("b", in: a)
    _ = edited.entries(b)
    let copy = edited.copy(b)
    edited.set("c", to: edited.scalar("two", at: .nowhere), in: b)
    edited.set("d", to: copy, in: a)
    #expect(edited.json(edited.root) == ["a": ["b": ["c": "two"], "d": ["c": "one"]]])
    #expect(!edited.isSame(b, copy))
    edited.remove("c", from: b)
    #expect(edited.json(b) == [:])
    edited.setEntries([], of: edited.root)
    #expect(edited.json(edited.root) == [:])
  }

  @Test func `finding without opening`() throws {
    let text = "a: {locked: true, b: [{x: {locked: true}}]}\nc: {locked: 'no'}\nd: locked\n"
    var edited = EditableTree()
    edited.root = edited.adopt(try tree(text))
    func starts(where condition: (SourceRange) -> Bool) -> Int? {
      edited.firstPlace(of: "locked", saying: "true", in: edited.root, where: condition).map { Int($0.start) }
    }
    func check() {
      #expect(starts { _ in true } == 12)
      #expect(starts { $0.start > 12 } == 35)
      #expect(starts { $0.start > 35 } == nil)
      #expect(edited.has("locked", under: "d", in: edited.root))
      #expect(!edited.has("locked", under: "a", in: edited.root))
      #expect(!edited.has("locked", under: "e", in: edited.root))
      #expect(edited.text(of: "d", in: edited.root) == "locked")
      #expect(edited.place(of: "d", in: edited.root)?.start == UInt32(text.utf8.count - 7))
      #expect(edited.hasKey("c", in: edited.root) && !edited.hasKey("locked", in: edited.root))
    }
    check()
    #expect(edited.opened(edited.root).isEmpty)
    let a = try edited.required("a", in: edited.root)
    _ = edited.value(of: "b", in: a).map { edited.elements($0) }
    check()
    #expect(edited.opened(edited.root).count == 3)
  }

  @Test func `other texts in the same places`() throws {
    let original = try tree("a: one\nb: [two, {c: three}]\n")
    let b = try #require(original.value(of: "b", in: original.root))
    let two = try #require(original.children(b).first { _ in true })
    let replaced = original.replacing([
      two: Located("zwei ☃", at: SourceRange(file: FileID(index: 9), start: 4, end: 8)),
      b: Located("no list"),
    ])
    #expect(replaced.json(replaced.root) == ["a": "one", "b": ["zwei ☃", ["c": "three"]]])
    #expect(replaced.range(two) == SourceRange(file: FileID(index: 9), start: 4, end: 8))
    #expect(replaced.visibleText(two) == "zwei ☃")
    #expect(replaced.visibleText(b) == nil)
  }
}

extension EditableTree {
  /// `#require` cannot change what it is given.
  fileprivate mutating func required(_ key: String, in node: Node) throws -> Node {
    let value = value(of: key, in: node)
    return try #require(value)
  }
}

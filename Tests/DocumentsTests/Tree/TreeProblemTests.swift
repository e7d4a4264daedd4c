import Diagnostics
import Testing

@testable import Documents

/// Every mistake of the text, and where it is said to be.
@Suite struct TreeProblemTests {
  @Test(arguments: ["", " ", "\n\n", "# only a comment", "\u{FEFF}"]) func `nothing to read`(text: String) {
    #expect(TreeReading(text).codes.last == "empty-file")
    #expect(TreeReading(text).tree == nil)
  }

  @Test(arguments: ["---\n", "~", "---\n...\n"]) func `an empty document is a tree with nothing in it`(
    text: String
  ) {
    #expect(TreeReading(text).codes == [])
  }

  @Test(arguments: [
    [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4E, 0x47],
    [0x7F, 0x45, 0x4C, 0x46],
  ])
  func `other kinds of file`(start: [UInt8]) {
    #expect(TreeReading(start + Array(repeating: 0, count: 40)).codes == ["not-text"])
  }

  @Test func `bytes that are not UTF-8`() {
    let broken: [[UInt8]] = [
      [0xE9], [0xC3, 0x28], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80],
    ]
    for bytes in broken {
      let reading = TreeReading(Array("é: caf".utf8) + bytes + Array("\n".utf8))
      #expect(reading.codes == ["not-utf-8"], "\(bytes)")
      #expect(reading.bag.items.first?.range?.start == 7, "\(bytes)")
    }
    #expect(TreeReading(Array("a: b".utf8) + [0xC3]).codes == ["not-utf-8"])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]])
  func `UTF-16 and UTF-32`(bytes: [UInt8]) { #expect(TreeReading(bytes).codes == ["not-utf-8"]) }

  @Test func `invisible characters`() {
    expectTree("nul-byte", "a: on⟦\0⟧e\n")
    expectTree("control-character", "a: on⟦\u{7}⟧e\n")
    expectTree("control-character", "a: on⟦\u{7F}⟧e\n")
  }

  @Test func `a control character of several bytes`() {
    #expect(TreeReading("a: on\u{81}e\n").codes == ["control-character"])
    #expect(TreeReading("a: on\u{FFFE}e\n").codes == ["control-character"])
  }

  @Test(arguments: ["a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "\ta: 1\n", "- a\n\t- b\n"])
  func `tabs for spaces`(text: String) {
    #expect(TreeReading(text).codes == ["tab-indentation"])
    #expect(TreeReading(text).tree == nil)
  }

  @Test func `tabs that do no harm`() { #expect(TreeReading("a:\tone\nb: 'x\ty'\n").codes == []) }

  @Test(arguments: [
    ("a: b: c\n", "A colon cannot start a value here"), ("a: \"open\n", "never closed"),
    ("a: [1, 2\nb: 3\n", "A comma"),
    ("a: {x: 1\nb: 3\n", "A comma"), ("a: @x\n", "cannot start a value"), ("a: \"\\q\"\n", "backslash"),
    ("a: 1\n b: 2\n", "colon"),
    ("a:\n  - 1\n b: 2\n", "key"), ("- a\nb: 1\n", "list item"), ("a: &\n", "name"), ("a: *\n", "name"),
    ("a: 1\n]\n", ""),
    ("%FOO\n", ""), ("a: |x\n", ""), ("a: 'x\n---\ny'\n", "inside a quoted text"),
    ("a: 1\n...\nb\n...\n", ""),
  ])
  func `broken YAML is explained`(text: String, words: String) {
    let reading = TreeReading(text)
    #expect(reading.tree == nil)
    #expect(reading.codes == ["yaml-syntax"] || reading.codes == ["several-documents"], "\(text)")
    #expect(words.isEmpty || reading.bag.items.first?.message.contains(words) == true, "\(reading.bag.items)")
  }

  @Test func `the place of a mistake, past text that is not ASCII`() {
    expectTree("yaml-syntax", "é: 😀\nb: c⟦:⟧ d\n")
    expectTree("tag", "é: ⟦!!str 😀⟧\n")
    expectTree("yaml-syntax", "é: ⟦\"⟧open\nb: c\n")
    expectTree("unknown-alias", "é: &anchor 😀\nb: ⟦*anchr⟧\n")
    expectTree("key-not-text", "é: 1\n? ⟦[⟧a]\n: b\n")
  }

  @Test func `an unknown alias has a suggestion`() {
    #expect(TreeReading("a: &anchor 1\nb: *anchr\n").bag.items.map(\.help) == ["Did you mean “*anchor”?"])
  }

  @Test func `a second document`() {
    expectTree("several-documents", "a: 1\n⟦---⟧\nb: 2\n")
    #expect(TreeReading("---\na: 1\n...\n").codes == [])
  }

  @Test(arguments: [
    "a: !!int 1\n", "a: !x 1\n", "a: ! 1\n", "!!map {a: 1}\n", "a: !<tag:x> 1\n", "a: !e!x 1\n",
    "!!seq [1]\n",
  ])
  func `tags`(text: String) { #expect(TreeReading(text).codes == ["tag"]) }

  @Test func `keys that are no names`() {
    #expect(TreeReading("{a: 1}: b\n").codes == ["key-not-text"])
    #expect(TreeReading("- &x {a: 1}\n- *x : b\n").codes == ["key-not-text"])
  }

  @Test func `text behind a value`() throws {
    let tree = try #require(TreeReading("a: See area #1\nb: one # two\nc: 'x' # y\nd: a#b\ne: x\n").tree)
    func marks(_ key: String) -> DocumentTree.Marks? {
      tree.value(of: key, in: tree.root).map { tree.record($0).marks }
    }
    #expect(marks("a") == [.plain, .comment, .tightComment])
    #expect(marks("b") == [.plain, .comment])
    #expect(marks("c") == [])
    #expect(marks("d") == [.plain])
  }

  @Test func `what counts as nothing`() throws {
    let tree = try #require(TreeReading("[~, null, '', '~', NULL, 'null', {a: }, \" \"]").tree)
    let nodes = Array(tree.children(tree.root))
    #expect(nodes.map { tree.isNull($0) } == [true, true, false, false, false, false, false, false])
    #expect(nodes.map { tree.isBlank($0) } == [true, true, true, false, false, false, false, true])
  }
}

import Diagnostics
import Testing

@testable import Documents

/// Where the parts of a value stand, however the value was written.
@Suite struct ScalarPlacesTests {
  /// Expects a word of the value under `a` to stand at the marked place.
  private func expect(_ word: String, in marked: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let marked = MarkedText(marked)
    let source = SourceFile(path: "t.yaml", bytes: Array(marked.text.utf8))
    let tree = try #require(TreeReading(marked.text).tree, sourceLocation: sourceLocation)
    let node = try #require(tree.value(of: "a", in: tree.root), sourceLocation: sourceLocation)
    let text = tree.string(node)
    let found = try #require(text.firstRange(of: word), "“\(text)”", sourceLocation: sourceLocation)
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let dropped = String(text.drop { $0.isWhitespace })
    let trimmed = String(dropped.reversed().drop { $0.isWhitespace }.reversed())
    for value in [text, trimmed] {
      let offset = value == text ? start : start - (text.utf8.count - dropped.utf8.count)
      let range = ScalarPlaces(of: Located(value, at: tree.range(node)), in: source)
        .range(ofDecoded: offset..<offset + word.utf8.count)
      #expect(range.start..<range.end == marked.places[0], sourceLocation: sourceLocation)
    }
  }

  @Test func plain() throws {
    try expect("two", in: "a: one ⟦two⟧ three\n")
    try expect("three", in: "a: one\n  two\n\n   ⟦three⟧\nb: x\n")
    try expect("two", in: "a: &name\n  # why\n  one ⟦two⟧\n")
    try expect("two", in: "{a: one ⟦two⟧, b: x}")
    try expect("ü", in: "a: é€😀⟦ü⟧ x\n")
    try expect("one two", in: "a: ⟦one\r\n  two⟧\r\n")
  }

  @Test func `single quotes`() throws {
    try expect("two", in: "a: 'one ''x'' ⟦two⟧'\n")
    try expect("'", in: "a: 'it⟦''⟧s'\n")
    try expect("two", in: "a: 'one\n\n\n  ⟦two⟧'\n")
    try expect("one", in: "a: '  ⟦one⟧ '\n")
  }

  @Test func `double quotes`() throws {
    try expect("two", in: #"a: "one \"x\" \t\x41\u20AC\U0001F600 ⟦two⟧""#)
    try expect("€", in: #"a: "1 ⟦\u20AC⟧ 2""#)
    try expect("a€b", in: #"a: "1 ⟦a\u20ACb⟧ 2""#)
    try expect("two", in: "a: \"one\n   ⟦two⟧\"\n")
    try expect("onetwo", in: "a: \"⟦one\\\n   two⟧\"\n")
    try expect(" two", in: "a: \"one\\\n  ⟦\\ two⟧\"\n")
  }

  @Test func `literal blocks`() throws {
    try expect("two", in: "a: |\n  one\n  ⟦two⟧\n")
    try expect("two", in: "a: |2-  # why\n     one\n   ⟦two⟧\n\n")
    try expect("two", in: "x:\n  y\na: |+\n\n  one\n    ⟦two⟧\n\n\nb: x\n")
    try expect("two", in: "\u{FEFF}a: >\n  one\n  ⟦two⟧")
  }

  @Test func `folded blocks`() throws {
    try expect("three", in: "a: >-\n  one\n  two\n\n  ⟦three⟧\n")
    try expect("two\n three", in: "a: >\n  one\n  ⟦two\n   three⟧\n  four\n")
    try expect("one two", in: "a: >\n\n    ⟦one\n    two⟧\n")
  }

  @Test func `behind an alias only the whole is known`() throws {
    let text = "x: &it one two\na: *it\n"
    let tree = try #require(TreeReading(text).tree)
    let node = try #require(tree.value(of: "a", in: tree.root))
    let places = ScalarPlaces(
      of: Located(tree.string(node), at: tree.range(node)),
      in: SourceFile(path: "t.yaml", bytes: Array(text.utf8)))
    #expect(places.range(ofDecoded: 4..<7) == tree.range(node))
    #expect(places.whole == tree.range(node))
  }

  @Test func `places between characters, and past the end`() throws {
    let text = "a: 'x''y'\nb: ''\n"
    let tree = try #require(TreeReading(text).tree)
    func places(_ key: String) throws -> ScalarPlaces {
      let node = try #require(tree.value(of: key, in: tree.root))
      return ScalarPlaces(
        of: Located(tree.string(node), at: tree.range(node)),
        in: SourceFile(path: "t.yaml", bytes: Array(text.utf8)))
    }
    let full = try places("a")
    func offsets(_ part: Range<Int>, of places: ScalarPlaces) -> Range<UInt32> {
      let range = places.range(ofDecoded: part)
      return range.start..<range.end
    }
    #expect(offsets(2..<2, of: full) == 7..<7)
    #expect(offsets(3..<3, of: full) == 8..<8)
    #expect(offsets(3..<9, of: full) == 8..<8)
    #expect(offsets(0..<99, of: full) == 4..<8)
    #expect(offsets(0..<0, of: try places("b")) == 14..<14)
  }

  @Test func `a value that is not what was written has one place`() {
    let source = SourceFile(path: "t.yaml", bytes: Array("a: one".utf8))
    let range = SourceRange(file: FileID(index: 0), start: 3, end: 6)
    #expect(ScalarPlaces(of: Located("two", at: range), in: source).range(ofDecoded: 0..<1) == range)
    let outside = SourceRange(file: FileID(index: 0), start: 30, end: 60)
    #expect(ScalarPlaces(of: Located("two", at: outside), in: source).range(ofDecoded: 0..<1) == outside)
    _ = ScalarPlaces(of: Located("two"), in: source).range(ofDecoded: 0..<1)
  }
}

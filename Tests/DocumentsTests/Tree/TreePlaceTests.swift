import Diagnostics
import Testing

@testable import Documents

/// Every value keeps the bytes that it was read from. libyaml counts in code points and has line ends of its
/// own, so the texts hold what could put it off: characters of two to four bytes, and every kind of line end.
@Suite struct TreePlaceTests {
  /// Expects the values of a mapping (or the items of a list) to lie at the marked places.
  private func expectPlaces(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let marked = MarkedText(marked)
    let tree = try #require(TreeReading(marked.text).tree, sourceLocation: sourceLocation)
    var places: [Range<UInt32>] = []
    for (index, child) in tree.children(tree.root).enumerated()
    where tree.kind(tree.root) == .sequence || index % 2 == 1 {
      places.append(tree.range(child).start..<tree.range(child).end)
    }
    #expect(places == marked.places, sourceLocation: sourceLocation)
  }

  @Test func `plain, quoted and nested values`() throws {
    try expectPlaces("a: ⟦one⟧\nb: ⟦'two'⟧\nc: ⟦\"th\\x72ee\"⟧\nd: ⟦[1, {x: y}]⟧\n")
    try expectPlaces("- ⟦a: 1\n  b: 2⟧\n\n\n- ⟦two words⟧   \n- ⟦- x\n  - y⟧\n# end\n")
  }

  @Test func `text past ASCII`() throws {
    try expectPlaces("é: ⟦ü€😀⟧\n😀: ⟦\"naïve\"⟧\nz: ⟦end⟧\n")
  }

  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
  func `line ends that only Unicode knows`(separator: String) throws {
    try expectPlaces("a: ⟦\"x\(separator)y\"⟧\nb: ⟦two⟧\n")
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func `line ends`(end: String) throws {
    try expectPlaces("a: ⟦one⟧\(end)b: ⟦'two'⟧\(end)\(end)c: ⟦[1,\(end)  2]⟧\(end)")
  }

  @Test func `a byte order mark`() throws {
    let reading = TreeReading("\u{FEFF}a: one\n")
    let tree = try #require(reading.tree)
    let value = try #require(tree.value(of: "a", in: tree.root))
    #expect(tree.string(value) == "one")
    #expect(tree.range(value).start == 6 && tree.range(value).end == 9)
    #expect(reading.codes == ["byte-order-mark"])
  }

  @Test func `folded and literal text`() throws {
    let text = "a: >-\n  one\n  two\nb: |\n  three\nc: x\n"
    let tree = try #require(TreeReading(text).tree)
    func string(_ key: String) -> String? { tree.value(of: key, in: tree.root).map { tree.string($0) } }
    #expect(string("a") == "one two")
    #expect(string("b") == "three\n")
    #expect(string("c") == "x")
    let place = try #require(tree.value(of: "a", in: tree.root))
    #expect(tree.range(place).start == 3)
  }

  @Test func `an alias lies where it stands and reads as what it names`() throws {
    let marked = MarkedText("a: &x one\nb: ⟦*x⟧\n")
    let tree = try #require(TreeReading(marked.text).tree)
    let value = try #require(tree.value(of: "b", in: tree.root))
    #expect(tree.string(value) == "one")
    #expect(tree.range(value).start..<tree.range(value).end == marked.places[0])
  }

  @Test func `children of an aliased list`() throws {
    let tree = try #require(TreeReading("a: &x [1, 2]\nb: *x\n").tree)
    let value = try #require(tree.value(of: "b", in: tree.root))
    #expect(tree.kind(value) == .sequence)
    #expect(tree.children(value).map { tree.string($0) } == ["1", "2"])
    #expect(tree.value(of: "c", in: tree.root) == nil)
    #expect(tree.value(of: "c", in: value) == nil)
  }
}

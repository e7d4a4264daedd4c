import Diagnostics
import TestSupport
import Testing

@testable import Documents

@Suite struct RecordTests {
  private func read(_ text: String) -> ShapeReading<Basket> { ShapeReading(text, as: Basket.shape) }

  /// Expects the codes at the marked places.
  private func expect(_ codes: [String], _ marked: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    let marked = MarkedText(marked)
    let items = read(marked.text).bag.sorted()
    #expect(items.map(\.code.id) == codes, sourceLocation: sourceLocation)
    let places = items.compactMap(\.range).map { $0.start..<$0.end }
    #expect(places == marked.places, "\(items)", sourceLocation: sourceLocation)
  }

  @Test func `everything, there and back`() throws {
    let text = """
      {id: a, title: A, note: Nothing, size: 3, weight: 0.5, open: true, tags: [x, y], names: ["No", two], colour: pear,
       lid: {title: L}, handles: {title: H}, prices: {apples: 3, pears: 4}, baskets: [{id: b, title: B}]}
      """
    let first = try #require(read(text).value)
    #expect(read(text).codes == [])
    #expect(first.prices.map(\.key.value) == ["apples", "pears"])
    #expect(first.baskets.map(\.id.value) == ["b"])
    let again = read(Basket.shape.write(first).prettyText())
    #expect(again.value == first && again.codes == [])
  }

  @Test func `what was left out is not written`() throws {
    let basket = try #require(read("{id: a, title: A}").value)
    #expect(Basket.shape.write(basket) == ["id": "a", "title": "A"])
    #expect(basket.size == 1 && basket.handles == nil)
  }

  @Test func `keys without a value are as if left out, unless they must be there`() throws {
    let reading = read("id: a\ntitle: A\nnote:\nsize: ~\ntags:\nlid: null\nbaskets: []\nnames:\n")
    #expect(reading.value == read("{id: a, title: A}").value)
    #expect(reading.codes == [])
    expect(["empty-value"], "{id: a, title: ⟦''⟧}")
    expect(["empty-value"], "{id: a, title: ⟦\"  \"⟧}")
    #expect(read("{id: a, title: A, note: ''}").value?.note == nil)
    #expect(read("id:\ntitle: A").codes == ["empty-value"])
  }

  @Test func `a value that is all comment`() {
    #expect(read("id: a\ntitle: #1 in the list\n").codes == ["text-cut"])
    #expect(read("id: a\ntitle: A\nnote: #1 in the list\n").codes == ["text-cut"])
    #expect(read("id: a\ntitle: A\nnote: # to come\n").codes == [])
  }

  @Test func `unknown, missing and repeated keys`() {
    expect(["unknown-key"], "{id: a, title: A, ⟦tilte⟧: B}")
    expect(["missing-key"], "{⟦id⟧: a}")
    expect(["unknown-key"], "{id: a, ⟦tilte⟧: A}")
    #expect(read("{}").codes == ["missing-key", "missing-key"])
    expect(["duplicate-key"], "{id: a, title: A, ⟦title⟧: B}")
    expect(["unknown-key", "duplicate-key"], "{id: a, title: A, ⟦zzz⟧: B, ⟦zzz⟧: C}")
    expect(["merge-key"], "{id: a, title: A, ⟦<<⟧: {size: 2}}")
    #expect(read("{id: a, title: A, tilte: B}").bag.items.map(\.help) == ["Did you mean “title”?"])
    #expect(read("{id: a, title: A, qqqqqq: B}").bag.items[0].help.hasPrefix("It may have: id, title, note"))
    #expect(read("{id: a, title: A, x-mine: {any: [thing]}}").codes == [])
    expect(["duplicate-key"], "{id: a, title: A, x-a: 1, ⟦x-a⟧: 2}")
  }

  @Test func `the first of a repeated key counts`() {
    #expect(read("{id: a, title: A, title: B}").value?.title == "A")
  }

  @Test func `the wrong kind of value`() {
    expect(["wrong-type"], "⟦[a]⟧")
    expect(["wrong-type"], "⟦a⟧")
    expect(["wrong-type"], "{id: a, title: A, tags: ⟦x⟧}")
    expect(["wrong-type"], "{id: a, title: A, tags: ⟦{x: y}⟧}")
    expect(["wrong-type"], "{id: a, title: ⟦[A]⟧}")
    expect(["wrong-type"], "{id: a, title: A, lid: ⟦shut⟧}")
    expect(["wrong-type"], "{id: a, title: A, handles: ⟦some⟧}")
    expect(["wrong-type"], "{id: a, title: A, prices: ⟦[1]⟧}")
    expect(["wrong-type"], "{id: a, title: A, baskets: [⟦b⟧]}")
  }

  @Test func `a list keeps what could be read`() {
    let reading = read("{id: a, title: A, tags: [x, Y, z], baskets: [{id: b, title: B}, 7]}")
    #expect(reading.value?.tags.map(\.value) == ["x", "z"])
    #expect(reading.value?.baskets.count == 1)
    #expect(reading.codes == ["not-a-slug", "wrong-type"])
  }

  @Test func `a mapping with keys of the author's`() {
    expect(["duplicate-key"], "{id: a, title: A, prices: {x: 1, ⟦x⟧: 2}}")
    expect(["not-a-slug"], "{id: a, title: A, prices: {⟦X⟧: 1}}")
    expect(["merge-key"], "{id: a, title: A, prices: {⟦<<⟧: {x: 1}}}")
    expect(["not-an-integer"], "{id: a, title: A, prices: {x: ⟦one⟧}}")
  }

  @Test func `a list that must have entries`() {
    let shape = Shape<[String]>.list(of: .text, minimum: 2)
    #expect(ShapeReading("[a, b]", as: shape).codes == [])
    #expect(ShapeReading("[a]", as: shape).codes == ["too-few"])
    #expect(ShapeReading("~", as: shape).codes == ["empty-value"])
  }

  @Test func `a word or a mapping`() {
    let shape = Shape<String>.scalar(
      .text,
      orMapping: Basket.lid.map({ "lid " + $0.title }, back: { Basket.Lid(title: String($0.dropFirst(4))) }),
      isScalar: { !$0.hasPrefix("lid ") })
    #expect(ShapeReading("word", as: shape).value == "word")
    #expect(ShapeReading("{title: L}", as: shape).value == "lid L")
    #expect(shape.write("word") == "word")
    #expect(shape.write("lid L") == ["title": "L"])
  }

  @Test func `past a thousand errors the reader gives up`() {
    let keys = (0..<20_000).map { "titel\($0): 1" }.joined(separator: "\n")
    let (reading, time) = ProcessorTime.of { read("id: a\ntitle: A\n\(keys)\n") }
    #expect(reading.bag.errorCount == 1_000)
    #expect(reading.bag.isHopeless)
    #expect(reading.bag.items.count == 1_000)
    #expect(time < .seconds(5))
  }
}

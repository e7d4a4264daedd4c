import Diagnostics
import Testing

@testable import Documents

@Suite struct DocumentTests {
  static let shape = Shape<Basket>.record(
    "basket", "A basket.", blank: Basket(),
    fields: [.header(Basket.kind), .required("id", \.id, .slug, "Its id.")])

  private func read(_ text: String) -> (value: Basket?, codes: [String]) {
    var bag = DiagnosticBag()
    let source = SourceFile(path: "t.yaml", bytes: Array(text.utf8))
    let value = Document.read(source, FileID(index: 0), kind: Basket.kind, as: Self.shape, into: &bag)
    return (value, bag.items.map(\.code.id))
  }

  @Test func `the right kind and version`() {
    #expect(read("schema: test.basket/2\nid: a\n").codes == [])
    #expect(read("id: a\nschema: \"test.basket/2\"\n").value?.id.value == "a")
  }

  @Test(arguments: [
    ("id: a", "schema-missing"), ("{}", "schema-missing"), ("schema: test.basket/1", "schema-version"),
    ("schema: test.basket/", "schema-version"), ("schema: test.box/2", "schema-unknown"),
    ("schema: basket", "schema-unknown"),
    ("schema:", "schema-unknown"), ("schema: [a]", "schema-unknown"), ("[a]", "wrong-type"),
    ("word", "wrong-type"),
    ("---\n", "wrong-type"), ("", "empty-file"), ("a: b: c", "yaml-syntax"),
  ])
  func `others are refused before anything else is said`(text: String, code: String) {
    #expect(read(text).codes == [code])
    #expect(read(text).value == nil)
  }

  @Test func `what is written names its kind`() {
    #expect(Self.shape.write(Basket(id: Located("a"))) == ["schema": "test.basket/2", "id": "a"])
  }
}

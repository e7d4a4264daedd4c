import Diagnostics
import Sealing
import Testing

@testable import Documents

/// The JSON Schema and the reader come from one declaration; here they are held against each other.
@Suite struct SchemaTests {
  static let schema = JSONSchema.of(
    Basket.shape, kind: Basket.kind, title: "A basket", id: "https://example.org/basket")

  /// Each is JSON, hence YAML too; `true` where it is a basket.
  @Test(arguments: [
    (#"{"id": "a", "title": "A"}"#, true), (#"{"id": "a"}"#, false), (#"{"id": "A", "title": "A"}"#, false),
    (#"{"id": 7, "title": 3.5}"#, true), (#"{"id": -7, "title": "A"}"#, false),
    (#"{"id": "a", "title": true}"#, true),
    (#"{"id": "a", "title": ""}"#, false), (#"{"id": "a", "title": " "}"#, false),
    (#"{"id": "a", "title": null}"#, false),
    (#"{"id": "a", "title": ["A"]}"#, false), (#"{"id": "a", "title": "A", "note": null}"#, true),
    (#"{"id": "a", "title": "A", "note": ""}"#, true), (#"{"id": "a", "title": "A", "size": 9}"#, true),
    (#"{"id": "a", "title": "A", "size": 10}"#, false), (#"{"id": "a", "title": "A", "size": "x"}"#, false),
    (#"{"id": "a", "title": "A", "size": null}"#, true), (#"{"id": "a", "title": "A", "weight": 0.5}"#, true),
    (#"{"id": "a", "title": "A", "weight": -1}"#, false), (#"{"id": "a", "title": "A", "open": true}"#, true),
    (#"{"id": "a", "title": "A", "open": "yes"}"#, false),
    (#"{"id": "a", "title": "A", "tags": ["x"]}"#, true),
    (#"{"id": "a", "title": "A", "tags": []}"#, true), (#"{"id": "a", "title": "A", "tags": null}"#, true),
    (#"{"id": "a", "title": "A", "tags": "x"}"#, false),
    (#"{"id": "a", "title": "A", "tags": ["X"]}"#, false),
    (#"{"id": "a", "title": "A", "colour": "pear"}"#, true),
    (#"{"id": "a", "title": "A", "colour": "plum"}"#, false),
    (#"{"id": "a", "title": "A", "lid": {"title": "L"}}"#, true),
    (#"{"id": "a", "title": "A", "lid": {}}"#, false),
    (#"{"id": "a", "title": "A", "lid": null}"#, true), (#"{"id": "a", "title": "A", "lid": "L"}"#, false),
    (#"{"id": "a", "title": "A", "handles": "none"}"#, true),
    (#"{"id": "a", "title": "A", "handles": "some"}"#, false),
    (#"{"id": "a", "title": "A", "handles": {"title": "L"}}"#, true),
    (#"{"id": "a", "title": "A", "prices": {"x": 1}}"#, true),
    (#"{"id": "a", "title": "A", "prices": {"X": 1}}"#, false),
    (#"{"id": "a", "title": "A", "prices": {"x": "y"}}"#, false),
    (#"{"id": "a", "title": "A", "prices": null}"#, true), (#"{"id": "a", "title": "A", "x-y": [1]}"#, true),
    (#"{"id": "a", "title": "A", "y": 1}"#, false), (#"{"id": "a", "title": "A", "<<": {}}"#, false),
    (
      #"{"id": "a", "title": "A", "baskets": [{"id": "b", "title": "B", "baskets": [{"id": "c", "title": "C"}]}]}"#,
      true
    ),
    (#"{"id": "a", "title": "A", "baskets": [{"id": "b", "title": "B", "baskets": [{"id": "c"}]}]}"#, false),
    (#"["a"]"#, false), (#""a""#, false),
  ])
  func `reader and schema agree`(text: String, isBasket: Bool) throws {
    let reading = ShapeReading(text, as: Basket.shape)
    #expect(!reading.bag.hasErrors == isBasket, "the reader: \(reading.bag.items)")
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(SchemaValidator(root: Self.schema).accepts(value) == isBasket, "the schema")
  }

  @Test(arguments: [
    ("1.0.0", true), ("1.0", false), ("1.0.0-a.1", true), ("1.0.0-01", false), ("1.0.0-", false),
    ("1.0.0-a..b", false),
    ("1.0.0--1", true), ("01.0.0", false),
  ])
  func `versions agree`(text: String, isVersion: Bool) {
    let schema = JSONSchema.of(Shape<Located<SemanticVersion>>.version, kind: Basket.kind, title: "", id: "")
    #expect(SchemaValidator(root: schema).accepts(.string(text)) == isVersion)
    #expect((SemanticVersion(text) != nil) == isVersion)
  }

  @Test func `the head of a schema`() {
    #expect(Self.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(Self.schema["$id"] == "https://example.org/basket")
    #expect(Self.schema["$ref"] == "#/$defs/basket")
    #expect(Self.schema["$defs"]?.asObject?.map(\.key) == ["basket", "the-lid"])
  }

  @Test func `editors are told what keys mean`() {
    let properties = Self.schema["$defs"]?["basket"]?["properties"]
    #expect(properties?["title"]?["description"] == "Its title.")
    #expect(properties?["lid"]?["description"] == "Its lid.")
  }

  @Test func `the reference page`() {
    let page = ReferencePage.of(
      Basket.shape, kind: Basket.kind, title: "Baskets", introduction: "All about them.")
    #expect(page.hasPrefix("# Baskets\n"))
    #expect(page.contains("| `id` | ● | slug (lower-case letters, digits and single hyphens) | Its id. |"))
    #expect(page.contains("| `lid` |  | [the lid](#the-lid) | Its lid. |"))
    #expect(page.contains("\n## the lid\n"))
    #expect(page.contains("| `baskets` |  | list of [basket](#basket) | What is in it. |"))
    #expect(page.components(separatedBy: "## basket").count == 2)
  }
}

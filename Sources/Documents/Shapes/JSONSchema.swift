import Sealing

/// Makes a JSON Schema (draft 2020-12) from a shape, for editors' YAML language servers.
public struct JSONSchema {
  private var definitions: [JSONValue.Member] = []
  private var known: Set<String> = []

  public static func of<Value>(_ shape: Shape<Value>, kind: DocumentKind, title: String, id: String)
    -> JSONValue
  {
    of(shape.spec, title: title, id: id)
  }

  /// Of what is not a document: a message, or a part of one.
  public static func of(_ spec: ShapeSpec, title: String, id: String) -> JSONValue {
    var schema = JSONSchema()
    let root = schema.describe(spec)
    return .object(
      [
        JSONValue.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSONValue.Member("$id", .string(id)),
        JSONValue.Member("title", .string(title)),
      ] + members(root) + [JSONValue.Member("$defs", .object(schema.definitions.sorted { $0.key < $1.key }))])
  }

  private static func members(_ value: JSONValue) -> [JSONValue.Member] {
    if case .object(let members) = value { members } else { [] }
  }

  private mutating func describe(_ spec: ShapeSpec) -> JSONValue {
    switch spec {
    case .scalar(let scalar):
      return .object(
        scalar.schema.map { JSONValue.Member($0.0, $0.1) }
          + (scalar.meaning.isEmpty ? [] : [JSONValue.Member("description", .string(scalar.meaning))]))
    case .list(let element, let minimum):
      var members = [JSONValue.Member("type", minimum > 0 ? "array" : ["array", "null"])]
      members.append(JSONValue.Member("items", describe(element)))
      if minimum > 0 { members.append(JSONValue.Member("minItems", .int(Int64(minimum)))) }
      return .object(members)
    case .map(let key, let value):
      return .object([
        JSONValue.Member("type", "object"),
        JSONValue.Member(
          "propertyNames",
          .object(key.schema.filter { $0.0 == "pattern" }.map { JSONValue.Member($0.0, $0.1) })),
        JSONValue.Member("additionalProperties", describe(value)),
      ])
    case .either(let options):
      return .object([JSONValue.Member("anyOf", .array(options.map { describe($0) }))])
    case .recursive(let name, let inner):
      if !known.contains(name) { _ = describe(inner()) }
      return reference(to: name)
    case .record(let record):
      if known.insert(record.name).inserted {
        let properties = record.fields.map { JSONValue.Member($0.name, property($0)) }
        definitions.append(
          JSONValue.Member(
            key(record.name),
            .object([
              JSONValue.Member("type", "object"), JSONValue.Member("description", .string(record.summary)),
              JSONValue.Member("properties", .object(properties)),
              JSONValue.Member("patternProperties", .object([JSONValue.Member("^x-", true)])),
              JSONValue.Member("additionalProperties", false),
              JSONValue.Member(
                "required", .array(record.fields.filter(\.isRequired).map { .string($0.name) })),
            ])))
      }
      return reference(to: record.name)
    }
  }

  private mutating func property(_ field: FieldSpec) -> JSONValue {
    var value = describe(field.shape)
    switch field.shape {
    case .list: break
    case .scalar(let scalar) where field.isRequired:
      // Text that must be there must be there to see.
      if scalar.isFreeText {
        value = .object(Self.members(value) + [JSONValue.Member("pattern", "\\S")])
      }
    case _ where field.isRequired: break
    default:
      // A key that may be left out may also stand without a value.
      value = .object([JSONValue.Member("anyOf", [value, ["type": "null"]])])
    }
    return .object(
      Self.members(value).filter { $0.key != "description" } + [
        JSONValue.Member("description", .string(field.summary))
      ])
  }

  private func reference(to record: String) -> JSONValue { ["$ref": .string("#/$defs/\(key(record))")] }

  /// A reference is a URI, which has no spaces.
  private func key(_ record: String) -> String { record.split(separator: " ").joined(separator: "-") }
}

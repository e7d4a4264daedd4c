import Foundation
import Sealing

/// As much of JSON Schema (draft 2020-12) as our schemas use; an unknown keyword fails, so that none goes
/// unchecked.
struct SchemaValidator {
  let root: JSONValue

  func accepts(_ value: JSONValue) -> Bool { accepts(value, root) }

  private func accepts(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    if let always = schema.asBool { return always }
    return (schema.asObject ?? []).allSatisfy { holds($0.key, $0.value, value, schema) }
  }

  private func holds(_ keyword: String, _ wanted: JSONValue, _ value: JSONValue, _ schema: JSONValue) -> Bool
  {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description", "format": true
    case "$ref": resolve(wanted).map { accepts(value, $0) } ?? false
    case "type": (wanted.asArray ?? [wanted]).contains { isType(value, $0.asString ?? "") }
    case "const": wanted == value
    case "enum": wanted.asArray?.contains(value) == true
    case "anyOf": wanted.asArray?.contains { accepts(value, $0) } == true
    case "pattern": value.asString.map { matches($0, wanted.asString ?? "") } ?? true
    case "maxLength": value.asString.map { $0.unicodeScalars.count <= Int(wanted.asInt ?? 0) } ?? true
    case "minimum": value.asDouble.map { $0 >= wanted.asDouble ?? 0 } ?? true
    case "maximum": value.asDouble.map { $0 <= wanted.asDouble ?? 0 } ?? true
    case "items": value.asArray?.allSatisfy { accepts($0, wanted) } ?? true
    case "minItems": value.asArray.map { $0.count >= Int(wanted.asInt ?? 0) } ?? true
    case "required":
      value.asObject.map { object in
        (wanted.asArray ?? []).allSatisfy { key in object.contains { $0.key == key.asString } }
      } ?? true
    case "propertyNames": value.asObject?.allSatisfy { accepts(.string($0.key), wanted) } ?? true
    case "properties":
      value.asObject?.allSatisfy { member in wanted[member.key].map { accepts(member.value, $0) } ?? true }
        ?? true
    case "patternProperties":
      value.asObject?.allSatisfy { member in
        (wanted.asObject ?? []).allSatisfy { !matches(member.key, $0.key) || accepts(member.value, $0.value) }
      } ?? true
    case "additionalProperties":
      value.asObject?.allSatisfy { member in
        schema["properties"]?[member.key] != nil
          || (schema["patternProperties"]?.asObject ?? []).contains { matches(member.key, $0.key) }
          || accepts(member.value, wanted)
      } ?? true
    default: false
    }
  }

  private func resolve(_ reference: JSONValue) -> JSONValue? {
    guard let name = reference.asString, name.hasPrefix("#/$defs/") else { return nil }
    return root["$defs"]?[String(name.dropFirst(8))]
  }

  private func isType(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
      ("number", .int),
      ("number", .double), ("integer", .int):
      true
    default: false
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }
}

import Documents
import Sealing

/// What Waymark sends: one declaration gives the JSON, its schema and its table in the reference.
///
/// A shape both reads and writes; what is only ever sent needs no reading.
public struct Message<Value: Sendable>: Sendable {
  public let spec: RecordSpec
  private let fields: [MessageField<Value>]

  public init(_ name: String, _ summary: String, fields: [MessageField<Value>]) {
    spec = RecordSpec(name: name, summary: summary, fields: fields.map(\.spec))
    self.fields = fields
  }

  public func json(_ value: Value) -> JSONValue {
    .object(fields.compactMap { field in field.write(value).map { JSONValue.Member(field.spec.name, $0) } })
  }
}

/// One key of what is sent.
public struct MessageField<Value: Sendable>: Sendable {
  public let spec: FieldSpec
  let write: @Sendable (Value) -> JSONValue?

  /// A key that always stands there.
  public static func always(
    _ name: String, _ shape: ShapeSpec, _ summary: String, _ write: @escaping @Sendable (Value) -> JSONValue
  ) -> MessageField {
    MessageField(
      spec: FieldSpec(name: name, summary: summary, isRequired: true, shape: shape), write: { write($0) })
  }

  /// A key that somebody else adds on the way.
  static func placed(_ name: String, _ record: RecordSpec, _ summary: String) -> MessageField {
    MessageField(
      spec: FieldSpec(name: name, summary: summary, isRequired: true, shape: .record(record)),
      write: { _ in nil })
  }

  /// A key that is left out where there is nothing to say.
  public static func sometimes(
    _ name: String, _ shape: ShapeSpec, _ summary: String, _ write: @escaping @Sendable (Value) -> JSONValue?
  ) -> MessageField {
    MessageField(
      spec: FieldSpec(name: name, summary: summary, isRequired: false, shape: shape), write: write)
  }
}

extension ShapeSpec {
  static let text = scalar(ScalarSpec("text", "", schema: [("type", "string")]))
  static let whole = scalar(ScalarSpec("whole number", "", schema: [("type", "integer")]))
  static let number = scalar(ScalarSpec("number", "", schema: [("type", "number")]))

  /// A document of another schema, or anything that is described elsewhere.
  static func document(_ name: String, _ meaning: String) -> ShapeSpec {
    .scalar(ScalarSpec(name, meaning, schema: [("type", "object")]))
  }

  /// Keys and texts that the person who calls may give.
  static let options = map(
    key: ScalarSpec("option", "", schema: [("type", "string")]), ShapeSpec.text)

  static func many(_ element: ShapeSpec) -> ShapeSpec { .list(element, minimum: 0) }
}

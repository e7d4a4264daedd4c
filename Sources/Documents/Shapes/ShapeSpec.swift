import Sealing

/// What a value may be, as data: the JSON Schema and the reference page are made from it.
public indirect enum ShapeSpec: Sendable {
  case scalar(ScalarSpec)
  case list(ShapeSpec, minimum: Int)
  /// A mapping whose keys the author chooses.
  case map(key: ScalarSpec, ShapeSpec)
  case record(RecordSpec)
  case either([ShapeSpec])
  /// A shape that contains itself, by its record's name.
  case recursive(String, @Sendable () -> ShapeSpec)

  /// For messages and tables: "list of criterion".
  public var name: String {
    switch self {
    case .scalar(let scalar): scalar.name
    case .list(let element, _): "list of \(element.name)"
    case .map(let key, let value): "mapping from \(key.name) to \(value.name)"
    case .record(let record): record.name
    case .either(let options): options.map(\.name).joined(separator: " or ")
    case .recursive(let name, _): name
    }
  }
}

/// A single value.
public struct ScalarSpec: Sendable {
  /// As tables show it: "text", "slug", "one of `a`, `b`".
  public let name: String
  /// What it looks like, a few words.
  public let meaning: String
  /// The JSON Schema keywords that describe it.
  public let schema: [(String, JSONValue)]
  /// Whether it is words for people to read, which another language says otherwise.
  public let isTranslatable: Bool

  public init(
    _ name: String, _ meaning: String, schema: [(String, JSONValue)], isTranslatable: Bool = false
  ) {
    self.name = name
    self.meaning = meaning
    self.schema = schema
    self.isTranslatable = isTranslatable
  }

  /// The type of prose: an unquoted number or word of prose is another type to a JSON Schema.
  static let proseType: JSONValue = ["string", "number", "boolean"]

  /// Whether nothing binds the text's form.
  var isFreeText: Bool { schema.count == 1 && schema[0].0 == "type" && schema[0].1 == Self.proseType }
}

/// A mapping with fixed keys.
public struct RecordSpec: Sendable {
  public let name: String
  public let summary: String
  public let fields: [FieldSpec]

  public init(name: String, summary: String, fields: [FieldSpec]) {
    (self.name, self.summary, self.fields) = (name, summary, fields)
  }
}

/// One key of a record.
public struct FieldSpec: Sendable {
  public let name: String
  public let summary: String
  public let isRequired: Bool
  public let shape: ShapeSpec

  public init(name: String, summary: String, isRequired: Bool, shape: ShapeSpec) {
    (self.name, self.summary, self.isRequired, self.shape) = (name, summary, isRequired, shape)
  }
}

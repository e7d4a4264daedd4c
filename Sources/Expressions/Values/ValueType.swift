/// The type of an expression, as far as it can be known before it is evaluated.
public indirect enum ValueType: Sendable, Hashable {
  /// Any type; known when it is evaluated.
  case dyn
  case null
  case bool
  /// 64 bits, signed.
  case int
  /// 64 bits, unsigned.
  case uint
  /// IEEE 754, 64 bits.
  case double
  case string
  case bytes
  /// A moment in the years 1 to 9999.
  case timestamp
  /// A length of time.
  case duration
  /// A list; `atMost` is the most elements it can have, if a limit is known.
  case list(ValueType, atMost: Int? = nil)
  /// A map; `atMost` is the most entries it can have, if a limit is known.
  case map(ValueType, ValueType, atMost: Int? = nil)
  /// A type as a value; the type that it denotes, if that is known.
  case type(ValueType? = nil)
  /// A letter that stands for any one type within an overload.
  case parameter(String)
  /// A value with named fields.
  case record(RecordType)
  /// A map whose keys are known.
  case keyed(KeyedType)
  /// A string, int or double of which more is known.
  case refined(Refinement)
  /// The type of something that has been reported already; it agrees with every type.
  case error
}

/// The named fields of a record, in order. Two record types are the same if they are the same object.
public final class RecordType: Sendable, Hashable {
  /// A field.
  public struct Field: Sendable, Hashable {
    public let name: String
    public let type: ValueType
    /// What it holds, in a few words, for the reference.
    public let summary: String

    public init(_ name: String, _ type: ValueType, summary: String = "") {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// What `type()` of such a record says, and what messages call it.
  public let name: String
  public let fields: [Field]
  private let places: [String: Int]

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    places = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a field among ``fields``.
  public func place(of field: String) -> Int? { places[field] }

  public static func == (a: RecordType, b: RecordType) -> Bool { a === b }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A map with known string keys, each with a type of its own. Two are the same if they are the same object.
public final class KeyedType: Sendable, Hashable {
  /// A key.
  public struct Entry: Sendable, Hashable {
    public let key: String
    public let type: ValueType

    public init(_ key: String, _ type: ValueType) {
      self.key = key
      self.type = type
    }
  }

  /// What messages call one of the keys: "criterion", "signal".
  public let keyName: String
  public let entries: [Entry]
  /// The type of an entry whose key is computed.
  public let common: ValueType
  private let places: [String: Int]

  public init(keyName: String, _ entries: [Entry], common: ValueType) {
    self.keyName = keyName
    self.entries = entries
    self.common = common
    places = Dictionary(entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a key among ``entries``.
  public func place(of key: String) -> Int? { places[key] }

  public static func == (a: KeyedType, b: KeyedType) -> Bool { a === b }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// More that is known of a string, int or double: which scale it is of, which values it can have.
public struct Refinement: Sendable, Hashable {
  /// What the value is when it is evaluated.
  public enum Base: Sendable, Hashable { case string, int, double }

  public let base: Base
  /// What it is a value of, such as a scale's id. Values of two tags are not to be compared.
  public let tag: String
  /// What messages call a value: "point of the scale impact".
  public let name: String
  /// The values it can have, if they are a closed list.
  public let allowed: [Value]?

  public init(_ base: Base, tag: String, name: String, allowed: [Value]? = nil) {
    self.base = base
    self.tag = tag
    self.name = name
    self.allowed = allowed
  }

  /// The type as which it behaves.
  public var baseType: ValueType {
    switch base {
    case .string: .string
    case .int: .int
    case .double: .double
    }
  }
}

extension ValueType: CustomStringConvertible {
  /// As the language's own documents write it, such as `list(int)`.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element, _): "list(\(element))"
    case .map(let key, let value, _): "map(\(key), \(value))"
    case .type(let denoted): denoted.map { "type(\($0))" } ?? "type"
    case .parameter(let name): name
    case .record(let type): type.name
    case .keyed(let type): "map(string, \(type.common))"
    case .refined(let refinement): refinement.name
    case .error: "error"
    }
  }
}

/// A value of the language, or the reason why there is none.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(ValueMap)
  case timestamp(Timestamp)
  case duration(TimeSpan)
  case type(TypeName)
  case record(Record)
  /// No value: an error, or something that cannot be evaluated. Whoever reads it fails for the same reason,
  /// except where the logical operators, `all`, `exists` and `has` do without it.
  case failure(Failure)

  /// What a slot holds whose value does not exist for a reason that is no mistake.
  public static func unavailable(_ reason: Unavailability) -> Value {
    .failure(Failure(.notEvaluable(reason), node: nil))
  }

  /// The name of the value's type; nil for a failure.
  public var typeName: TypeName? {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .record(let record): TypeName(record.type.name)
    case .failure: nil
    }
  }
}

/// The name of a type, which is a value itself.
public struct TypeName: Sendable, Hashable {
  public let name: String

  public init(_ name: String) { self.name = name }

  static let null = TypeName("null_type")
  static let bool = TypeName("bool")
  static let int = TypeName("int")
  static let uint = TypeName("uint")
  static let double = TypeName("double")
  static let string = TypeName("string")
  static let bytes = TypeName("bytes")
  static let list = TypeName("list")
  static let map = TypeName("map")
  static let timestamp = TypeName("google.protobuf.Timestamp")
  static let duration = TypeName("google.protobuf.Duration")
  static let type = TypeName("type")

  /// The names that denote a type in an expression, with the type each denotes.
  public static let denotations: [(name: TypeName, type: ValueType)] = [
    (null, .null), (bool, .bool), (int, .int), (uint, .uint), (double, .double), (string, .string),
    (bytes, .bytes), (list, .list(.dyn)), (map, .map(.dyn, .dyn)), (timestamp, .timestamp),
    (duration, .duration), (type, .type()),
  ]
}

/// A value with named fields: one slot for each field of its type, in the same order.
public final class Record: Sendable {
  public let type: RecordType
  public let slots: [Value]

  /// Slots that are missing at the end are filled with `null`; those too many are dropped.
  public init(_ type: RecordType, _ slots: [Value]) {
    self.type = type
    let missing = type.fields.count - slots.count
    self.slots =
      missing > 0
      ? slots + Array(repeating: .null, count: missing) : Array(slots.prefix(type.fields.count))
  }
}

extension Value: Hashable {
  /// Whether type and content are the same. That is stricter than the language's own equality, for which
  /// 1, 1u and 1.0 are equal: see ``Value/equals(_:)``. Not-a-number is the same as itself here.
  public static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.uint(let x), .uint(let y)): x == y
    case (.double(let x), .double(let y)): x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
    case (.string(let x), .string(let y)): CodePoints.equal(x, y)
    case (.bytes(let x), .bytes(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.map(let x), .map(let y)): x == y
    case (.timestamp(let x), .timestamp(let y)): x == y
    case (.duration(let x), .duration(let y)): x == y
    case (.type(let x), .type(let y)): x == y
    case (.record(let x), .record(let y)): x === y || (x.type == y.type && x.slots == y.slots)
    case (.failure(let x), .failure(let y)): x === y || x.cause == y.cause
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.isNaN ? 0 : value.bitPattern)
    case .string(let value): CodePoints.hash(value, into: &hasher)
    case .bytes(let value): hasher.combine(value)
    case .list(let value): hasher.combine(value)
    case .map(let value): hasher.combine(value.count)
    case .timestamp(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .type(let value): hasher.combine(value)
    case .record(let value): hasher.combine(value.slots)
    case .failure: hasher.combine(1)
    }
  }
}

/// A map: its entries in the order in which they were given, found by key in constant time.
public struct ValueMap: Sendable {
  /// An entry. The key is an int, uint, bool or string.
  public struct Entry: Sendable {
    public let key: Value
    public let value: Value
  }

  /// The entries, in order.
  public var entries: [Entry] { storage.entries }
  /// How many entries it has.
  public var count: Int { storage.entries.count }
  /// The type whose keys these are, each at its place, if the map was made for one.
  public var keyedType: KeyedType? { storage.keyedType }

  private let storage: Storage

  /// Fails with the first key that is repeated, or that is of a type that no key has.
  public init(_ pairs: [(key: Value, value: Value)]) throws(KeyProblem) {
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    var places: [MapKey: Int] = [:]
    places.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      guard let mapKey = MapKey(key), !key.isDouble else { throw .unsupported(key) }
      guard places.updateValue(entries.count, forKey: mapKey) == nil else { throw .repeated(key) }
      entries.append(Entry(key: key, value: value))
    }
    storage = Storage(entries: entries, places: places, keyedType: nil)
  }

  /// A map of the keys that `type` knows. Values that are missing at the end are `null`.
  public init(_ type: KeyedType, _ values: [Value]) {
    var entries: [Entry] = []
    entries.reserveCapacity(type.entries.count)
    for (place, entry) in type.entries.enumerated() {
      entries.append(Entry(key: .string(entry.key), value: place < values.count ? values[place] : .null))
    }
    storage = Storage(entries: entries, places: nil, keyedType: type)
  }

  /// The value at `key`, or nil: also for a key of a type that no key has. Numbers are found by what they count,
  /// whatever their type.
  public func value(at key: Value) -> Value? {
    place(of: key).map { storage.entries[$0].value }
  }

  /// The value at a string key.
  public func value(at key: String) -> Value? {
    place(of: key).map { storage.entries[$0].value }
  }

  /// The value of the entry at a place, in order.
  func value(atPlace place: Int) -> Value { storage.entries[place].value }

  private func place(of key: Value) -> Int? {
    if case .string(let text) = key { return place(of: text) }
    guard let places = storage.places, let mapKey = MapKey(key) else { return nil }
    return places[mapKey]
  }

  private func place(of key: String) -> Int? {
    // A few keys are sooner compared than hashed.
    if storage.entries.count <= 8 {
      return storage.entries.firstIndex {
        if case .string(let text) = $0.key { CodePoints.equal(text, key) } else { false }
      }
    }
    if let places = storage.places { return places[.string(key)] }
    return storage.keyedType?.place(of: key)
  }

  /// Why a map cannot be made.
  public enum KeyProblem: Error, Sendable, Hashable {
    case unsupported(Value)
    case repeated(Value)
  }

  private final class Storage: Sendable {
    let entries: [Entry]
    let places: [MapKey: Int]?
    let keyedType: KeyedType?

    init(entries: [Entry], places: [MapKey: Int]?, keyedType: KeyedType?) {
      self.entries = entries
      self.places = places
      self.keyedType = keyedType
    }
  }
}

/// A key as it is looked up: numbers that are equal are one key.
enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  /// Only what an int cannot hold.
  case uint(UInt64)
  case string(String)

  init?(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = Int64(exactly: value).map(MapKey.int) ?? .uint(value)
    case .double(let value):
      if let int = Int64(exactly: value) {
        self = .int(int)
      } else if let uint = UInt64(exactly: value) {
        self = .uint(uint)
      } else {
        return nil
      }
    case .string(let value): self = .string(value)
    default: return nil
    }
  }

  static func == (a: MapKey, b: MapKey) -> Bool {
    switch (a, b) {
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.uint(let x), .uint(let y)): x == y
    case (.string(let x), .string(let y)): CodePoints.equal(x, y)
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .string(let value): CodePoints.hash(value, into: &hasher)
    }
  }
}

extension ValueMap: Equatable {
  /// Whether keys and values are the same, in any order.
  public static func == (a: ValueMap, b: ValueMap) -> Bool {
    guard a.count == b.count else { return false }
    for entry in a.entries where b.value(at: entry.key) != entry.value { return false }
    return true
  }
}

extension Value {
  /// A double finds a key of a map and is none.
  fileprivate var isDouble: Bool {
    if case .double = self { true } else { false }
  }
}

/// Equality and order as the language has them: numbers on one line whatever their types, lists and maps by their
/// elements, everything else equal only within its own type.
struct Comparison {
  /// The node that compares, for what turns out not to exist.
  let node: NodeID?
  /// The first part that does not exist, if one was met.
  var missing: Failure?
  /// How many parts were compared.
  var cost = 0

  init(node: NodeID?) { self.node = node }

  /// Whether they are equal; parts that do not exist count as equal and are noted.
  mutating func equal(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.string(let x), .string(let y)):
      cost += (x.utf8.count + y.utf8.count) / EvaluationCost.bytesPerUnit
      return CodePoints.equal(x, y)
    case (.int(let x), .int(let y)): return x == y
    case (.uint(let x), .uint(let y)): return x == y
    case (.double(let x), .double(let y)): return x == y
    case (.bool(let x), .bool(let y)): return x == y
    case (.null, .null): return true
    case (.bytes(let x), .bytes(let y)):
      cost += (x.count + y.count) / EvaluationCost.bytesPerUnit
      return x == y
    case (.list(let x), .list(let y)): return equal(x, y)
    case (.map(let x), .map(let y)): return equal(x, y)
    case (.record(let x), .record(let y)): return x === y || (x.type === y.type && equal(x.slots, y.slots))
    case (.timestamp(let x), .timestamp(let y)): return x == y
    case (.duration(let x), .duration(let y)): return x == y
    case (.type(let x), .type(let y)): return x == y
    case (.failure(let failure), _), (_, .failure(let failure)):
      let located = failure.node == nil ? Failure(failure.cause, node: node) : failure
      missing = missing.map { Failure.worse($0, located) } ?? located
      return true
    case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int), (.double, .uint):
      return Self.order(a, b) == .equal
    default: return false
    }
  }

  private mutating func equal(_ a: [Value], _ b: [Value]) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      cost += 1
      if !equal(x, y) { return false }
    }
    return true
  }

  private mutating func equal(_ a: ValueMap, _ b: ValueMap) -> Bool {
    guard a.count == b.count else { return false }
    for entry in a.entries {
      cost += 1
      guard let other = b.value(at: entry.key), equal(entry.value, other) else { return false }
    }
    return true
  }

  enum Order { case less, equal, greater, unordered, none }

  /// The order of two values; `none` if their types have none, `unordered` for not-a-number.
  static func order(_ a: Value, _ b: Value) -> Order {
    switch (a, b) {
    case (.int(let x), .int(let y)): of(x, y)
    case (.uint(let x), .uint(let y)): of(x, y)
    case (.double(let x), .double(let y)): of(x, y)
    // As doubles: what cannot be told apart there is equal, as the conformance cases have it.
    case (.int(let x), .double(let y)): of(Double(x), y)
    case (.double(let x), .int(let y)): of(x, Double(y))
    case (.uint(let x), .double(let y)): of(Double(x), y)
    case (.double(let x), .uint(let y)): of(x, Double(y))
    case (.int(let x), .uint(let y)): x < 0 ? .less : of(UInt64(x), y)
    case (.uint(let x), .int(let y)): y < 0 ? .greater : of(x, UInt64(y))
    case (.string(let x), .string(let y)):
      CodePoints.equal(x, y) ? .equal : CodePoints.less(x, y) ? .less : .greater
    case (.bytes(let x), .bytes(let y)):
      x == y ? .equal : x.lexicographicallyPrecedes(y) ? .less : .greater
    case (.bool(let x), .bool(let y)): x == y ? .equal : y ? .less : .greater
    case (.timestamp(let x), .timestamp(let y)): of(x, y)
    case (.duration(let x), .duration(let y)): of(x, y)
    default: .none
    }
  }

  private static func of<T: Comparable>(_ x: T, _ y: T) -> Order {
    x < y ? .less : x > y ? .greater : x == y ? .equal : .unordered
  }
}

extension Value {
  /// Whether the language holds two values to be equal; nil where that hangs on a part that does not exist.
  public func equals(_ other: Value) -> Bool? {
    var comparison = Comparison(node: nil)
    let isEqual = comparison.equal(self, other)
    return isEqual && comparison.missing != nil ? nil : isEqual
  }
}

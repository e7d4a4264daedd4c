/// Which types fit where, and what the letters of overloads stand for so far.
struct TypeRelation {
  private var bound: [String: ValueType] = [:]
  /// The letters in the order in which they became known.
  private var order: [String] = []
  private var made = 0

  /// A type that is not known yet, such as that of an empty list's elements.
  mutating func unknown() -> ValueType {
    made += 1
    return .parameter("#\(made)")
  }

  /// An overload with letters of its own, so that two uses do not meddle.
  mutating func fresh(_ overload: Overload) -> (parameters: [ValueType], result: ValueType) {
    guard overload.parameters.contains(where: Self.isOpen) else {
      return (overload.parameters, overload.result)
    }
    var letters: [String: ValueType] = [:]
    let parameters = overload.parameters.map { renamed($0, &letters) }
    return (parameters, renamed(overload.result, &letters))
  }

  private mutating func renamed(_ type: ValueType, _ letters: inout [String: ValueType]) -> ValueType {
    switch type {
    case .parameter(let name):
      if let known = letters[name] { return known }
      let new = unknown()
      letters[name] = new
      return new
    case .list(let element, let atMost): return .list(renamed(element, &letters), atMost: atMost)
    case .map(let key, let value, let atMost):
      return .map(renamed(key, &letters), renamed(value, &letters), atMost: atMost)
    case .type(let denoted?): return .type(renamed(denoted, &letters))
    default: return type
    }
  }

  /// A type with everything filled in that is known; what is not, stays a letter.
  func resolved(_ type: ValueType) -> ValueType {
    switch type {
    case .parameter(let name): bound[name].map(resolved) ?? type
    case .list(let element, let atMost): .list(resolved(element), atMost: atMost)
    case .map(let key, let value, let atMost): .map(resolved(key), resolved(value), atMost: atMost)
    case .type(let denoted?): .type(resolved(denoted))
    default: type
    }
  }

  /// A type without letters: what never became known is `dyn`.
  func settled(_ type: ValueType) -> ValueType {
    switch type {
    case .parameter(let name): bound[name].map(settled) ?? .dyn
    case .list(let element, let atMost): .list(settled(element), atMost: atMost)
    case .map(let key, let value, let atMost): .map(settled(key), settled(value), atMost: atMost)
    case .type(let denoted?): .type(settled(denoted))
    default: type
    }
  }

  /// Whether values of a type can stand where another is wanted; then letters of both may have become known.
  mutating func fits(_ given: ValueType, _ wanted: ValueType) -> Bool {
    let before = order.count
    if unify(resolved(given), resolved(wanted)) { return true }
    while order.count > before { bound[order.removeLast()] = nil }
    return false
  }

  private mutating func unify(_ given: ValueType, _ wanted: ValueType) -> Bool {
    switch (given, wanted) {
    case (.parameter(let a), .parameter(let b)) where a == b: return true
    case (.parameter(let name), _): return bind(name, wanted)
    case (_, .parameter(let name)): return bind(name, given)
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.refined(let a), .refined(let b)): return a.base == b.base
    case (.refined(let a), _): return unify(a.baseType, wanted)
    case (_, .refined(let b)): return unify(given, b.baseType)
    case (.list(let a, _), .list(let b, _)): return unifyLatest(a, b)
    case (.keyed(let a), .keyed(let b)): return a === b || unifyLatest(a.common, b.common)
    case (.keyed(let a), _): return unify(.map(.string, a.common), wanted)
    case (_, .keyed(let b)): return unify(given, .map(.string, b.common))
    case (.map(let key, let value, _), .map(let otherKey, let otherValue, _)):
      return unifyLatest(key, otherKey) && unifyLatest(value, otherValue)
    case (.null, .record), (.record, .null): return true
    case (.type, .type): return true
    case (.record(let a), .record(let b)): return a === b
    default: return given == wanted
    }
  }

  /// Parts of a type, after an earlier part may have filled letters in.
  private mutating func unifyLatest(_ given: ValueType, _ wanted: ValueType) -> Bool {
    unify(resolved(given), resolved(wanted))
  }

  private mutating func bind(_ name: String, _ type: ValueType) -> Bool {
    guard !Self.mentions(type, name) else { return false }
    bound[name] = type
    order.append(name)
    return true
  }

  /// Whether a type has letters in it.
  static func isOpen(_ type: ValueType) -> Bool {
    switch type {
    case .parameter: true
    case .list(let element, _): isOpen(element)
    case .map(let key, let value, _): isOpen(key) || isOpen(value)
    case .type(let denoted?): isOpen(denoted)
    default: false
    }
  }

  private static func mentions(_ type: ValueType, _ name: String) -> Bool {
    switch type {
    case .parameter(let other): other == name
    case .list(let element, _): mentions(element, name)
    case .map(let key, let value, _): mentions(key, name) || mentions(value, name)
    case .type(let denoted?): mentions(denoted, name)
    default: false
    }
  }

  /// The narrowest type that values of both have; `nil` where they have nothing in common.
  mutating func join(_ first: ValueType, _ second: ValueType) -> ValueType? {
    let (a, b) = (resolved(first), resolved(second))
    switch (a, b) {
    case (.error, _): return b
    case (_, .error): return a
    case (.dyn, _), (_, .dyn): return .dyn
    case (.refined(let x), .refined(let y)): return x == y ? a : x.base == y.base ? x.baseType : nil
    case (.refined(let x), _): return join(x.baseType, b)
    case (_, .refined(let y)): return join(a, y.baseType)
    case (.list(let x, let most), .list(let y, let otherMost)):
      return join(x, y).map { .list($0, atMost: Self.larger(most, otherMost)) }
    case (.null, _): return fits(a, b) ? b : nil
    default: return fits(b, a) ? resolved(a) : nil
    }
  }

  private static func larger(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return max(a, b)
  }
}

import Diagnostics

// Names, fields and keys.
extension Checker {
  mutating func selection(_ node: NodeID) -> ValueType {
    if let dotted = expression.dottedName(of: node), dotted.isAbsolute || local(dotted.parts[0]) == nil {
      guard let resolution = environment.resolve(dotted) else {
        unknown(dotted, node)
        return .error
      }
      if resolution.partsTaken == dotted.parts.count {
        switch resolution.meaning {
        case .variable(let slot):
          references[node] = .variable(slot: slot)
          return environment.variables[slot].type
        case .type(let name, let type):
          references[node] = .type(name)
          return .type(type)
        }
      }
    }
    switch expression[node].kind {
    case .select(let operand, let field):
      return self.field(field, of: type(of: operand), at: expression[node].focus)
    case .name(let name, _):
      references[node] = .local(name)
      return local(name) ?? .error
    default: return .error
    }
  }

  func local(_ name: String) -> ValueType? { locals.last { $0.name == name }?.type }

  /// Whether a node is a dotted name that means nothing.
  func isUnknownName(_ node: NodeID) -> Bool {
    guard let dotted = expression.dottedName(of: node) else { return false }
    return (dotted.isAbsolute || local(dotted.parts[0]) == nil) && environment.resolve(dotted) == nil
  }

  private mutating func unknown(_ name: DottedName, _ node: NodeID) {
    var leaf = node
    while case .select(let operand, _) = expression[leaf].kind { leaf = operand }
    let first = name.parts[0]
    var help = pathHelp(for: name.parts.joined(separator: "/")) ?? pathHelp(for: first)
    if help == nil {
      let names =
        locals.map(\.name) + environment.variables.map(\.name) + TypeName.denotations.map(\.name.name)
      help = nearest(first, among: names) ?? nearest(name.parts.joined(separator: "."), among: names)
    }
    report(.unknownName, expression[leaf].focus, "there is nothing called “\(first)” here", help: help)
  }

  // MARK: Paths

  /// How a path is written that stands in an expression as if it were a name.
  private func pathHelp(for path: String) -> String? {
    for (name, keyed) in keyedVariables where keyed.place(of: path) != nil {
      return "did you mean \(name)[\"\(path)\"]?"
    }
    return nil
  }

  private var keyedVariables: [(name: String, type: KeyedType)] {
    environment.variables.compactMap {
      if case .keyed(let keyed) = $0.type { ($0.name, keyed) } else { nil }
    }
  }

  /// Reports a path written without quotes, such as `our-impact/use`, which is arithmetic. Whether it was one.
  mutating func reportsPath(_ node: NodeID) -> Bool {
    var first = node
    descent: while true {
      switch expression[first].kind {
      case .binary(.subtract, let left, _), .binary(.divide, let left, _): first = left
      case .select(let operand, _): first = operand
      default: break descent
      }
    }
    guard case .name(let start, false) = expression[first].kind, local(start) == nil,
      environment.resolve(DottedName(parts: [start], isAbsolute: false)) == nil
    else { return false }
    let range = expression[node].range
    let written = Array(expression.text.utf8)[range].prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "/"): true
      default: false
      }
    }
    let path = String(decoding: written, as: UTF8.self)
    guard path.contains("-") else { return false }
    let place = range.lowerBound..<range.lowerBound + written.count
    let message = "“\(path.prefix(80))” is read as arithmetic: the hyphen is a minus"
    for (name, keyed) in keyedVariables {
      guard let key = nearestKey(path, of: keyed) else { continue }
      report(.unknownName, place, message, help: "did you mean \(name)[\"\(key)\"]?")
      return true
    }
    guard let variable = keyedVariables.first, written.count == range.count else { return false }
    report(
      .unknownName, place, message,
      help: "write \(TypeWords.article(variable.type.keyName)) as \(variable.name)[\"…\"]")
    return true
  }

  // MARK: Fields and keys

  mutating func field(_ field: String, of operand: ValueType, at focus: Range<Int>) -> ValueType {
    switch operand {
    case .record(let record):
      if let place = record.place(of: field) { return record.fields[place].type }
      let known = record.fields.map(\.name)
      report(
        .unknownField, focus, "\(record.name) has no field “\(field)”",
        help: nearest(field, among: known) ?? (known.isEmpty ? nil : "its fields are \(Self.listed(known))"))
      return .error
    case .keyed(let keyed): return entry(field, of: keyed, at: focus)
    case .map(let key, let value, _):
      if relation.fits(.string, key) { return value }
    case .dyn, .parameter: return .dyn
    case .error: return .error
    default: break
    }
    report(
      .unknownField, focus, "\(TypeWords.one(operand)) has no fields such as “\(field)”",
      help: StandardFunctions.declaration(of: field).map { "did you mean \($0.name)()?" })
    return .error
  }

  mutating func index(_ operand: NodeID, _ key: NodeID, _ node: NodeID) -> ValueType {
    let collection = type(of: operand)
    let given = type(of: key)
    let place = expression[key].range
    switch collection {
    case .list(let element, _):
      if relation.fits(given, .int) { return element }
      report(.noOverload, place, "a list's elements are counted from 0, and this is \(TypeWords.one(given))")
      return element
    case .keyed(let keyed):
      if case .literal(.string(let text)) = expression[key].kind { return entry(text, of: keyed, at: place) }
      if relation.fits(given, .string) { return keyed.common }
      report(
        .noOverload, place,
        "\(TypeWords.article(keyed.keyName)) is looked up by its name in quotes, and this is \(TypeWords.one(given))"
      )
      return keyed.common
    case .map(let wanted, let value, _):
      if relation.fits(given, wanted) { return value }
      report(
        .noOverload, place,
        "the map's keys are \(TypeWords.one(relation.resolved(wanted))), and this is \(TypeWords.one(given))")
      return value
    case .dyn, .parameter: return .dyn
    case .error: return .error
    default:
      report(
        .noOverload, expression[operand].range,
        "“[…]” takes something out of a list or a map, and this is \(TypeWords.one(collection))")
      return .error
    }
  }

  /// The type under a known key, which is reported where it is missing.
  mutating func entry(_ key: String, of keyed: KeyedType, at range: Range<Int>) -> ValueType {
    if let place = keyed.place(of: key) { return keyed.entries[place].type }
    report(
      .unknownKey, range, "there is no \(keyed.keyName) “\(key.prefix(80))”",
      help: nearestKey(key, of: keyed).map { "did you mean “\($0)”?" })
    return keyed.common
  }

  /// The key that was most likely meant: a near one, else the only one that ends so.
  private func nearestKey(_ key: String, of keyed: KeyedType) -> String? {
    let keys = keyed.entries.lazy.map(\.key)
    if keyed.place(of: key) != nil { return key }
    if let near = NearestName.of(key, among: keys) { return near }
    let longer = keys.filter { $0.hasSuffix("/" + key) }
    return longer.count == 1 ? longer.first : nil
  }

  /// The first dozen of some names.
  static func listed(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
  }
}

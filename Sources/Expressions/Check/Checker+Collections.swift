// Lists, maps and the macros that go over them.
extension Checker {
  mutating func list(_ elements: [NodeID]) -> ValueType {
    .list(joined(elements), atMost: elements.count)
  }

  mutating func map(_ entries: [MapEntryNode]) -> ValueType {
    let key = joined(entries.map(\.key))
    for entry in entries where !Self.isKey(relation.resolved(types[entry.key])) {
      report(
        .noOverload, expression[entry.key].range,
        "a key is text, a whole number, true or false, and this is "
          + TypeWords.one(relation.resolved(types[entry.key])))
    }
    return .map(key, joined(entries.map(\.value)), atMost: entries.count)
  }

  private static func isKey(_ type: ValueType) -> Bool {
    switch type {
    case .bool, .int, .uint, .string, .dyn, .parameter, .error: true
    case .refined(let refinement): refinement.base != .double
    default: false
    }
  }

  /// The type of several parts; `dyn` where they have nothing in common.
  private mutating func joined(_ nodes: [NodeID]) -> ValueType {
    var common: ValueType?
    for node in nodes {
      let type = type(of: node)
      common = common.map { relation.join($0, type) ?? .dyn } ?? type
    }
    return common ?? relation.unknown()
  }

  mutating func comprehension(_ comprehension: Comprehension, _ node: NodeID) -> ValueType {
    let source = type(of: comprehension.source)
    var element = ValueType.error
    var most: Int?
    switch source {
    case .list(let type, let atMost): (element, most) = (type, atMost)
    case .map(let key, _, let atMost): (element, most) = (key, atMost)
    case .keyed(let keyed): (element, most) = (.string, keyed.entries.count)
    case .dyn, .parameter: element = .dyn
    case .error: break
    default:
      report(
        .noOverload, expression[comprehension.source].range,
        "\(comprehension.kind.rawValue)() goes over a list or a map, and this is \(TypeWords.one(source))")
    }
    locals.append((comprehension.variable, relation.resolved(element)))
    defer { locals.removeLast() }
    if let condition = comprehension.condition { wantsTruth(condition, comprehension.kind) }
    switch comprehension.kind {
    case .all, .exists, .existsOne:
      if let body = comprehension.body { wantsTruth(body, comprehension.kind) }
      return .bool
    case .filter: return .list(element, atMost: most)
    case .map: return .list(comprehension.body.map { type(of: $0) } ?? .dyn, atMost: most)
    }
  }

  private mutating func wantsTruth(_ node: NodeID, _ kind: Comprehension.Kind) {
    let given = type(of: node)
    if relation.fits(given, .bool) { return }
    report(
      .noOverload, expression[node].range,
      "\(kind.rawValue)() asks whether something is true of each, and this is \(TypeWords.one(given))")
  }
}

// Names, fields, keys and the macros that name variables.
extension Compiler {
  /// A name with the fields after it, or the fields of anything else.
  mutating func selection(_ node: NodeID) -> Compiled {
    var selections: [NodeID] = []
    var fields: [String] = []
    var base = node
    while case .select(let operand, let field) = expression[base].kind {
      selections.append(base)
      fields.append(field)
      base = operand
    }
    var compiled: Compiled
    if case .name(let name, let isAbsolute) = expression[base].kind {
      if !isAbsolute, let local = local(named: name) {
        compiled = (add(.local, base, a: local), locals[local].type)
      } else {
        let dotted = DottedName(parts: [name] + fields.reversed(), isAbsolute: isAbsolute)
        guard let resolution = environment.resolve(dotted) else {
          return fail(.undeclaredName, "there is no variable “\(name)”", base)
        }
        // The name's own dots are no fields.
        let dots = resolution.partsTaken - 1
        let named = dots == 0 ? base : selections[selections.count - dots]
        selections.removeLast(dots)
        fields.removeLast(dots)
        switch resolution.meaning {
        case .variable(let slot):
          compiled = (add(.variable, named, a: slot), environment.variables[slot].type)
        case .type(let name, let type): compiled = (constant(.type(name), named).at, .type(type))
        }
      }
    } else {
      compiled = compile(base)
    }
    for (select, field) in zip(selections, fields).reversed() {
      compiled = self.field(field, of: compiled, select)
    }
    return compiled
  }

  private func local(named name: String) -> Int? { locals.lastIndex { $0.name == name } }

  mutating func field(_ field: String, of inner: Compiled, _ node: NodeID) -> Compiled {
    var type = ValueType.dyn
    var place = -1
    switch inner.type {
    case .record(let record):
      if let found = record.place(of: field) {
        type = record.fields[found].type
        place = self.place(ObjectIdentifier(record), found, inner.type)
      }
    case .keyed(let keyed):
      type = keyed.common
      if let found = keyed.place(of: field) {
        type = keyed.entries[found].type
        place = self.place(ObjectIdentifier(keyed), found, inner.type)
      }
    case .map(_, let value, _): type = value
    default: break
    }
    let last = instructions[inner.at]
    if isFused, case .record = inner.type, place >= 0, last.operation == .local || last.operation == .variable
    {
      instructions.removeLast()
      origins.removeLast()
      let operation: Instruction.Operation = last.operation == .local ? .localField : .variableField
      return (add(operation, node, a: Int(last.a), b: name(field), c: place), type)
    }
    return (add(.field, node, a: inner.at, b: name(field), c: place), type)
  }

  mutating func index(_ operand: NodeID, _ key: NodeID, _ node: NodeID) -> Compiled {
    let inner = compile(operand)
    var type = ValueType.dyn
    switch inner.type {
    case .list(let element, _): type = element
    case .map(_, let value, _): type = value
    case .keyed(let keyed):
      type = keyed.common
      if isFused, case .literal(.string(let text)) = expression[key].kind, let found = keyed.place(of: text) {
        let place = self.place(ObjectIdentifier(keyed), found, inner.type)
        return (add(.entry, node, a: inner.at, b: name(text), c: place), keyed.entries[found].type)
      }
      if case .literal(.string(let text)) = expression[key].kind, let found = keyed.place(of: text) {
        type = keyed.entries[found].type
      }
    default: break
    }
    let second = compile(key).at
    return (add(.index, node, a: inner.at, b: second), type)
  }

  mutating func comprehension(_ comprehension: Comprehension, _ node: NodeID) -> Compiled {
    let source = compile(comprehension.source)
    let element: ValueType =
      switch source.type {
      case .list(let element, _): element
      case .map(let key, _, _): key
      case .keyed: .string
      default: .dyn
      }
    let slot = locals.count
    locals.append((comprehension.variable, element))
    localCount = max(localCount, locals.count)
    let condition = comprehension.condition.map { compile($0).at } ?? -1
    let body = comprehension.body.map { compile($0) }
    locals.removeLast()
    let start = reserve(2)
    operands[start] = Int32(condition)
    operands[start + 1] = Int32(body?.at ?? -1)
    let operation: Instruction.Operation
    let type: ValueType
    switch comprehension.kind {
    case .all: (operation, type) = (.all, .bool)
    case .exists: (operation, type) = (.exists, .bool)
    case .existsOne: (operation, type) = (.existsOne, .bool)
    case .map: (operation, type) = (.transform, .list(body?.type ?? .dyn))
    case .filter: (operation, type) = (.filter, .list(element))
    }
    return (add(operation, node, a: source.at, b: slot, c: start), type)
  }
}

/// Turns a parsed expression into a program: names become slots, fields places, constant patterns are compiled.
///
/// It follows the declared types as far as it needs them to find places; it reports nothing. A name or function
/// that does not exist fails when it is reached, as the specification wants of an unchecked expression.
struct Compiler {
  let expression: ParsedExpression
  let environment: Environment
  /// Whether steps may be joined. Not when each is to be shown.
  let isFused: Bool

  var instructions: [Instruction] = []
  var origins: [NodeID] = []
  var operands: [Int32] = []
  var constants: [Value] = []
  var names: [String] = []
  var places: [Code.Place] = []
  /// The types that places belong to.
  var types: [ValueType] = []
  var patterns: [Pattern] = []
  var failures: [Failure] = []
  var localCount = 0
  private var nameIndexes: [String: Int] = [:]
  /// The comprehensions' variables in scope, outermost first; a variable's local slot is its place.
  var locals: [(name: String, type: ValueType)] = []

  init(_ expression: ParsedExpression, _ environment: Environment, isFused: Bool) {
    self.expression = expression
    self.environment = environment
    self.isFused = isFused
  }

  mutating func compile() -> Code {
    let root = compile(expression.root)
    return Code(self, root: root.at)
  }

  /// An instruction and the type of its value, as far as it is known.
  typealias Compiled = (at: Int, type: ValueType)

  mutating func compile(_ node: NodeID) -> Compiled {
    switch expression[node].kind {
    case .literal(let value): return constant(value, node)
    case .name, .select: return selection(node)
    case .has(let operand, let field):
      let at = compile(operand).at
      return (add(.has, node, a: at, b: name(field)), .bool)
    case .index(let operand, let key): return index(operand, key, node)
    case .call(let function, let receiver, let arguments):
      return call(function, receiver: receiver, arguments: arguments, node)
    case .unary(let op, let operand):
      let inner = compile(operand)
      return (add(op == .not ? .not : .negate, node, a: inner.at), op == .not ? .bool : inner.type)
    case .binary(let op, let left, let right): return binary(op, left, right, node)
    case .and(let terms): return (gather(.and, terms, node), .bool)
    case .or(let terms): return (gather(.or, terms, node), .bool)
    case .conditional(let condition, let yes, let no):
      let test = compile(condition).at
      let first = compile(yes)
      let second = compile(no)
      let at = add(.conditional, node, a: test, b: first.at, c: second.at)
      return (at, first.type == second.type ? first.type : .dyn)
    case .list(let elements):
      var types: Set<ValueType> = []
      let start = reserve(elements.count)
      for (offset, element) in elements.enumerated() {
        let compiled = compile(element)
        operands[start + offset] = Int32(compiled.at)
        types.insert(compiled.type)
      }
      let type = types.count == 1 ? types.first ?? .dyn : .dyn
      return (add(.list, node, a: start, b: elements.count), .list(type))
    case .map(let entries):
      return (gather(.map, entries.flatMap { [$0.key, $0.value] }, node), .map(.dyn, .dyn))
    case .comprehension(let comprehension): return self.comprehension(comprehension, node)
    case .previous(let operand):
      let inner = compile(operand)
      return (add(.previous, node, a: inner.at), inner.type)
    }
  }
}

// The tables, for this type's other files too.
extension Compiler {
  mutating func add(
    _ operation: Instruction.Operation, _ node: NodeID, routine: Routine = .structural,
    zero: Instruction.Zero = .int, a: Int = -1, b: Int = -1, c: Int = -1
  ) -> Int {
    instructions.append(
      Instruction(
        operation: operation, routine: routine, zero: zero, a: Int32(a), b: Int32(b), c: Int32(c)))
    origins.append(node)
    return instructions.count - 1
  }

  mutating func constant(_ value: Value, _ node: NodeID) -> Compiled {
    constants.append(value)
    let type: ValueType =
      switch value {
      case .int: .int
      case .uint: .uint
      case .double: .double
      case .string: .string
      default: .dyn
      }
    return (add(.constant, node, a: constants.count - 1), type)
  }

  mutating func fail(_ kind: EvaluationError.Kind, _ message: String, _ node: NodeID) -> Compiled {
    failures.append(Failure(.error(kind, message), node: node))
    return (add(.fail, node, a: failures.count - 1), .dyn)
  }

  mutating func name(_ name: String) -> Int {
    if let known = nameIndexes[name] { return known }
    names.append(name)
    nameIndexes[name] = names.count - 1
    return names.count - 1
  }

  mutating func place(_ identity: ObjectIdentifier, _ index: Int, _ type: ValueType) -> Int {
    places.append(Code.Place(type: identity, index: index))
    types.append(type)
    return places.count - 1
  }

  mutating func reserve(_ count: Int) -> Int {
    operands += Array(repeating: -1, count: count)
    return operands.count - count
  }

  mutating func gather(
    _ operation: Instruction.Operation, _ nodes: [NodeID], _ node: NodeID
  ) -> Int {
    let start = reserve(nodes.count)
    for (offset, child) in nodes.enumerated() { operands[start + offset] = Int32(compile(child).at) }
    return add(operation, node, a: start, b: nodes.count)
  }
}

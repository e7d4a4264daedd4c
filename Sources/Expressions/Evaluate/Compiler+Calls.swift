// Functions and operators.
extension Compiler {
  mutating func call(
    _ function: String, receiver: NodeID?, arguments: [NodeID], _ node: NodeID
  ) -> Compiled {
    guard let declaration = StandardFunctions.declaration(of: function), !declaration.isOperator else {
      return fail(.unknownFunction, "there is no function “\(function)”", node)
    }
    let given = (receiver.map { [$0] } ?? []) + arguments
    let fitting = declaration.overloads.filter {
      $0.isReceiver == (receiver != nil) && $0.parameters.count == given.count
    }
    guard !fitting.isEmpty, given.count <= 2 else {
      return fail(.noSuchOverload, "\(function)() is not called like this", node)
    }
    if declaration.routine == .matches, case .literal(.string(let text)) = expression[given[1]].kind {
      return matches(given[0], text, node)
    }
    let first = compile(given[0])
    if given.count == 2 {
      let second = compile(given[1])
      return (add(.call2, node, routine: declaration.routine, a: first.at, b: second.at), fitting[0].result)
    }
    return call1(declaration, fitting, first, node)
  }

  mutating func call1(
    _ declaration: FunctionDeclaration, _ overloads: [Overload], _ operand: Compiled, _ node: NodeID
  ) -> Compiled {
    let routine = declaration.routine
    var type = overloads[0].result
    var zero = Instruction.Zero.int
    if routine == .toDyn { type = .dyn }
    if case .list(let element, _) = operand.type {
      zero = Self.zero(of: element)
      if routine == .sum { type = zero == .double ? .double : zero == .uint ? .uint : element }
    } else if routine == .sum {
      type = .dyn
    }
    let last = instructions[operand.at]
    if isFused, last.operation == .transform, [.sum, .mean, .count].contains(routine) {
      return (
        add(
          .figureOfTransform, node, routine: routine, zero: zero, a: Int(last.a), b: Int(last.b),
          c: Int(last.c)),
        type
      )
    }
    return (add(.call1, node, routine: routine, zero: zero, a: operand.at), type)
  }

  private static func zero(of type: ValueType) -> Instruction.Zero {
    switch type {
    case .double: .double
    case .uint: .uint
    case .refined(let refinement): refinement.base == .double ? .double : .int
    default: .int
    }
  }

  mutating func matches(_ operand: NodeID, _ text: String, _ node: NodeID) -> Compiled {
    let inner = compile(operand).at
    do {
      patterns.append(try Pattern(text))
      return (add(.matchesConstant, node, a: inner, b: patterns.count - 1, c: text.utf8.count), .bool)
    } catch {
      return fail(.badArgument, "the pattern is not right: \(error.message)", node)
    }
  }

  mutating func binary(
    _ op: BinaryOperator, _ left: NodeID, _ right: NodeID, _ node: NodeID
  ) -> Compiled {
    let first = compile(left)
    let second = compile(right)
    let at = add(Self.operations[op] ?? .equal, node, a: first.at, b: second.at)
    switch op {
    case .add, .subtract, .multiply, .divide, .modulo:
      let type = Self.base(first.type)
      return (at, type == Self.base(second.type) ? type : .dyn)
    default: return (at, .bool)
    }
  }

  /// The type as which a value takes part in arithmetic.
  private static func base(_ type: ValueType) -> ValueType {
    switch type {
    case .refined(let refinement): refinement.baseType
    case .int, .uint, .double, .string, .bytes, .list: type
    default: .dyn
    }
  }

  private static let operations: [BinaryOperator: Instruction.Operation] = [
    .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
    .greaterOrEqual: .greaterOrEqual, .in: .contained, .add: .add, .subtract: .subtract,
    .multiply: .multiply, .divide: .divide, .modulo: .modulo,
  ]
}

import Expressions

/// The order in which signals are worked out: each after those that it builds on, in an earlier review too.
struct SignalOrder {
  /// Positions, those that go in circles left out.
  private(set) var order: [Int] = []
  /// Positions of signals that build on themselves, straight or through others.
  private(set) var circular: [Int] = []

  init(_ programs: [Program], names: [String]) {
    let positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    let needs = programs.map { program in
      Self.fields(of: "signals", in: program.expression).compactMap { positions[$0] }
    }
    var waiting = Set(programs.indices)
    var isReady = true
    while isReady {
      isReady = false
      for index in programs.indices
      where waiting.contains(index) && needs[index].allSatisfy({ !waiting.contains($0) }) {
        waiting.remove(index)
        order.append(index)
        isReady = true
      }
    }
    // Some only build on others that go in circles; all of them are named.
    circular = waiting.sorted()
  }

  /// The fields that an expression reads of a variable.
  static func fields(of variable: String, in expression: ParsedExpression) -> Set<String> {
    var fields: Set<String> = []
    for node in expression.nodes {
      switch node.kind {
      case .select(let operand, let field), .has(let operand, let field):
        if case .name(variable, _) = expression[operand].kind { fields.insert(field) }
      default: break
      }
    }
    return fields
  }

  static func mentions(_ expression: ParsedExpression, _ variable: String) -> Bool {
    expression.nodes.contains { node in
      if case .name(variable, _) = node.kind { true } else { false }
    }
  }
}

// What can be known before anything is evaluated: parts without names are tried out.
extension Checker {
  mutating func checkConstants() {
    var isConstant = Array(repeating: false, count: expression.nodes.count)
    var isInner = isConstant
    for (node, part) in expression.nodes.enumerated() {
      isConstant[node] = isFoldable(part.kind) && part.kind.children.allSatisfy { isConstant[$0] }
      if isConstant[node] { for child in part.kind.children { isInner[child] = true } }
    }
    // Each trial copies the nodes before it; an expression of thousands of constants is not tried to its end.
    var budget = 500_000
    for (node, part) in expression.nodes.enumerated() where types[node] != .error {
      checkPattern(node)
      checkDivisor(node, isConstant)
      checkPlaceInList(node)
      guard isConstant[node], !isInner[node], part.kind.children.count > 0, budget > node else { continue }
      budget -= node
      tryOut(node)
    }
  }

  private func isFoldable(_ kind: NodeKind) -> Bool {
    switch kind {
    case .literal, .unary, .binary, .and, .or, .conditional, .list, .map, .index: true
    case .call(let function, _, _): StandardFunctions.declaration(of: function) != nil
    default: false
    }
  }

  /// Evaluates a constant part and reports its error.
  private mutating func tryOut(_ node: NodeID) {
    guard case .error(let error) = outcome(of: node) else { return }
    let known: Set<EvaluationError.Kind> = [
      .divisionByZero, .overflow, .outOfRange, .noSuchKey, .indexOutOfBounds, .badArgument, .badKey,
      .repeatedKey,
    ]
    guard known.contains(error.kind), !isReported(error.range) else { return }
    var range = error.range
    // What cannot be converted is to be seen at the literal itself.
    for id in 0...node where expression[id].range == range {
      if case .call(_, let receiver, let arguments) = expression[id].kind, receiver == nil,
        arguments.count == 1,
        case .literal = expression[arguments[0]].kind
      {
        range = expression[arguments[0]].range
      }
    }
    report(.failingConstant, range, error.message, help: Self.help(for: error.kind))
  }

  /// Not made where it is used: an environment that the optimiser sees to be empty costs it two minutes.
  private static let nothing = Environment([])

  private func outcome(of node: NodeID) -> Outcome {
    let part = ParsedExpression(text: expression.text, nodes: Array(expression.nodes[...node]))
    return Program(part, in: Self.nothing).evaluate(Activation(Self.nothing), costLimit: 10_000)
  }

  private func isReported(_ range: Range<Int>) -> Bool { issues.contains { range.overlaps($0.range) } }

  private static func help(for kind: EvaluationError.Kind) -> String? {
    switch kind {
    case .divisionByZero: "a division by zero has no result; divide by something else"
    case .overflow: "whole numbers go up to 9223372036854775807; write 2.0 instead of 2 for numbers beyond"
    default: nil
    }
  }

  /// Whole numbers divided by a constant zero, whatever is divided.
  private mutating func checkDivisor(_ node: NodeID, _ isConstant: [Bool]) {
    guard case .binary(let op, let left, let right) = expression[node].kind, op == .divide || op == .modulo,
      isConstant[right], !isConstant[left], Self.isWhole(types[left]),
      case .literal(let divisor) = expression[right].kind, divisor == .int(0) || divisor == .uint(0)
    else { return }
    report(
      .failingConstant, expression[node].range, "the number is divided by zero",
      help: Self.help(for: .divisionByZero))
  }

  private static func isWhole(_ type: ValueType) -> Bool {
    switch type {
    case .int, .uint: true
    case .refined(let refinement): refinement.base == .int
    default: false
    }
  }

  private mutating func checkPlaceInList(_ node: NodeID) {
    guard case .index(let operand, let key) = expression[node].kind, case .list = types[operand],
      case .literal(.int(let place)) = expression[key].kind, place < 0
    else { return }
    report(
      .failingConstant, expression[key].range, "a list has no element at \(place)",
      help: "its elements are counted from 0; the last is at size(list) - 1")
  }

  /// A pattern that is written out, with the place inside it.
  private mutating func checkPattern(_ node: NodeID) {
    guard case .call("matches", let receiver, let arguments) = expression[node].kind,
      let last = arguments.last,
      arguments.count == (receiver == nil ? 2 : 1), case .literal(.string(let text)) = expression[last].kind
    else { return }
    do throws(PatternFailure) {
      _ = try Pattern(text)
    } catch {
      let places = LiteralPlaces(Array(expression.text.utf8), expression[last].range)
      report(.badPattern, places.range(of: error.range), error.message, help: error.help)
    }
  }
}

/// Runs a program once. It recurses as deep as the expression is nested, which the parser limits.
///
/// The tables are read through pointers that are good while ``run(_:_:budget:observer:)`` lasts, whose caller
/// holds the program and the activation: counting references at each step would cost more than the steps. All
/// indexes come from the compiler.
struct Evaluator<Observer: EvaluationObserver> {
  /// For what is seldom needed: names, patterns, failures.
  unowned(unsafe) let code: Code
  private let instructions: UnsafeBufferPointer<Instruction>
  let operands: UnsafeBufferPointer<Int32>
  let places: UnsafeBufferPointer<Code.Place>
  private let constants: UnsafeBufferPointer<Value>
  /// The variables of the review that is looked at.
  private(set) var slots: UnsafeBufferPointer<Value>
  /// What `previous` asks.
  private unowned(unsafe) var earlier: Activation.Earlier?
  /// Where the present element of each comprehension lies.
  let locals: UnsafeMutableBufferPointer<UnsafePointer<Value>>
  /// What the evaluation may still cost; negative once it has been stopped.
  private(set) var budget: Int
  private(set) var observer: Observer

  /// What is left of a run: its value, the budget and what was seen.
  typealias Run = (value: Value, budget: Int, observer: Observer)

  static func run(_ code: Code, _ activation: Activation, budget: Int, observer: Observer) -> Run {
    activation.slots.withUnsafeBufferPointer { slots in
      code.withTables { instructions, operands, places, constants in
        withUnsafeTemporaryAllocation(of: UnsafePointer<Value>.self, capacity: code.localCount) { locals in
          var evaluator = Evaluator(
            code: code, instructions: instructions, operands: operands, places: places, constants: constants,
            slots: slots, earlier: activation.earlier, locals: locals, budget: max(0, budget),
            observer: observer)
          let value = evaluator.evaluate(code.root)
          return (value, evaluator.budget, evaluator.observer)
        }
      }
    }
  }

  /// Whether the cost went past its limit.
  var isStopped: Bool { budget < 0 }

  /// Counts what a step costs beyond the 1 of its node.
  @inline(__always)
  mutating func charge(_ cost: Int) { budget -= cost }

  // Never put into its own callers, which would be put into it in turn: that took the compiler minutes.
  @inline(never)
  mutating func evaluate(_ at: Int) -> Value {
    budget -= 1
    if budget < 0 { return .failure(StopFailure.shared) }
    let value = step(instructions[at], at)
    observer.saw(value, of: at)
    return value
  }

  @inline(__always)
  private mutating func step(_ instruction: Instruction, _ at: Int) -> Value {
    let a = Int(instruction.a)
    switch instruction.operation {
    case .constant: return constants[a]
    case .variable: return variable(a, at)
    case .local: return located(locals[a].pointee, at)
    case .fail: return .failure(code.failures[a])
    case .localField: return field(of: locals[a], instruction, at)
    case .variableField: return variableField(instruction, at)
    case .field, .entry: return selection(instruction, at)
    case .has: return has(evaluate(a), code.names[Int(instruction.b)], at)
    case .index:
      let operand = evaluate(a)
      return element(of: operand, at: evaluate(Int(instruction.b)), at)
    case .not:
      let operand = evaluate(a)
      if case .bool(let value) = operand { return .bool(!value) }
      return noOverload("!", operand, at)
    case .negate: return negated(evaluate(a), at)
    case .equal, .notEqual, .contained:
      let left = evaluate(a)
      return equality(instruction.operation, left, evaluate(Int(instruction.b)), at)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let left = evaluate(a)
      return order(instruction.operation, left, evaluate(Int(instruction.b)), at)
    case .add, .subtract, .multiply, .divide, .modulo:
      let left = evaluate(a)
      return arithmetic(instruction.operation, left, evaluate(Int(instruction.b)), at)
    case .conditional:
      let condition = evaluate(a)
      if case .bool(let value) = condition { return evaluate(Int(value ? instruction.b : instruction.c)) }
      return noOverload("? :", condition, at)
    case .and: return joined(instruction, deciding: false, at)
    case .or: return joined(instruction, deciding: true, at)
    case .list: return list(instruction)
    case .map: return map(instruction, at)
    case .all, .exists, .existsOne, .transform, .filter: return comprehension(instruction, at)
    case .figureOfTransform: return figure(instruction, at)
    case .call1: return call(instruction, evaluate(a), at)
    case .call2:
      let first = evaluate(a)
      return call(instruction, first, evaluate(Int(instruction.b)), at)
    case .matchesConstant: return matches(evaluate(a), instruction, at)
    case .previous: return previous(a, at)
    }
  }

  @inline(__always)
  private func variable(_ slot: Int, _ at: Int) -> Value {
    // An activation of another environment may have fewer slots.
    guard slot < slots.count else {
      return fail(.undeclaredName, "the variable has no value", at)
    }
    return located(slots[slot], at)
  }

  /// A failure that was stored, with the place where it was read.
  @inline(__always)
  func located(_ value: Value, _ at: Int) -> Value {
    if case .failure(let failure) = value, failure.node == nil {
      return .failure(Failure(failure.cause, node: code.origins[at]))
    }
    return value
  }

  @inline(never)
  func fail(_ kind: EvaluationError.Kind, _ message: String, _ at: Int) -> Value {
    .failure(Failure(.error(kind, message), node: code.origins[at]))
  }

  /// The failure that is left of an operand, or the error that the operator does not take it.
  @inline(never)
  func noOverload(_ symbol: String, _ operand: Value, _ at: Int) -> Value {
    guard let type = operand.typeName else { return operand }
    return fail(.noSuchOverload, "\(symbol) does not take \(type.name)", at)
  }

  /// As above, of two operands. An error is left before something that is not evaluable.
  @inline(never)
  func noOverload(_ symbol: String, _ left: Value, _ right: Value, _ at: Int) -> Value {
    switch (left, right) {
    case (.failure(let first), .failure(let second)): return first.isError || !second.isError ? left : right
    case (.failure, _): return left
    case (_, .failure): return right
    default:
      let types = [left, right].compactMap { $0.typeName?.name }.joined(separator: " and ")
      return fail(.noSuchOverload, "\(symbol) does not take \(types)", at)
    }
  }

  /// `&&` and `||`: a deciding value wins over whatever the others are.
  @inline(never)
  private mutating func joined(_ instruction: Instruction, deciding: Bool, _ at: Int) -> Value {
    var left: Failure?
    for place in Int(instruction.a)..<Int(instruction.a + instruction.b) {
      let term = evaluate(Int(operands[place]))
      if case .bool(let value) = term {
        if value == deciding { return term }
        continue
      }
      if case .failure(let failure) = noOverload(deciding ? "||" : "&&", term, at) {
        left = Failure.worse(left, failure)
      }
    }
    return left.map { .failure($0) } ?? .bool(!deciding)
  }

  /// `previous(e)`: the earlier review's variables for a while.
  @inline(never)
  private mutating func previous(_ operand: Int, _ at: Int) -> Value {
    guard let before = earlier else {
      return .failure(
        Failure(
          .notEvaluable(Unavailability(.noEarlierReview, of: "")), node: code.origins[at]))
    }
    let now = slots
    defer { (slots, earlier) = (now, before) }
    return before.activation.slots.withUnsafeBufferPointer { slots in
      self.slots = slots
      earlier = before.activation.earlier
      return evaluate(operand)
    }
  }
}

extension Failure {
  /// The one of two that is reported: an error before what is not evaluable, else the first.
  static func worse(_ first: Failure?, _ second: Failure) -> Failure {
    guard let first else { return second }
    return first.isError || !second.isError ? first : second
  }
}

/// The value of everything after an evaluation has been stopped. The program makes an error of its own of it.
enum StopFailure {
  static let shared = Failure(.error(.costExceeded, "the evaluation was stopped"), node: nil)
}

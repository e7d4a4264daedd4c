// The macros that go over a list's elements or a map's keys.
extension Evaluator {
  @inline(never)
  mutating func comprehension(_ instruction: Instruction, _ at: Int) -> Value {
    let source = evaluate(Int(instruction.a))
    guard let elements = Self.elements(of: source) else {
      return noOverload(Self.name(instruction.operation), source, at)
    }
    return elements.withUnsafeBufferPointer { elements in
      switch instruction.operation {
      case .all: quantified(elements, instruction, deciding: false, at)
      case .exists: quantified(elements, instruction, deciding: true, at)
      case .existsOne: existsOne(elements, instruction, at)
      default: gathered(elements, instruction, at)
      }
    }
  }

  @inline(__always)
  private static func elements(of source: Value) -> [Value]? {
    switch source {
    case .list(let list): list
    case .map(let map): map.entries.map(\.key)
    default: nil
    }
  }

  /// `all` and `exists`: as `&&` and `||` over the elements.
  private mutating func quantified(
    _ elements: UnsafeBufferPointer<Value>, _ instruction: Instruction, deciding: Bool, _ at: Int
  ) -> Value {
    guard var place = elements.baseAddress else { return .bool(!deciding) }
    let body = Int(operands[Int(instruction.c) + 1])
    var left: Failure?
    for _ in 0..<elements.count {
      locals[Int(instruction.b)] = place
      place += 1
      let outcome = evaluate(body)
      if case .bool(let value) = outcome {
        if value == deciding { return outcome }
      } else if case .failure(let failure) = noOverload(Self.name(instruction.operation), outcome, at) {
        left = Failure.worse(left, failure)
      }
      if isStopped { break }
    }
    return left.map { .failure($0) } ?? .bool(!deciding)
  }

  private mutating func existsOne(
    _ elements: UnsafeBufferPointer<Value>, _ instruction: Instruction, _ at: Int
  ) -> Value {
    let body = Int(operands[Int(instruction.c) + 1])
    var found = 0
    let left = each(of: elements, as: Int(instruction.b)) { evaluator in
      switch evaluator.holds(body, instruction, at) {
      case .bool(let value):
        found += value ? 1 : 0
        return nil
      case .failure(let failure): return failure
      default: return nil
      }
    }
    return left.map { .failure($0) } ?? .bool(found == 1)
  }

  /// `map` and `filter`.
  private mutating func gathered(
    _ elements: UnsafeBufferPointer<Value>, _ instruction: Instruction, _ at: Int
  ) -> Value {
    let (condition, body) = (Int(operands[Int(instruction.c)]), Int(operands[Int(instruction.c) + 1]))
    var gathered: [Value] = []
    if condition < 0 { gathered.reserveCapacity(elements.count) }
    let left = each(of: elements, as: Int(instruction.b)) { evaluator in
      guard let new = evaluator.transformed(condition, body, instruction, at) else { return nil }
      if case .failure(let failure) = new { return failure }
      gathered.append(new)
      return nil
    }
    return left.map { .failure($0) } ?? .list(gathered)
  }

  /// A figure of what `map` makes, taken as it is made: `sum(list.map(x, …))` without the list between.
  @inline(never)
  mutating func figure(_ instruction: Instruction, _ at: Int) -> Value {
    // The map() is a node of its own.
    charge(1)
    let source = evaluate(Int(instruction.a))
    guard let elements = Self.elements(of: source) else { return noOverload("map()", source, at) }
    let (condition, body) = (Int(operands[Int(instruction.c)]), Int(operands[Int(instruction.c) + 1]))
    var tally = Tally(zero: instruction.zero)
    let left = elements.withUnsafeBufferPointer { elements in
      each(of: elements, as: Int(instruction.b)) { evaluator in
        guard let new = evaluator.transformed(condition, body, instruction, at) else { return nil }
        if case .failure(let failure) = new { return failure }
        tally.add(new)
        return nil
      }
    }
    if instruction.routine != .count { charge(tally.count) }
    return left.map { .failure($0) } ?? tally.value(of: instruction.routine).value { fail($0, $1, at) }
  }

  /// Does `body` with each element in turn as the local variable. An error ends it; what is not evaluable is
  /// returned if no error follows.
  @inline(__always)
  private mutating func each(
    of elements: UnsafeBufferPointer<Value>, as local: Int, _ body: (inout Self) -> Failure?
  ) -> Failure? {
    guard var place = elements.baseAddress else { return nil }
    var left: Failure?
    for _ in 0..<elements.count {
      locals[local] = place
      place += 1
      if let failure = body(&self) {
        left = Failure.worse(left, failure)
        if failure.isError { return failure }
      }
    }
    return left
  }

  /// The element that `map` or `filter` makes of the variable's; nil if the condition leaves it out.
  @inline(__always)
  private mutating func transformed(
    _ condition: Int, _ body: Int, _ instruction: Instruction, _ at: Int
  ) -> Value? {
    if condition >= 0 {
      let outcome = holds(condition, instruction, at)
      if case .bool(false) = outcome { return nil }
      if outcome.isFailure { return outcome }
    }
    return body < 0 ? located(locals[Int(instruction.b)].pointee, at) : evaluate(body)
  }

  /// A condition's value: a boolean or a failure.
  private mutating func holds(_ condition: Int, _ instruction: Instruction, _ at: Int) -> Value {
    let outcome = evaluate(condition)
    if case .bool = outcome { return outcome }
    return noOverload(Self.name(instruction.operation), outcome, at)
  }

  private static func name(_ operation: Instruction.Operation) -> String {
    switch operation {
    case .all: "all()"
    case .exists: "exists()"
    case .existsOne: "exists_one()"
    case .filter: "filter()"
    default: "map()"
    }
  }
}

// Comparison and arithmetic.
extension Evaluator {
  @inline(__always)
  mutating func equality(
    _ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int
  ) -> Value {
    if operation == .contained { return contained(left, right, at) }
    let isEqual: Bool
    switch (left, right) {
    case (.string(let x), .string(let y)):
      chargeBytes(x.utf8.count + y.utf8.count)
      isEqual = CodePoints.equal(x, y)
    case (.int(let x), .int(let y)): isEqual = x == y
    case (.double(let x), .double(let y)): isEqual = x == y
    case (.bool(let x), .bool(let y)): isEqual = x == y
    default: return mixedEquality(operation, left, right, at)
    }
    return .bool(isEqual == (operation == .equal))
  }

  @inline(never)
  private mutating func mixedEquality(
    _ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int
  ) -> Value {
    if left.isFailure || right.isFailure { return noOverload("==", left, right, at) }
    var comparison = Comparison(node: code.origins[at])
    let isEqual = comparison.equal(left, right)
    charge(comparison.cost)
    // Parts that do not exist leave it open, unless others differ.
    if isEqual, let missing = comparison.missing { return .failure(missing) }
    return .bool(isEqual == (operation == .equal))
  }

  @inline(never)
  private mutating func contained(_ element: Value, _ collection: Value, _ at: Int) -> Value {
    switch (element, collection) {
    case (.failure, _), (_, .failure): return noOverload("in", element, collection, at)
    case (_, .list(let list)):
      var comparison = Comparison(node: code.origins[at])
      for other in list {
        comparison.cost += 1
        let missing = comparison.missing
        comparison.missing = nil
        if comparison.equal(element, other), comparison.missing == nil {
          charge(comparison.cost)
          return .bool(true)
        }
        comparison.missing = missing ?? comparison.missing
      }
      charge(comparison.cost)
      return comparison.missing.map { .failure($0) } ?? .bool(false)
    case (_, .map(let map)): return .bool(map.value(at: element).map { !$0.isFailure } ?? false)
    default: return noOverload("in", element, collection, at)
    }
  }

  @inline(__always)
  mutating func order(_ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int) -> Value {
    switch (left, right) {
    case (.int(let x), .int(let y)): return .bool(Self.holds(operation, x, y))
    case (.double(let x), .double(let y)): return .bool(Self.holds(operation, x, y))
    default: return mixedOrder(operation, left, right, at)
    }
  }

  @inline(__always)
  private static func holds<T: Comparable>(_ operation: Instruction.Operation, _ x: T, _ y: T) -> Bool {
    switch operation {
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    default: x >= y
    }
  }

  @inline(never)
  private mutating func mixedOrder(
    _ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int
  ) -> Value {
    let symbol = BinaryOperator.symbols[operation] ?? "<"
    switch (left, right) {
    case (.string(let x), .string(let y)): chargeBytes(x.utf8.count + y.utf8.count)
    case (.bytes(let x), .bytes(let y)): chargeBytes(x.count + y.count)
    default: break
    }
    switch Comparison.order(left, right) {
    case .none: return noOverload(symbol, left, right, at)
    case .unordered: return .bool(false)
    case .less: return .bool(operation == .less || operation == .lessOrEqual)
    case .equal: return .bool(operation == .lessOrEqual || operation == .greaterOrEqual)
    case .greater: return .bool(operation == .greater || operation == .greaterOrEqual)
    }
  }

  @inline(__always)
  mutating func arithmetic(
    _ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int
  ) -> Value {
    switch (left, right) {
    case (.double(let x), .double(let y)) where operation != .modulo:
      switch operation {
      case .add: return .double(x + y)
      case .subtract: return .double(x - y)
      case .multiply: return .double(x * y)
      default: return .double(x / y)
      }
    case (.int(let x), .int(let y)):
      return whole(operation, x, y, at).map { .int($0) } ?? broken(operation, y == 0, at)
    default: return mixedArithmetic(operation, left, right, at)
    }
  }

  @inline(__always)
  private func whole<T: FixedWidthInteger>(_ operation: Instruction.Operation, _ x: T, _ y: T, _ at: Int)
    -> T?
  {
    let result: (partialValue: T, overflow: Bool) =
      switch operation {
      case .add: x.addingReportingOverflow(y)
      case .subtract: x.subtractingReportingOverflow(y)
      case .multiply: x.multipliedReportingOverflow(by: y)
      case .divide: x.dividedReportingOverflow(by: y)
      default: x.remainderReportingOverflow(dividingBy: y)
      }
    return result.overflow ? nil : result.partialValue
  }

  @inline(never)
  private func broken(_ operation: Instruction.Operation, _ isZero: Bool, _ at: Int) -> Value {
    switch operation {
    case .divide where isZero: fail(.divisionByZero, "the number is divided by zero", at)
    case .modulo where isZero: fail(.divisionByZero, "the remainder of a division by zero", at)
    default: fail(.overflow, "the result does not fit 64 bits", at)
    }
  }

  @inline(never)
  private mutating func mixedArithmetic(
    _ operation: Instruction.Operation, _ left: Value, _ right: Value, _ at: Int
  ) -> Value {
    switch (operation, left, right) {
    case (_, .uint(let x), .uint(let y)):
      return whole(operation, x, y, at).map { .uint($0) } ?? broken(operation, y == 0, at)
    case (.add, .string(let x), .string(let y)):
      chargeBytes(x.utf8.count + y.utf8.count)
      return isStopped ? .null : .string(x + y)
    case (.add, .bytes(let x), .bytes(let y)):
      chargeBytes(x.count + y.count)
      return isStopped ? .null : .bytes(x + y)
    case (.add, .list(let x), .list(let y)):
      charge(x.count + y.count)
      return isStopped ? .null : .list(x + y)
    case (.add, .timestamp(let moment), .duration(let span)),
      (.add, .duration(let span), .timestamp(let moment)):
      return moment.adding(span).map { .timestamp($0) } ?? outsideYears(at)
    case (.subtract, .timestamp(let moment), .duration(let span)):
      guard span.nanoseconds != .min else { return outsideYears(at) }
      return moment.adding(TimeSpan(nanoseconds: -span.nanoseconds)).map { .timestamp($0) }
        ?? outsideYears(at)
    case (.subtract, .timestamp(let x), .timestamp(let y)):
      return x.since(y).map { .duration($0) } ?? fail(.overflow, "the duration is over 290 years", at)
    case (.add, .duration(let x), .duration(let y)), (.subtract, .duration(let x), .duration(let y)):
      return whole(operation, x.nanoseconds, y.nanoseconds, at).map { .duration(TimeSpan(nanoseconds: $0)) }
        ?? fail(.overflow, "the duration is over 290 years", at)
    default: return noOverload(BinaryOperator.symbols[operation] ?? "+", left, right, at)
    }
  }

  private func outsideYears(_ at: Int) -> Value {
    fail(.overflow, "the moment is outside the years 1 to 9999", at)
  }

  @inline(never)
  func negated(_ operand: Value, _ at: Int) -> Value {
    switch operand {
    case .int(let value): value == .min ? broken(.negate, false, at) : .int(-value)
    case .double(let value): .double(-value)
    default: noOverload("-", operand, at)
    }
  }

  /// Counts the bytes of strings that are gone through.
  @inline(__always)
  mutating func chargeBytes(_ count: Int) { charge(count / EvaluationCost.bytesPerUnit) }
}

extension BinaryOperator {
  fileprivate static let symbols: [Instruction.Operation: String] = [
    .less: "<", .lessOrEqual: "<=", .greater: ">", .greaterOrEqual: ">=", .add: "+", .subtract: "-",
    .multiply: "*", .divide: "/", .modulo: "%",
  ]
}

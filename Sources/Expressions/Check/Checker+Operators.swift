// Operators and `? :`.
extension Checker {
  mutating func unary(_ op: UnaryOperator, _ operand: NodeID, _ node: NodeID) -> ValueType {
    let given = type(of: operand)
    if let result = result(of: Self.overloads(of: op.rawValue), [given], node) { return result }
    let wanted = op == .not ? "true or false" : "a number that may be negative"
    report(
      .noOverload, expression[operand].range,
      "“\(op.symbol)” wants \(wanted), and this is \(TypeWords.one(given))")
    return op == .not ? .bool : .error
  }

  mutating func logical(_ terms: [NodeID], _ symbol: String, _ node: NodeID) -> ValueType {
    for term in terms {
      let given = type(of: term)
      if relation.fits(given, .bool) { continue }
      report(
        .noOverload, expression[term].range,
        "“\(symbol)” joins true and false, and this is \(TypeWords.one(given))",
        help: "compare it with something, such as … == … or size(…) > 0")
    }
    return .bool
  }

  mutating func conditional(_ condition: NodeID, _ yes: NodeID, _ no: NodeID, _ node: NodeID) -> ValueType {
    let given = type(of: condition)
    if !relation.fits(given, .bool) {
      report(
        .noOverload, expression[condition].range,
        "“?” asks whether something is true, and this is \(TypeWords.one(given))")
    }
    let (first, second) = (type(of: yes), type(of: no))
    if let joined = relation.join(first, second) { return joined }
    report(
      .noOverload, expression[node].range,
      "the two results of “?” are of two types: \(TypeWords.one(first)) and \(TypeWords.one(second))",
      help: "make both of one type, or write dyn(…) around one of them")
    return .error
  }

  mutating func binary(_ op: BinaryOperator, _ left: NodeID, _ right: NodeID, _ node: NodeID) -> ValueType {
    if op == .subtract || op == .divide, reportsPath(node) { return .error }
    let (first, second) = (type(of: left), type(of: right))
    if reportsScales(op, first, second, node) { return op.isArithmetic ? .error : .bool }
    if let result = result(of: Self.overloads(of: op.rawValue), [first, second], node) {
      checkValues(op, left, first, right, second)
      return op == .add ? summed(result, first, second) : result
    }
    // Numbers of two types have an order, though they are not to be set equal.
    if op.isOrder, Self.isNumber(first), Self.isNumber(second) { return .bool }
    let (range, message, help) = mismatch(op, left, first, right, second, node)
    report(.noOverload, range, message, help: help)
    return op.isArithmetic ? .error : .bool
  }

  static func overloads(of name: String) -> [Overload] {
    StandardFunctions.declaration(of: name)?.overloads ?? []
  }

  static func isNumber(_ type: ValueType) -> Bool {
    switch type {
    case .int, .uint, .double: true
    case .refined(let refinement): refinement.base != .string
    default: false
    }
  }

  /// Two lists one after the other have at most as many elements as both together.
  private func summed(_ result: ValueType, _ first: ValueType, _ second: ValueType) -> ValueType {
    guard case .list(let element, _) = result else { return result }
    guard case .list(_, let most?) = first, case .list(_, let otherMost?) = second else {
      return .list(element)
    }
    return .list(element, atMost: most.addingReportingOverflow(otherMost).partialValue)
  }

  // MARK: Mismatches in words

  private func mismatch(
    _ op: BinaryOperator, _ left: NodeID, _ first: ValueType, _ right: NodeID, _ second: ValueType,
    _ node: NodeID
  ) -> (Range<Int>, String, String?) {
    let (a, b) = (TypeWords.one(first), TypeWords.one(second))
    let whole = expression[node].range
    let help = Self.help(for: first, expression[left].kind, second, expression[right].kind)
    switch op {
    case .in:
      switch second {
      case .list, .map, .keyed: return (whole, "\(a) is looked for in \(b)", help)
      default:
        let isText = second == .string
        return (
          expression[right].range, "“in” looks in a list or a map, and this is \(b)",
          isText ? "whether a text has another in it is written: text.contains(\"…\")" : nil
        )
      }
    case .add: return (whole, "\(a) and \(b) cannot be added", help)
    case .subtract: return (whole, "\(b) cannot be subtracted from \(a)", help)
    case .multiply: return (whole, "\(a) and \(b) cannot be multiplied", help)
    case .divide: return (whole, "\(a) cannot be divided by \(b)", help)
    case .modulo:
      return (whole, "“%” wants two whole numbers, and is given \(a) and \(b)", help)
    default:
      if first == second { return (whole, "\(a) has no order by which “\(op.symbol)” could compare it", nil) }
      return (whole, "\(a) is compared with \(b)", help)
    }
  }

  private static func help(
    for first: ValueType, _ left: NodeKind, _ second: ValueType, _ right: NodeKind
  ) -> String? {
    let pair = [base(first), base(second)]
    func has(_ type: ValueType) -> Bool { pair.contains(type) }
    if has(.int), has(.double) {
      for case .literal(.int(let number)) in [left, right] { return "write \(number).0 instead of \(number)" }
      return "write double(…) around the whole number"
    }
    if has(.int), has(.uint) {
      for case .literal(.int(let number)) in [left, right] where number >= 0 {
        return "write \(number)u instead of \(number)"
      }
      return "write int(…) around the one without a sign"
    }
    if has(.timestamp), has(.string) { return "a date is written timestamp(\"2026-07-01T00:00:00Z\")" }
    if has(.duration) || has(.timestamp), has(.string) || has(.int) || has(.double) {
      return "a length of time is written duration(\"48h\")"
    }
    if has(.string), pair.contains(where: isNumber) {
      for case .literal(.string(let text)) in [left, right] where Double(text) != nil {
        return "a number stands without quotes: \(text)"
      }
      return "write string(…) around the number, if text is meant"
    }
    if has(.null) { return "whether something is there is asked with has(…)" }
    return nil
  }

  private static func base(_ type: ValueType) -> ValueType {
    if case .refined(let refinement) = type { refinement.baseType } else { type }
  }
}

extension BinaryOperator {
  var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .modulo: true
    default: false
    }
  }

  /// Whether it asks which of two comes first.
  var isOrder: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}

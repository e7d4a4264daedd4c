import Diagnostics

// Values of which more is known than their type: the points of a scale.
extension Checker {
  /// Reports two scales set beside one another, and points put in the order of the alphabet.
  mutating func reportsScales(
    _ op: BinaryOperator, _ first: ValueType, _ second: ValueType, _ node: NodeID
  ) -> Bool {
    var other = second
    if op == .in, case .list(let element, _) = second { other = relation.resolved(element) }
    guard case .refined(let a) = first, case .refined(let b) = other, a.tag != b.tag else {
      return reportsAlphabet(op, first, second, node)
    }
    let (one, two) = (TypeWords.article(a.name), TypeWords.article(b.name))
    report(
      .twoScales, expression[node].range,
      op.isArithmetic ? "\(one) and \(two) are put into one sum" : "\(one) is compared with \(two)",
      help: "they are of two scales, whose values do not mean the same")
    return true
  }

  private mutating func reportsAlphabet(
    _ op: BinaryOperator, _ first: ValueType, _ second: ValueType, _ node: NodeID
  ) -> Bool {
    for case .refined(let refinement) in [first, second]
    where op.isOrder && refinement.base == .string && refinement.allowed != nil {
      report(
        .alphabetical, expression[node].range,
        "“\(op.symbol)” would put \(TypeWords.article(refinement.name)) in the order of the alphabet",
        help: "compare the values, which are numbers")
      return true
    }
    return false
  }

  /// Reports literals that something can never be equal to.
  mutating func checkValues(
    _ op: BinaryOperator, _ left: NodeID, _ first: ValueType, _ right: NodeID, _ second: ValueType
  ) {
    switch op {
    case .equal, .notEqual:
      if case .refined(let refinement) = first { checkLiteral(right, refinement) }
      if case .refined(let refinement) = second { checkLiteral(left, refinement) }
      if case .list(let element, _) = first { checkElements(right, relation.resolved(element)) }
      if case .list(let element, _) = second { checkElements(left, relation.resolved(element)) }
    case .in:
      if case .refined = first { checkElements(right, first) }
      if case .list(let element, _) = second, case .refined(let refinement) = relation.resolved(element) {
        checkLiteral(left, refinement)
      }
      if case .keyed(let keyed) = second, case .literal(.string(let key)) = expression[left].kind {
        _ = entry(key, of: keyed, at: expression[left].range)
      }
    default: break
    }
  }

  private mutating func checkElements(_ node: NodeID, _ type: ValueType) {
    guard case .refined(let refinement) = type, case .list(let elements) = expression[node].kind else {
      return
    }
    for element in elements { checkLiteral(element, refinement) }
  }

  private mutating func checkLiteral(_ node: NodeID, _ refinement: Refinement) {
    guard case .literal(let value) = expression[node].kind, let allowed = refinement.allowed,
      !allowed.contains(where: { $0.equals(value) == true })
    else { return }
    let words = allowed.map { ValueText.text($0, most: 40) }
    var help = "it can be \(Self.listed(words))"
    if case .string(let text) = value {
      let texts = allowed.compactMap { if case .string(let text) = $0 { text } else { nil } }
      help = NearestName.of(text, among: texts).map { "did you mean \"\($0)\"?" } ?? help
    }
    report(
      .impossibleValue, expression[node].range,
      "\(ValueText.text(value, most: 40)) is no \(refinement.name)", help: help)
  }
}

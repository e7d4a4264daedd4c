/// What one evaluation of an expression costs at most (``EvaluationCost``), by the sizes that types name and bounds
/// assume. Macros within macros multiply.
///
/// A part of the type `dyn` is taken for as large as one list of texts can be: a bound for what anybody would
/// write, not a proof. The evaluation counts for itself and stops.
public struct CostEstimate: Sendable, Hashable {
  /// The most that an evaluation costs.
  public let most: Int
  /// The innermost macro or call that takes at least half of it; else the whole.
  public let heaviest: NodeID

  init(
    of expression: ParsedExpression, types: [ValueType],
    references: [NodeID: CheckedExpression.Reference], overloads: [NodeID: Overload], bounds: SizeBounds
  ) {
    var walk = CostWalk(expression, types, references, overloads, bounds)
    most = walk.visit(expression.root, times: 1).cost
    var place = expression.root
    var heaviest = place
    while let child = expression[place].kind.children.max(by: { walk.totals[$0] < walk.totals[$1] }),
      walk.totals[child] >= most / 2
    {
      place = child
      switch expression[place].kind {
      case .comprehension, .call: heaviest = place
      default: break
      }
    }
    self.heaviest = heaviest
  }

  /// What is wrong where the expression may cost more than a limit.
  func issue(over limit: Int, _ expression: ParsedExpression) -> ExpressionIssue? {
    guard most > limit else { return nil }
    let amount = most == .max ? "more steps than can be counted" : "up to \(most) steps"
    return ExpressionIssue(
      .tooCostly, at: expression[heaviest].range,
      "the expression may take \(amount), most of them here, and may take \(limit)",
      help: "go over fewer elements: filter first, or put fewer lists within one another")
  }
}

/// Goes through an expression and bounds each part's cost and extent.
private struct CostWalk {
  let expression: ParsedExpression
  let types: [ValueType]
  let references: [NodeID: CheckedExpression.Reference]
  let overloads: [NodeID: Overload]
  let bounds: SizeBounds
  /// What each part costs in the whole evaluation, as often as it is evaluated.
  var totals: [Int]
  var locals: [(name: String, extent: Extent)] = []

  init(
    _ expression: ParsedExpression, _ types: [ValueType],
    _ references: [NodeID: CheckedExpression.Reference], _ overloads: [NodeID: Overload], _ bounds: SizeBounds
  ) {
    self.expression = expression
    self.types = types
    self.references = references
    self.overloads = overloads
    self.bounds = bounds
    totals = Array(repeating: 0, count: expression.nodes.count)
  }

  /// What one evaluation of a part costs, and how large its value is.
  typealias Measure = (cost: Int, extent: Extent)

  mutating func visit(_ node: NodeID, times: Int) -> Measure {
    let measure = measured(node, times)
    totals[node] = Cost.product(measure.cost, times)
    return measure
  }

  private mutating func measured(_ node: NodeID, _ times: Int) -> Measure {
    let whole = Extent.of(types[node])
    switch expression[node].kind {
    case .literal(.string(let text)): return (1, .text(text.utf8.count))
    case .literal(.bytes(let bytes)): return (1, .text(bytes.count))
    case .literal, .name: return (1, extent(of: node))
    case .select(let operand, _) where references[node] == nil:
      return (Cost.sum(1, visit(operand, times: times).cost), whole)
    case .select: return (1, whole)
    case .conditional(let condition, let yes, let no):
      let test = visit(condition, times: times).cost
      let (first, second) = (visit(yes, times: times), visit(no, times: times))
      return (
        Cost.sum(Cost.sum(1, test), max(first.cost, second.cost)),
        Extent.larger(first.extent, second.extent, bounds)
      )
    case .comprehension(let comprehension): return self.comprehension(comprehension, times)
    case .binary(let op, let left, let right): return call(node, op.rawValue, [left, right], times)
    case .call(let function, let receiver, let arguments):
      return call(node, function, (receiver.map { [$0] } ?? []) + arguments, times)
    case .list(let elements):
      let parts = elements.map { visit($0, times: times) }
      let largest = parts.map(\.extent).reduce(nil) { larger($0, $1) }
      return (total(parts), .list(elements.count, largest ?? .text(0)))
    case .map(let entries):
      let keys = entries.map { visit($0.key, times: times) }
      let values = entries.map { visit($0.value, times: times) }
      return (
        total(keys + values),
        .map(
          entries.count, key: keys.map(\.extent).reduce(nil) { larger($0, $1) } ?? .text(0),
          value: values.map(\.extent).reduce(nil) { larger($0, $1) } ?? .text(0))
      )
    case .index(let operand, let key):
      let collection = visit(operand, times: times)
      let cost = Cost.sum(1, Cost.sum(collection.cost, visit(key, times: times).cost))
      switch collection.extent {
      case .list(_, let element): return (cost, element)
      case .map(_, _, let value): return (cost, value)
      default: return (cost, whole)
      }
    case .previous(let operand):
      let inner = visit(operand, times: times)
      return (Cost.sum(1, inner.cost), inner.extent)
    default: return (total(expression[node].kind.children.map { visit($0, times: times) }), whole)
    }
  }

  private func extent(of node: NodeID) -> Extent {
    if case .local(let name) = references[node], let local = locals.last(where: { $0.name == name }) {
      return local.extent
    }
    return .of(types[node])
  }

  private func larger(_ a: Extent?, _ b: Extent) -> Extent? { a.map { Extent.larger($0, b, bounds) } ?? b }

  private func total(_ parts: [Measure]) -> Int { parts.reduce(1) { Cost.sum($0, $1.cost) } }

  private mutating func comprehension(_ comprehension: Comprehension, _ times: Int) -> Measure {
    let source = visit(comprehension.source, times: times)
    let count = source.extent.count(bounds)
    let inner = Cost.product(times, count)
    locals.append((comprehension.variable, source.extent.element))
    defer { locals.removeLast() }
    let condition = comprehension.condition.map { visit($0, times: inner) }
    let body = comprehension.body.map { visit($0, times: inner) }
    let each = Cost.sum(condition?.cost ?? 0, body?.cost ?? 0)
    let cost = Cost.sum(1, Cost.sum(source.cost, Cost.product(count, each)))
    switch comprehension.kind {
    case .all, .exists, .existsOne: return (cost, .of(.bool))
    case .filter: return (cost, .list(count, source.extent.element))
    case .map: return (cost, .list(count, body?.extent ?? .of(.dyn)))
    }
  }

  private mutating func call(_ node: NodeID, _ function: String, _ arguments: [NodeID], _ times: Int)
    -> Measure
  {
    let parts = arguments.map { visit($0, times: times) }
    let extents = parts.map(\.extent)
    let growth = self.growth(node, function, arguments.count)
    return (Cost.sum(total(parts), cost(growth, extents)), extent(node, function, extents))
  }

  /// How the chosen overload's cost grows; where none is known, as the costliest of its kind.
  private func growth(_ node: NodeID, _ function: String, _ count: Int) -> CostGrowth {
    if let overload = overloads[node] { return overload.cost }
    let candidates = Checker.overloads(of: function).filter { $0.parameters.count == count }.map(\.cost)
    let order: [CostGrowth] = [.product, .all, .last, .first]
    return order.first { candidates.contains($0) } ?? .constant
  }

  private func cost(_ growth: CostGrowth, _ extents: [Extent]) -> Int {
    switch growth {
    case .constant: return 0
    case .first: return extents.first.map(shallow) ?? 0
    case .last: return extents.last?.weight(bounds) ?? 0
    case .all: return extents.reduce(0) { Cost.sum($0, $1.weight(bounds)) }
    case .product:
      let factors = extents.prefix(2).map { Cost.sum(1, shallow($0)) }
      return factors.reduce(1) { Cost.product($0, $1) }
    }
  }

  private func shallow(_ extent: Extent) -> Int {
    Cost.sum(extent.count(bounds), extent.bytes(bounds) / EvaluationCost.bytesPerUnit)
  }

  /// Only joining and converting texts and lists makes something larger than its type says.
  private func extent(_ node: NodeID, _ function: String, _ extents: [Extent]) -> Extent {
    switch (function, types[node]) {
    case (BinaryOperator.add.rawValue, .string), (BinaryOperator.add.rawValue, .bytes):
      return .text(extents.reduce(0) { Cost.sum($0, $1.bytes(bounds)) })
    case (BinaryOperator.add.rawValue, .list):
      let counts = extents.reduce(0) { Cost.sum($0, $1.count(bounds)) }
      let element = extents.map(\.element).reduce(nil) { larger($0, $1) }
      return .list(counts, element ?? .of(.dyn))
    case ("dyn", _): return extents.first ?? .of(.dyn)
    case ("string", _), ("bytes", _): return .text(max(40, extents.first?.bytes(bounds) ?? 0))
    default: return .of(types[node])
    }
  }
}

import Diagnostics

/// Goes through an expression once and finds the type of every part.
///
/// A part that is wrong is reported and has the type `error`, which fits everywhere: one mistake, one message. It
/// recurses as deep as the expression is nested, which the parser limits.
struct Checker {
  let expression: ParsedExpression
  let environment: Environment
  var issues: [ExpressionIssue] = []
  private(set) var types: [ValueType]
  var references: [NodeID: CheckedExpression.Reference] = [:]
  var overloads: [NodeID: Overload] = [:]
  var relation = TypeRelation()
  /// The comprehensions' variables in scope, outermost first.
  var locals: [(name: String, type: ValueType)] = []

  init(_ expression: ParsedExpression, _ environment: Environment) {
    self.expression = expression
    self.environment = environment
    types = Array(repeating: .dyn, count: expression.nodes.count)
  }

  /// Fills in types, references and overloads.
  mutating func check(wanting wanted: ValueType?) {
    let type = type(of: expression.root)
    if let wanted, !relation.fits(type, wanted) {
      let range = expression[expression.root].range
      report(
        .wrongResult, range,
        "\(TypeWords.one(wanted)) is wanted here, and this is \(TypeWords.one(relation.resolved(type)))",
        help: wanted == .bool ? "compare it with something, such as … == … or size(…) > 0" : nil)
    }
    types = types.map(relation.settled)
  }

  /// The type of a node, which is kept.
  mutating func type(of node: NodeID) -> ValueType {
    let type = inferred(node)
    types[node] = type
    return relation.resolved(type)
  }

  private mutating func inferred(_ node: NodeID) -> ValueType {
    switch expression[node].kind {
    case .literal(let value): return Self.type(of: value)
    case .name, .select: return selection(node)
    case .has(let operand, let field):
      _ = self.field(field, of: type(of: operand), at: place(of: field, behind: operand, in: node))
      return .bool
    case .index(let operand, let key): return index(operand, key, node)
    case .call(let function, let receiver, let arguments):
      return call(function, receiver: receiver, arguments: arguments, node)
    case .unary(let op, let operand): return unary(op, operand, node)
    case .binary(let op, let left, let right): return binary(op, left, right, node)
    case .and(let terms): return logical(terms, "&&", node)
    case .or(let terms): return logical(terms, "||", node)
    case .conditional(let condition, let yes, let no): return conditional(condition, yes, no, node)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .comprehension(let comprehension): return self.comprehension(comprehension, node)
    case .previous(let operand): return type(of: operand)
    }
  }

  /// The characters of a field in `has(…)`, which has no node of its own.
  private func place(of field: String, behind operand: NodeID, in node: NodeID) -> Range<Int> {
    let start = expression[operand].range.upperBound
    let bytes = Array(expression.text.utf8)[start..<expression[node].range.upperBound]
    return bytes.ranges(of: Array(field.utf8)).last ?? expression[node].focus
  }

  static func type(of literal: Value) -> ValueType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    default: .dyn
    }
  }

  mutating func report(
    _ kind: ExpressionIssue.Kind, _ range: Range<Int>, _ message: String, help: String? = nil
  ) {
    guard issues.count < Self.mostIssues else { return }
    issues.append(ExpressionIssue(kind, at: range, message, help: help))
  }

  /// Past so many nobody reads on.
  private static let mostIssues = 100

  /// The characters of a part, shortened.
  func text(of node: NodeID, most: Int = 40) -> String { text(in: expression[node].range, most: most) }

  func text(in range: Range<Int>, most: Int = 40) -> String {
    let bytes = Array(expression.text.utf8)[range]
    let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text.count > most ? text.prefix(most) + "…" : text
  }

  /// "did you mean “x”?", if a name is near enough.
  func nearest(_ word: String, among names: some Sequence<String>) -> String? {
    NearestName.of(word, among: names).map { "did you mean “\($0)”?" }
  }
}

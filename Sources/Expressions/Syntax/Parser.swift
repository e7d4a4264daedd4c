/// Turns tokens into nodes: recursive descent, one level for each bracket and none for repeated operators.
struct Parser {
  /// Thrown where the grammar is at an end; the issue has been noted.
  struct Stop: Error {}

  private(set) var nodes: [Node] = []
  var issues: [ExpressionIssue]
  let bytes: [UInt8]
  let limits: ParseLimits
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  var isInsidePrevious = false

  init(bytes: [UInt8], tokens: [Token], limits: ParseLimits, issues: [ExpressionIssue]) {
    self.bytes = bytes
    self.tokens = tokens
    self.limits = limits
    self.issues = issues
  }

  /// Whether the tokens were an expression. Nothing is parsed where the lexer had to give up.
  mutating func parse() -> Bool {
    guard issues.allSatisfy({ $0.kind == .badEscape || $0.kind == .badNumber }) else { return false }
    do {
      _ = try expression()
      guard token.kind == .end else { throw unexpected("an operator or the end") }
      return true
    } catch {
      return false
    }
  }

  /// `Expr`: conditions chained to the right are gathered in a loop.
  mutating func expression() throws(Stop) -> NodeID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.nesting else {
      throw stop(.overLimit, token.range, Self.tooDeep(limits), help: "divide it into several rules")
    }
    var branches: [(condition: NodeID, yes: NodeID, start: Int, mark: Range<Int>)] = []
    while true {
      let start = token.range.lowerBound
      let condition = try binary(1)
      let mark = token.range
      guard take(.question) else {
        var last = condition
        for branch in branches.reversed() {
          last = try add(
            .conditional(condition: branch.condition, yes: branch.yes, no: last), from: branch.start,
            focus: branch.mark)
        }
        return last
      }
      let yes = try binary(1)
      try expect(.colon, "“:” and what it is otherwise")
      branches.append((condition, yes, start, mark))
    }
  }

  /// All operators between two, by precedence: 1 `||`, 2 `&&`, 3 relations, 4 sums, 5 products.
  private mutating func binary(_ minimum: Int) throws(Stop) -> NodeID {
    let start = token.range.lowerBound
    var left = try unary()
    while true {
      let focus = token.range
      if token.kind == .mark(.or) {
        guard minimum <= 1 else { return left }
        let terms = try chain(.or, first: left, above: 2)
        left = try add(.or(terms), from: start, focus: focus)
      } else if token.kind == .mark(.and) {
        guard minimum <= 2 else { return left }
        let terms = try chain(.and, first: left, above: 3)
        left = try add(.and(terms), from: start, focus: focus)
      } else if let op = binaryOperator, op.precedence + 2 >= minimum {
        advance()
        let right = try binary(op.precedence + 3)
        left = try add(.binary(op, left, right), from: start, focus: focus)
      } else {
        return left
      }
    }
  }

  private mutating func chain(_ mark: Token.Mark, first: NodeID, above: Int) throws(Stop) -> [NodeID] {
    var terms = [first]
    while take(mark) { terms.append(try binary(above)) }
    return terms
  }

  private mutating func unary() throws(Stop) -> NodeID {
    let isNot = token.kind == .mark(.not)
    let mark: Token.Mark = isNot ? .not : .minus
    var places: [Int] = []
    while token.kind == .mark(mark) {
      places.append(token.range.lowerBound)
      advance()
    }
    if !places.isEmpty, token.kind == .mark(.not) || token.kind == .mark(.minus) {
      throw stop(
        .syntax, token.range, "“!” and “-” do not follow one another", help: "put brackets around the second")
    }
    // A minus right before a number is the number's sign.
    var sign: Int?
    if !isNot, let last = places.last, Self.takesSign(token.kind) {
      sign = last
      places.removeLast()
    }
    var operand = try member(sign: sign)
    for place in places.reversed() {
      operand = try add(.unary(isNot ? .not : .negate, operand), from: place, focus: place..<place + 1)
    }
    return operand
  }

  private static func takesSign(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .int, .double: true
    default: false
    }
  }
}

// Tokens and nodes, for this type's other files too.
extension Parser {
  var token: Token { tokens[position] }

  var nextToken: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// Where the token before this one ends.
  var previousEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func take(_ mark: Token.Mark) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: Token.Mark, _ wanted: String) throws(Stop) {
    guard take(mark) else { throw unexpected(wanted) }
  }

  /// Adds a node that ends with the token before this one.
  mutating func add(_ kind: NodeKind, from start: Int, focus: Range<Int>) throws(Stop) -> NodeID {
    let height = 1 + (kind.children.map { nodes[$0].height }.max() ?? 0)
    guard height <= limits.nesting else {
      throw stop(.overLimit, focus, Self.tooDeep(limits), help: "divide it into several rules")
    }
    guard nodes.count < limits.nodes else {
      throw stop(
        .overLimit, focus, "the expression has more than \(limits.nodes) parts",
        help: "divide it into several rules")
    }
    nodes.append(Node(kind: kind, range: start..<max(start, previousEnd), focus: focus, height: height))
    return nodes.count - 1
  }

  /// Takes the newest node away again.
  mutating func removeLast() -> Node { nodes.removeLast() }

  mutating func stop(
    _ kind: ExpressionIssue.Kind, _ range: Range<Int>, _ message: String, help: String? = nil
  ) -> Stop {
    issues.append(ExpressionIssue(kind, at: range, message, help: help))
    return Stop()
  }

  /// The issue of a token that should have been something else.
  mutating func unexpected(_ wanted: String) -> Stop {
    if token.kind == .end {
      return stop(.syntax, token.range, "the expression ends where \(wanted) should be")
    }
    let text = String(decoding: bytes[token.range].prefix(40), as: UTF8.self)
    return stop(.syntax, token.range, "“\(text)” stands where \(wanted) should be", help: Self.hints[text])
  }

  private static let hints = [
    "and": "“and” is written &&", "or": "“or” is written ||", "not": "“not” is written !",
    "then": "a choice is written: condition ? this : that", "is": "equality is written ==",
  ]

  private static func tooDeep(_ limits: ParseLimits) -> String {
    "the expression is nested more than \(limits.nesting) levels deep"
  }

  private var binaryOperator: BinaryOperator? {
    switch token.kind {
    case .word("in"): .in
    case .mark(let mark): Self.operators[mark]
    default: nil
    }
  }

  private static let operators: [Token.Mark: BinaryOperator] = [
    .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
    .greaterOrEqual: .greaterOrEqual, .plus: .add, .minus: .subtract, .times: .multiply, .divide: .divide,
    .modulo: .modulo,
  ]
}

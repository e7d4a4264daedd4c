/// An expression whose grammar is right. Nothing is known of its names and types yet.
///
/// The nodes stand in one array, each after the nodes it holds, so that a pass over them needs no recursion and
/// letting go of a deep expression needs none either.
public struct ParsedExpression: Sendable {
  /// The expression as written.
  public let text: String
  /// All nodes, each after its children.
  public let nodes: [Node]

  /// The node that is the whole expression.
  public var root: NodeID { nodes.count - 1 }

  public subscript(id: NodeID) -> Node { nodes[id] }

  /// Parses `text`. On a mistake the result is nil and `issues` has gained at least one.
  public static func parse(
    _ text: String, limits: ParseLimits = .standard, issues: inout [ExpressionIssue]
  ) -> ParsedExpression? {
    let bytes = Array(text.utf8)
    guard bytes.count <= limits.bytes else {
      issues.append(
        ExpressionIssue(
          .overLimit, at: 0..<bytes.count,
          "the expression has \(bytes.count) bytes and may have \(limits.bytes)",
          help: "divide it into several rules"))
      return nil
    }
    var lexer = Lexer(bytes)
    let tokens = lexer.tokens()
    var parser = Parser(bytes: bytes, tokens: tokens, limits: limits, issues: lexer.issues)
    let parsed = parser.parse()
    issues += parser.issues.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard parsed, parser.issues.isEmpty else { return nil }
    return ParsedExpression(text: text, nodes: parser.nodes)
  }

  /// The parts of a dotted name such as `a.b.c`, if the node is one.
  public func dottedName(of id: NodeID) -> DottedName? {
    var parts: [String] = []
    var node = id
    while case .select(let operand, let field) = nodes[node].kind {
      parts.append(field)
      node = operand
    }
    guard case .name(let first, let isAbsolute) = nodes[node].kind else { return nil }
    parts.append(first)
    return DottedName(parts: parts.reversed(), isAbsolute: isAbsolute)
  }
}

/// A name with its qualifiers, such as `a.b.c` or `.a.b`.
public struct DottedName: Sendable, Hashable {
  /// At least one simple name.
  public let parts: [String]
  /// Whether it starts with a full stop.
  public let isAbsolute: Bool
}

/// What an expression may have at most.
public struct ParseLimits: Sendable, Hashable {
  /// UTF-8 bytes of text.
  public var bytes: Int
  /// Brackets within brackets, and nodes above one another.
  public var nesting: Int
  /// Nodes.
  public var nodes: Int

  public init(bytes: Int, nesting: Int, nodes: Int) {
    self.bytes = bytes
    self.nesting = nesting
    self.nodes = nodes
  }

  /// 64 KiB, 250 levels, 20,000 nodes.
  public static let standard = ParseLimits(bytes: 65_536, nesting: 250, nodes: 20_000)
}

/// A node's place in ``ParsedExpression/nodes``.
public typealias NodeID = Int

/// One part of an expression.
public struct Node: Sendable {
  /// What it is, with the nodes it holds.
  public let kind: NodeKind
  /// All its characters: UTF-8 offsets in the expression's text.
  public let range: Range<Int>
  /// The characters that a mistake about this node alone points at: an operator, a field, a function's name.
  public let focus: Range<Int>
  /// How many nodes stand above one another below it, itself counted.
  public let height: Int
}

/// The kinds of node. Macros are expanded already: they are ``has`` and ``comprehension``.
public enum NodeKind: Sendable {
  /// null, a boolean, number, string or bytes as written. A minus before a number belongs to it.
  case literal(Value)
  /// A simple name. `.a` is absolute: it passes over the container and the variables of comprehensions.
  case name(String, isAbsolute: Bool)
  /// `operand.field`, which may also be the tail of a dotted name.
  case select(operand: NodeID, field: String)
  /// `has(operand.field)`.
  case has(operand: NodeID, field: String)
  /// `operand[key]`.
  case index(operand: NodeID, key: NodeID)
  /// `function(arguments)` or `receiver.function(arguments)`.
  case call(function: String, receiver: NodeID?, arguments: [NodeID])
  /// `!` or `-`.
  case unary(UnaryOperator, NodeID)
  /// An operator between two; `&&` and `||` are kinds of their own.
  case binary(BinaryOperator, NodeID, NodeID)
  /// Two or more terms joined by `&&`.
  case and([NodeID])
  /// Two or more terms joined by `||`.
  case or([NodeID])
  /// `condition ? yes : no`.
  case conditional(condition: NodeID, yes: NodeID, no: NodeID)
  /// `[a, b]`.
  case list([NodeID])
  /// `{key: value}`.
  case map([MapEntryNode])
  /// `all`, `exists`, `exists_one`, `map` and `filter`.
  case comprehension(Comprehension)
  /// `previous(expression)`: the same expression on the earlier review.
  case previous(NodeID)
}

/// One `key: value` of a map as written.
public struct MapEntryNode: Sendable, Hashable {
  /// The key's expression.
  public let key: NodeID
  /// The value's expression.
  public let value: NodeID
}

/// A macro that goes over the elements of a list or the keys of a map.
public struct Comprehension: Sendable {
  /// What is made of the elements.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case all
    case exists
    case existsOne = "exists_one"
    case map
    case filter
  }

  /// What is made of the elements.
  public let kind: Kind
  /// The list or map that is gone over.
  public let source: NodeID
  /// The variable that stands for an element.
  public let variable: String
  /// Where the variable is named.
  public let variableRange: Range<Int>
  /// The condition of `filter` and of `map` with three arguments.
  public let condition: NodeID?
  /// The condition of `all`, `exists` and `exists_one`; the new element of `map`. `filter` has none.
  public let body: NodeID?
}

extension NodeKind {
  /// The nodes that it holds, in the order in which they are written.
  public var children: [NodeID] {
    switch self {
    case .literal, .name: []
    case .select(let operand, _), .has(let operand, _): [operand]
    case .index(let operand, let key): [operand, key]
    case .call(_, let receiver, let arguments): receiver.map { [$0] + arguments } ?? arguments
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .and(let terms), .or(let terms): terms
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .list(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let comprehension):
      [comprehension.source] + [comprehension.condition, comprehension.body].compactMap(\.self)
    case .previous(let operand): [operand]
    }
  }
}

/// A function or operator of the language: what the checker, the evaluator and the reference page know of it.
public struct FunctionDeclaration: Sendable {
  /// `size`, or an operator's name such as `_+_` (``BinaryOperator``, ``UnaryOperator``), `_[_]`, `_&&_`, `_||_`,
  /// `_?_:_`.
  public let name: String
  /// What it is for, in a sentence.
  public let summary: String
  /// Whether it is ours: no part of the common language.
  public let isExtension: Bool
  public let overloads: [Overload]
  let routine: Routine

  /// Whether it is written as an operator and cannot be called by its name.
  public var isOperator: Bool {
    name.contains("_") && name.first?.isLetter != true || name.hasPrefix("@")
  }
}

/// One way to call a function.
public struct Overload: Sendable, Hashable {
  /// The types of the arguments. With ``isReceiver`` the first stands before the full stop.
  public let parameters: [ValueType]
  public let result: ValueType
  /// Whether it is called as `first.function(others)`.
  public let isReceiver: Bool
  public let cost: CostGrowth

  init(_ parameters: [ValueType], _ result: ValueType, isReceiver: Bool = false, cost: CostGrowth = .constant)
  {
    self.parameters = parameters
    self.result = result
    self.isReceiver = isReceiver
    self.cost = cost
  }
}

/// What a call costs beyond 1, its arguments apart.
public enum CostGrowth: Sendable, Hashable {
  case constant
  /// The size of the first argument: a list's or map's entries, a string's or bytes' length divided by
  /// ``EvaluationCost/bytesPerUnit``.
  case first
  /// The sizes of all arguments together.
  case all
  /// The size of the last argument.
  case last
  /// The sizes of the first two multiplied.
  case product
}

/// How the cost of an evaluation is counted: 1 for each node that is evaluated, as often as it is, and what a
/// call's ``CostGrowth`` adds.
public enum EvaluationCost {
  /// So many bytes of a string count as one element of a list.
  public static let bytesPerUnit = 16
}

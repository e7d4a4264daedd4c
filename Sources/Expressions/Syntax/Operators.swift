/// An operator before its operand. The raw value is its name in the table of functions.
public enum UnaryOperator: String, Sendable, Hashable, CaseIterable {
  case not = "!_"
  case negate = "-_"

  /// As it is written.
  public var symbol: String { self == .not ? "!" : "-" }
}

/// An operator between two operands. The raw value is its name in the table of functions.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case equal = "_==_"
  case notEqual = "_!=_"
  case less = "_<_"
  case lessOrEqual = "_<=_"
  case greater = "_>_"
  case greaterOrEqual = "_>=_"
  case `in` = "@in"
  case add = "_+_"
  case subtract = "_-_"
  case multiply = "_*_"
  case divide = "_/_"
  case modulo = "_%_"

  /// As it is written.
  public var symbol: String {
    self == .in ? "in" : String(rawValue.dropFirst().dropLast())
  }

  /// How tightly it binds; more is tighter.
  var precedence: Int {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: 1
    case .add, .subtract: 2
    case .multiply, .divide, .modulo: 3
    }
  }
}

/// An expression whose names and types are right in its environment.
public struct CheckedExpression: Sendable {
  /// What it was made of.
  public let expression: ParsedExpression
  public let environment: Environment
  /// The type of each node, by ``NodeID``. What could not be known is `dyn`.
  public let types: [ValueType]
  /// What each name turned out to be, by the node that is the whole of it; the nodes of its parts have none.
  public let references: [NodeID: Reference]
  /// The overload that each call and operator uses, where it is known.
  public let overloads: [NodeID: Overload]
  /// What an evaluation costs at most, by the sizes that were assumed.
  public let cost: CostEstimate

  /// The type of the whole.
  public var type: ValueType { types[expression.root] }

  /// What a name means.
  public enum Reference: Sendable, Hashable {
    /// A variable of the environment.
    case variable(slot: Int)
    /// A variable of a comprehension around it.
    case local(String)
    /// A type as a value.
    case type(TypeName)
  }

  /// Checks an expression.
  ///
  /// - Parameters:
  ///   - wanted: the type that the whole must have, such as `bool` for a rule; `nil` for any.
  ///   - options: what else is looked at.
  ///   - issues: gains everything that is wrong.
  /// - Returns: `nil` where something is.
  public static func check(
    _ expression: ParsedExpression, in environment: Environment, wanting wanted: ValueType? = nil,
    options: CheckOptions = CheckOptions(), issues: inout [ExpressionIssue]
  ) -> CheckedExpression? {
    var checker = Checker(expression, environment)
    checker.check(wanting: wanted)
    if options.constants { checker.checkConstants() }
    var found = checker.issues
    let cost = CostEstimate(
      of: expression, types: checker.types, references: checker.references, overloads: checker.overloads,
      bounds: options.bounds)
    if found.isEmpty, let limit = options.costLimit, let issue = cost.issue(over: limit, expression) {
      found.append(issue)
    }
    issues += found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard found.isEmpty else { return nil }
    return CheckedExpression(
      expression: expression, environment: environment, types: checker.types,
      references: checker.references, overloads: checker.overloads, cost: cost)
  }
}

extension Program {
  /// Compiles what has been checked.
  public init(_ checked: CheckedExpression) { self.init(checked.expression, in: checked.environment) }
}

/// What a check looks at beyond names and types.
public struct CheckOptions: Sendable, Hashable {
  /// Whether constant parts are tried: divisions by zero, overflow, dates, patterns.
  public var constants = true
  /// What one evaluation may cost at most (``EvaluationCost``); `nil` for any cost.
  public var costLimit: Int?
  public var bounds = SizeBounds()

  public init(constants: Bool = true, costLimit: Int? = nil, bounds: SizeBounds = SizeBounds()) {
    self.constants = constants
    self.costLimit = costLimit
    self.bounds = bounds
  }
}

/// Sizes that are assumed where a type names none.
public struct SizeBounds: Sendable, Hashable {
  /// Elements of a list.
  public var listElements: Int
  /// Entries of a map.
  public var mapEntries: Int
  /// UTF-8 bytes of a text.
  public var textBytes: Int

  public init(listElements: Int = 1_000, mapEntries: Int = 1_000, textBytes: Int = 4_096) {
    self.listElements = listElements
    self.mapEntries = mapEntries
    self.textBytes = textBytes
  }
}

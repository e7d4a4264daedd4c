extension ExpressionIssue.Kind {
  /// A name that means nothing here.
  public static let unknownName = Self(rawValue: "unknown-name")
  /// A function that does not exist, or a macro that only other languages have.
  public static let unknownFunction = Self(rawValue: "unknown-function")
  /// A function or operator that does not take what it is given.
  public static let noOverload = Self(rawValue: "no-overload")
  /// A field that its record lacks.
  public static let unknownField = Self(rawValue: "unknown-field")
  /// A key that its map lacks, such as a criterion's path.
  public static let unknownKey = Self(rawValue: "unknown-key")
  /// A value that something can never have, such as a point that the scale lacks.
  public static let impossibleValue = Self(rawValue: "impossible-value")
  /// Values of two scales set beside one another.
  public static let twoScales = Self(rawValue: "two-scales")
  /// Words put in the order of the alphabet that have an order of their own.
  public static let alphabetical = Self(rawValue: "alphabetical-order")
  /// A constant part that fails whenever it is evaluated.
  public static let failingConstant = Self(rawValue: "failing-constant")
  /// A pattern of `matches` that cannot be read.
  public static let badPattern = Self(rawValue: "bad-pattern")
  /// A whole expression of another type than is wanted.
  public static let wrongResult = Self(rawValue: "wrong-result")
  /// An expression that may cost more than it may.
  public static let tooCostly = Self(rawValue: "too-costly")
}

/// A pattern's parts. Groups leave no trace: only whether a pattern is found is ever asked.
indirect enum PatternSyntax {
  case empty
  /// One scalar, written as it is.
  case scalar(UInt32)
  /// One scalar of a set, by the set's place among the parser's.
  case set(Int)
  case assertion(PatternAssertion)
  case sequence([PatternSyntax])
  case choice([PatternSyntax])
  /// At least and at most so many times; without a maximum, any number of times.
  case repetition(PatternSyntax, least: Int, most: Int?)
}

/// A condition on a place between two scalars.
enum PatternAssertion: UInt8, Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// - Parameters: the scalars before and behind the place; `nil` at the text's ends.
  func holds(between before: UInt32?, and behind: UInt32?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: behind == nil
    case .lineStart: before == nil || before == 0x0A
    case .lineEnd: behind == nil || behind == 0x0A
    case .wordBoundary: Self.isWord(before) != Self.isWord(behind)
    case .noWordBoundary: Self.isWord(before) == Self.isWord(behind)
    }
  }

  /// Words are made of ASCII letters, digits and `_`, as in RE2.
  private static func isWord(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return ScalarSet.word.contains(scalar)
  }
}

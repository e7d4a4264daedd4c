import Diagnostics
import Documents

/// What stands in one field of a form; the case is decided by the field's kind.
public enum Answer: Sendable, Equatable {
  case text(String)
  case list([String])
  /// A choice's id.
  case choice(Located<String>)
  case date(Day)
  case number(Double)
  case people([Person])
  case tick(Bool)
  /// Paths of criteria.
  case criteria([Located<String>])
  case questions([LinkedQuestion])
  /// The rows of a table, or the parts of a repeat.
  case rows([Answers])
  /// A point's id or number, `not-applicable` or `not-reviewed`.
  case judgement(Located<String>)

  /// How many answers there are, where there may be several.
  public var count: Int {
    switch self {
    case .list(let texts): texts.count
    case .people(let people): people.count
    case .criteria(let paths): paths.count
    case .questions(let questions): questions.count
    case .rows(let rows): rows.count
    default: 1
    }
  }
}

/// Somebody whom a form names.
public struct Person: Sendable, Equatable {
  public var name = ""
  public var school: Located<String>?
  /// What the framework's rules need to know of them, each under its fact's id.
  public var facts: [Keyed<PlainValue>] = []

  public init() {}
}

/// A question in the review's own words. It belongs to a criterion, but never counts as that criterion's own
/// question.
public struct LinkedQuestion: Sendable, Equatable {
  /// The criterion's path.
  public var about = Located("")
  public var text = ""

  public init() {}
}

/// A mistake in an expression's text.
public struct ExpressionIssue: Error, Sendable, Hashable {
  /// What sort of mistake it is, as a stable word. Parser and checker each declare theirs.
  public struct Kind: RawRepresentable, Sendable, Hashable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The characters it is about: UTF-8 offsets in the expression's text.
  public let range: Range<Int>
  /// What is wrong, in a sentence without its full stop.
  public let message: String
  /// What to do about it, if that is known.
  public let help: String?
  public let kind: Kind

  public init(_ kind: Kind, at range: Range<Int>, _ message: String, help: String? = nil) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
  }
}

extension ExpressionIssue.Kind {
  /// Something stands where the grammar does not want it.
  public static let syntax = Self(rawValue: "syntax")
  /// A string or bytes without its closing quotes.
  public static let unclosedText = Self(rawValue: "unclosed-text")
  /// A backslash that starts no escape, or one that names no character.
  public static let badEscape = Self(rawValue: "bad-escape")
  /// A number that is malformed or out of its type's range.
  public static let badNumber = Self(rawValue: "bad-number")
  /// A word kept back by the language, used as a name.
  public static let reservedWord = Self(rawValue: "reserved-word")
  /// A macro with the wrong arguments.
  public static let badMacro = Self(rawValue: "bad-macro")
  /// A message of protocol buffers, which this language leaves out.
  public static let message = Self(rawValue: "message")
  /// `previous` inside `previous`, or not with exactly one argument.
  public static let badPrevious = Self(rawValue: "bad-previous")
  /// More text, nesting or parts than an expression may have.
  public static let overLimit = Self(rawValue: "over-limit")
}

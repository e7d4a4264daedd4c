/// A word, number, text or mark of an expression.
struct Token {
  enum Kind: Equatable {
    case word(String)
    /// A field's name in backticks.
    case quotedWord(String)
    /// Without its sign.
    case int(UInt64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case mark(Mark)
    case end
  }

  enum Mark: Hashable {
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case fullStop, comma, colon, question
    case not, minus, plus, times, divide, modulo
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or

    /// The mark that two bytes begin with, and of how many bytes it is.
    static func read(_ first: UInt8, _ second: UInt8?) -> (mark: Mark, length: Int)? {
      let isThenEqual = second == UInt8(ascii: "=")
      switch first {
      case UInt8(ascii: "("): return (.leftParenthesis, 1)
      case UInt8(ascii: ")"): return (.rightParenthesis, 1)
      case UInt8(ascii: "["): return (.leftBracket, 1)
      case UInt8(ascii: "]"): return (.rightBracket, 1)
      case UInt8(ascii: "{"): return (.leftBrace, 1)
      case UInt8(ascii: "}"): return (.rightBrace, 1)
      case UInt8(ascii: "."): return (.fullStop, 1)
      case UInt8(ascii: ","): return (.comma, 1)
      case UInt8(ascii: ":"): return (.colon, 1)
      case UInt8(ascii: "?"): return (.question, 1)
      case UInt8(ascii: "!"): return isThenEqual ? (.notEqual, 2) : (.not, 1)
      case UInt8(ascii: "-"): return (.minus, 1)
      case UInt8(ascii: "+"): return (.plus, 1)
      case UInt8(ascii: "*"): return (.times, 1)
      case UInt8(ascii: "/"): return (.divide, 1)
      case UInt8(ascii: "%"): return (.modulo, 1)
      case UInt8(ascii: "="): return isThenEqual ? (.equal, 2) : nil
      case UInt8(ascii: "<"): return isThenEqual ? (.lessOrEqual, 2) : (.less, 1)
      case UInt8(ascii: ">"): return isThenEqual ? (.greaterOrEqual, 2) : (.greater, 1)
      case UInt8(ascii: "&"): return second == first ? (.and, 2) : nil
      case UInt8(ascii: "|"): return second == first ? (.or, 2) : nil
      default: return nil
      }
    }
  }

  let kind: Kind
  let range: Range<Int>
}

/// The words that are no names.
enum ReservedWords {
  /// Part of the grammar; not even a field is called so without backticks.
  static let keywords: Set<String> = ["false", "in", "null", "true"]
  /// Kept back for languages around this one; fields and receiver functions may be called so.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]
}

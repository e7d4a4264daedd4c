/// How ids and texts are written in expressions.
public enum RuleNames {
  /// An id as a name: hyphens, which would subtract, become underscores.
  public static func name(_ id: String) -> String {
    String(id.map { $0 == "-" ? "_" : $0 })
  }

  /// A text as a literal.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Several texts as a list literal.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(literal).joined(separator: ", ") + "]"
  }
}

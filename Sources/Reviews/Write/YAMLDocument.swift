import Documents
import Sealing

/// Spells a document that a shape has written as YAML: the same value gives the same text, and reading the text gives
/// the value again. White space at both ends of free texts is lost, as reading loses it.
enum YAMLDocument {
  /// - Parameter value: an object; anything else gives a text that no reader of documents takes.
  static func text(_ value: JSONValue) -> String {
    guard case .object(let members) = value else { return "" }
    return members.map { member($0, indent: 0) }.joined()
  }

  private static func member(_ member: JSONValue.Member, indent: Int) -> String {
    let key = "\(margin(indent))\(YAMLText.word(member.key)):"
    switch member.value {
    case .object(let members) where members.isEmpty: return "\(key) {}\n"
    case .object(let members):
      return "\(key)\n" + members.map { self.member($0, indent: indent + 2) }.joined()
    case .array(let elements) where elements.isEmpty: return "\(key) []\n"
    case .array(let elements): return "\(key)\n" + elements.map { element($0, indent: indent + 2) }.joined()
    default: return "\(key) \(scalar(member.value, indent: indent))\n"
    }
  }

  private static func element(_ value: JSONValue, indent: Int) -> String {
    let dash = "\(margin(indent))- "
    switch value {
    case .object(let members) where !members.isEmpty:
      // The first key stands behind the dash.
      let text = members.map { member($0, indent: indent + 2) }.joined()
      return dash + text.dropFirst(indent + 2)
    case .object: return "\(dash){}\n"
    case .array: return "\(dash)[]\n"
    default: return "\(dash)\(scalar(value, indent: indent))\n"
    }
  }

  private static func scalar(_ value: JSONValue, indent: Int) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): number.plain
    case .string(let text):
      isMark(text) ? text : isWord(text) ? YAMLText.word(text) : YAMLText.prose(text, indent: indent)
    default: "null"
    }
  }

  /// Ids and paths.
  private static func isWord(_ text: String) -> Bool { SlugRule.isPath(text) }

  /// Days, school years, versions and digests, which need no quotes.
  private static func isMark(_ text: String) -> Bool {
    Day(text) != nil || Period(text) != nil || SemanticVersion(text) != nil
      || (text.hasPrefix("sha256:") && text.utf8.count == 71 && SlugRule.isSlug(String(text.dropFirst(7))))
      || (text.hasPrefix("waymark.") && text.hasSuffix("/1"))
  }

  private static func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }
}

import Sealing

/// One thing that may be written at the cursor.
struct CompletionItem: Sendable {
  /// Numbers of the protocol's `CompletionItemKind`.
  enum Kind: Int64, Sendable {
    case function = 3
    case field = 5
    case variable = 6
    case property = 10
    case value = 12
    case word = 14
    case reference = 18
    case choice = 20
  }

  var label: String
  var kind: Kind
  /// One line beside the label.
  var detail = ""
  /// Markdown.
  var documentation = ""
  /// What is written; without it, the label.
  var text: String?

  /// - Parameters:
  ///   - order: its position among the others.
  ///   - range: what it takes the place of.
  func json(order: Int, range: JSONValue) -> JSONValue {
    var members = [
      JSONValue.Member("label", .string(label)), JSONValue.Member("kind", .int(kind.rawValue)),
      JSONValue.Member("sortText", .string(String(String(100_000 + order).dropFirst()))),
      JSONValue.Member("filterText", .string(text ?? label)),
      JSONValue.Member("textEdit", ["range": range, "newText": .string(text ?? label)]),
    ]
    if !detail.isEmpty { members.append(JSONValue.Member("detail", .string(detail))) }
    if !documentation.isEmpty {
      members.append(
        JSONValue.Member("documentation", ["kind": "markdown", "value": .string(documentation)]))
    }
    return .object(members)
  }
}

import Diagnostics
import Documents
import Sealing

/// A single value as somebody wrote it: what it means is said by the fact or measure that it stands for.
public struct PlainValue: Sendable, Equatable {
  public var located: Located<String>

  public init(_ text: String, at range: SourceRange = .nowhere) { located = Located(text, at: range) }

  public var text: String { located.value }
  public var range: SourceRange { located.range }

  /// A number in digits, with a point for decimals.
  public var number: Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.count <= 15 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(text)
  }

  public var boolean: Bool? { text == "true" ? true : text == "false" ? false : nil }

  public var day: Day? { Day(text) }
}

extension PlainValue {
  /// One value of any kind. A key without a value counts as left out, so that a blank form can show every key.
  static let shape = Shape<PlainValue>(
    .scalar(
      ScalarSpec(
        "value", "a number, `true` or `false`, a day, a word or a text",
        schema: [("type", ["string", "number", "boolean", "null"])])),
    read: { node, reader in
      guard reader.tree.kind(node) == .scalar else {
        reader.wrongType(wanted: "a single value", at: node)
        return nil
      }
      let text = reader.tree.string(node).trimmedAsRead
      if ["", "~", "null"].contains(text) { return nil }
      // Words and numbers alone mean the same in every YAML program, or are told so by what they stand for.
      let isAlone = text.utf8.allSatisfy { $0 > 0x20 }
      let read = isAlone ? text : Shape<String>.text.read(node, &reader)
      return read.map { PlainValue($0, at: reader.tree.range(node)) }
    },
    write: { value in
      if let boolean = value.boolean { return .bool(boolean) }
      if let number = value.number { return .double(number) }
      return .string(value.text)
    })
}

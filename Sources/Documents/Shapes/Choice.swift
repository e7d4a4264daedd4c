import Diagnostics
import Sealing

/// A closed set of words that a field may hold; the case's raw value is the word.
public protocol Choice: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What the word means, for the reference page.
  var meaning: String { get }
}

extension Shape where Value: Choice {
  /// One of the words of a choice.
  public static var choice: Shape { choice(among: Array(Value.allCases)) }

  /// One of some words of a choice.
  public static func choice(among cases: [Value]) -> Shape {
    let words = cases.map(\.rawValue)
    return Shape.scalar(
      ScalarSpec(
        "one of " + words.map { "`\($0)`" }.joined(separator: ", "),
        cases.map { $0.meaning.isEmpty ? "" : "`\($0.rawValue)`: \($0.meaning)" }.filter { !$0.isEmpty }
          .joined(separator: "; "),
        schema: [("enum", .array(words.map { .string($0) }))]),
      parse: { text, node, reader in
        if let value = cases.first(where: { $0.rawValue == text }) { return value }
        let help =
          reader.nearest(to: text, among: words).map { "Did you mean “\($0)”?" }
          ?? "It may be: \(words.joined(separator: ", "))."
        reader.report(
          ShapeCodes.unknownChoice, "“\(text.shortened)” cannot stand for “\(reader.key)”.", help: help,
          at: node)
        return nil
      },
      write: { .string($0.rawValue) })
  }
}

extension Shape {
  /// One of the words of a choice, its place kept.
  public static func located<Word: Choice>(_ shape: Shape<Word>) -> Shape where Value == Located<Word> {
    Shape(
      shape.spec,
      read: { node, reader in shape.read(node, &reader).map { Located($0, at: reader.tree.range(node)) } },
      write: { shape.write($0.value) })
  }
}

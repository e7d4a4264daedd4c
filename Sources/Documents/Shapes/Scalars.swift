import Diagnostics
import Sealing

extension Shape {
  /// A single value, from its text.
  ///
  /// - Parameter parse: the value, or `nil` after a report.
  public static func scalar(
    _ spec: ScalarSpec, parse: @escaping @Sendable (String, DocumentTree.NodeID, inout Reader) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue
  ) -> Shape {
    Shape(
      .scalar(spec),
      read: { node, reader in
        guard reader.tree.kind(node) == .scalar else {
          reader.wrongType(wanted: spec.name, at: node)
          return nil
        }
        return parse(reader.tree.string(node), node, &reader)
      },
      write: write)
  }
}

extension Shape where Value == String {
  /// Prose. Leading and trailing white space does not belong to it; text cut off by ` #` is diagnosed.
  public static let text = Shape(
    .scalar(ScalarSpec("text", "any text", schema: [("type", ScalarSpec.proseType)], isTranslatable: true)),
    read: { node, reader in
      guard reader.tree.kind(node) == .scalar else {
        reader.wrongType(wanted: "text", at: node)
        return nil
      }
      let marks = reader.tree.record(node).marks
      if marks.contains(.plain) { TextTraps.check(node, marks, &reader) }
      return reader.tree.withText(node) { bytes in
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      }
    },
    write: { .string($0) })

  /// Text that stands as it is in every language: what is printed elsewhere, a number, a name.
  public static let verbatim = Shape(
    .scalar(ScalarSpec("text", "any text", schema: [("type", ScalarSpec.proseType)])),
    read: Shape<String>.text.read, write: Shape<String>.text.write)
}

extension Shape where Value == Located<String> {
  /// An id: lower-case letters, digits and single hyphens.
  public static let slug = Shape.located(
    ScalarSpec(
      "slug", "lower-case letters, digits and single hyphens",
      schema: [
        // Unquoted, 7 and true are ids too.
        ("type", ["string", "integer", "boolean"]), ("minimum", 0), ("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"),
        ("maxLength", 64),
      ]),
    code: ShapeCodes.notASlug, what: "an id (lower-case letters, digits, single hyphens)",
    isValid: { SlugRule.isSlug($0) })

  /// A criterion's path: ids joined by `/`.
  public static let path = Shape.located(
    ScalarSpec(
      "path", "ids joined by `/`",
      schema: [("type", "string"), ("pattern", "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]),
    code: ShapeCodes.notAPath, what: "a criterion's path",
    isValid: { SlugRule.isPath($0) })

  /// What names a part of a document: keys and ids joined by `/`.
  public static let address = Shape.located(
    ScalarSpec(
      "address", "keys and ids joined by `/`",
      schema: [("type", "string"), ("pattern", "^[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*$")]),
    code: ShapeCodes.notAnAddress, what: "an address (keys and ids joined by “/”)",
    isValid: { SlugRule.isAddress($0) })

  /// Text whose place is kept, such as an expression; it stands as it is in every language.
  public static let locatedText = Shape(
    Shape<String>.verbatim.spec,
    read: { node, reader in
      Shape<String>.text.read(node, &reader).map { Located($0, at: reader.tree.range(node)) }
    },
    write: { .string($0.value) })

  /// A text with a rule for its form.
  public static func located(
    _ spec: ScalarSpec, code: DiagnosticCode, what: String,
    isValid: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Shape {
    Shape(
      .scalar(spec),
      read: { node, reader in
        guard reader.tree.kind(node) == .scalar else {
          reader.wrongType(wanted: what, at: node)
          return nil
        }
        guard reader.tree.withText(node, isValid) else {
          reader.report(code, "“\(reader.tree.string(node).shortened)” is not \(what).", at: node)
          return nil
        }
        return Located(reader.tree.string(node), at: reader.tree.range(node))
      },
      write: { .string($0.value) })
  }
}

/// The form of ids and paths.
public enum SlugRule {
  /// Keys have capitals, ids have not.
  static func isAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        break
      case UInt8(ascii: "/") where previous != UInt8(ascii: "/"): break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  public static func isSlug(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last, text.count <= 64, last != UInt8(ascii: "-") else { return false }
    var previous = UInt8(ascii: "-")
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return true
  }

  public static func isPath(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: "/") {
      if !isSlug(UnsafeBufferPointer(rebasing: text[start..<index])) { return false }
      start = index + 1
    }
    return true
  }

  public static func isSlug(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer(isSlug) }
  public static func isPath(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer(isPath) }
}

/// What YAML does to unquoted text behind an author's back.
enum TextTraps {
  /// Reports a value that is empty because all of it follows a `#`, as in `title: #1 in the list`.
  @discardableResult
  static func reportSwallowed(_ node: DocumentTree.NodeID, _ reader: inout Reader) -> Bool {
    guard reader.tree.record(node).marks.contains(.tightComment) else { return false }
    reader.report(
      ShapeCodes.textCut, "“\(reader.key)” is empty: YAML takes what follows the “#” for a comment.", at: node
    )
    return true
  }

  static func check(_ node: DocumentTree.NodeID, _ marks: DocumentTree.Marks, _ reader: inout Reader) {
    if marks.contains(.tightComment) {
      reader.report(
        ShapeCodes.textCut, "“\(reader.key)” ends here: YAML takes what follows the “#” for a comment.",
        at: node)
    } else if marks.contains(.comment) {
      reader.report(ShapeCodes.commentAfterText, "A comment follows the text of “\(reader.key)”.", at: node)
    }
    let count = Int(reader.tree.record(node).textCount)
    guard count <= 12 else { return }
    let (isWord, isOctal) = reader.tree.withText(node) { bytes in
      (
        count <= 5 && words.contains(String(decoding: bytes, as: UTF8.self).lowercased()),
        count > 1 && bytes[0] == UInt8(ascii: "0")
          && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      )
    }
    if isWord {
      reader.report(
        ShapeCodes.unquotedWord,
        "“\(reader.tree.string(node))” is read as text here; older YAML programs differ.",
        at: node)
    } else if isOctal {
      reader.report(
        ShapeCodes.unquotedNumber,
        "“\(reader.tree.string(node))” is read as text here; older YAML programs differ.",
        at: node)
    }
  }

  static let words: Set<String> = ["yes", "no", "on", "off", "true", "false", "y", "n", "null", "~"]
}

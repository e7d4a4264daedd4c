import Diagnostics
import Sealing

/// A kind of document and the version of its format, as its `schema:` line names them.
public struct DocumentKind: Hashable, Sendable {
  /// Such as `waymark.framework`.
  public let name: String
  public let version: Int
  /// For messages: "a framework".
  public let noun: String

  public init(_ name: String, version: Int, noun: String) {
    self.name = name
    self.version = version
    self.noun = noun
  }

  public var schema: String { "\(name)/\(version)" }
}

/// Reads whole documents: text to tree to value, with all mistakes of form reported at once.
public enum Document {
  /// The value of a document, or what of it could be read: whether it may be used depends on `bag.hasErrors`.
  public static func read<Value>(
    _ source: SourceFile, _ file: FileID, kind: DocumentKind, as shape: Shape<Value>,
    limits: Limits = Limits(),
    into bag: inout DiagnosticBag
  ) -> Value? {
    guard let tree = DocumentTree(source, file, limits: limits, into: &bag) else { return nil }
    return read(tree, kind: kind, as: shape, into: &bag)
  }

  public static func read<Value>(
    _ tree: DocumentTree, kind: DocumentKind, as shape: Shape<Value>, into bag: inout DiagnosticBag
  ) -> Value? {
    var reader = Reader(tree)
    defer { bag.append(reader.bag) }
    guard checkHeader(&reader, kind) else { return nil }
    return shape.read(tree.root, &reader)
  }

  private static func checkHeader(_ reader: inout Reader, _ kind: DocumentKind) -> Bool {
    let tree = reader.tree
    guard tree.kind(tree.root) == .mapping else {
      reader.wrongType(
        wanted: "\(kind.noun): a mapping that starts with “schema: \(kind.schema)”", at: tree.root)
      return false
    }
    guard let node = tree.value(of: "schema", in: tree.root) else {
      var children = tree.children(tree.root)
      reader.report(
        ShapeCodes.schemaMissing, "The document has no line “schema: \(kind.schema)”.",
        at: children.next() ?? tree.root)
      return false
    }
    let text = tree.string(node)
    if text == kind.schema { return true }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == kind.name {
      reader.report(
        ShapeCodes.schemaVersion,
        "This is \(kind.noun) of format version “\(String(parts[1]).shortened)”; this Waymark reads version \(kind.version).",
        at: node)
    } else {
      reader.report(
        ShapeCodes.schemaUnknown,
        "This document is “\(text.shortened)”, but \(kind.noun) (“\(kind.schema)”) is wanted.", at: node)
    }
    return false
  }
}

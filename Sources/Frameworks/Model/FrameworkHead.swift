import Diagnostics
import Documents

/// The lines of a framework file that say which framework it is.
public enum FrameworkHead {
  /// - Returns: `nil` where the file names none.
  public static func id(of source: SourceFile) -> String? {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    guard let tree = DocumentTree(source, sources.add(source), into: &bag),
      let node = tree.value(of: "id", in: tree.root)
    else { return nil }
    return tree.string(node)
  }

  /// The file as a draft of another framework: everything else stays, comments too.
  ///
  /// - Parameter title: `nil` to keep the file's own.
  /// - Throws: `badData` where the file has no such lines.
  public static func replaced(
    in source: SourceFile, id: String, version: String, title: String?
  ) throws(Failure) -> String {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let file = sources.add(source)
    guard let tree = DocumentTree(source, file, into: &bag), !bag.hasErrors else {
      throw Failure(
        .badData, "\(source.path) is no framework to start from.", help: TextPrinter.print(bag, sources))
    }
    var edits: [(range: SourceRange, text: String)] = []
    let wanted =
      [("id", id), ("version", version), ("status", "draft")] + (title.map { [("title", $0)] } ?? [])
    for (key, value) in wanted {
      guard let node = tree.value(of: key, in: tree.root) else {
        throw Failure(.badData, "\(source.path) has no line “\(key):”.", help: "Name a framework file.")
      }
      edits.append((tree.range(node), key == "title" ? quoted(value) : value))
    }
    var bytes = source.bytes
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + flat.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

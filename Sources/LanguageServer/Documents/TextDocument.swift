import Diagnostics
import Sealing

/// A text that is open in the editor.
struct TextDocument: Sendable {
  /// As the client named it; answers name it the same way.
  let uri: String
  /// `nil` for a text that no file holds yet.
  let path: String?
  var version: Int64
  private(set) var lines: TextLines
  /// The line on which somebody typed last: the most likely reason for a text that cannot be read.
  private(set) var lastLine: Int?

  init(uri: String, version: Int64, text: String) {
    self.uri = uri
    self.version = version
    path = DocumentURI.path(uri)
    lines = TextLines(SourceFile(path: path ?? uri, bytes: Array(text.utf8)))
  }

  var source: SourceFile { lines.source }

  /// Applies one change: the text of a range, or without a range the whole text.
  ///
  /// - Returns: whether it could be understood.
  mutating func apply(_ change: JSONValue, _ encoding: PositionEncoding) -> Bool {
    guard let text = change["text"]?.asString else { return false }
    var bytes = source.bytes
    if let range = change["range"], !range.isNull {
      guard let span = TextSpan(range) else { return false }
      let start = lines.offset(of: span.start, encoding)
      let end = max(start, lines.offset(of: span.end, encoding))
      bytes.replaceSubrange(start..<end, with: text.utf8)
      lines = TextLines(SourceFile(path: source.path, bytes: bytes))
      lastLine = lines.line(of: start + text.utf8.count)
    } else {
      lines = TextLines(SourceFile(path: source.path, bytes: Array(text.utf8)))
      lastLine = nil
    }
    return true
  }
}

import Diagnostics
import Sealing

/// `textDocument/publishDiagnostics`
enum DiagnosticsMessage {
  static func json(_ job: CheckQueue.Job, _ bag: DiagnosticBag, _ sources: SourceMap) -> JSONValue {
    let lines = TextLines(job.source)
    let items = bag.sorted().map { item in json(item, lines, sources, job.encoding) }
    var members = [JSONValue.Member("uri", .string(job.uri)), JSONValue.Member("diagnostics", .array(items))]
    if let version = job.version { members.append(JSONValue.Member("version", .int(version))) }
    return OutgoingMessage.notification("textDocument/publishDiagnostics", .object(members))
  }

  /// Takes away what a text showed.
  static func none(_ uri: String) -> JSONValue {
    OutgoingMessage.notification(
      "textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
  }

  /// Where a variant names what it extends: mistakes of other files are shown there.
  private static func base(_ lines: TextLines, _ encoding: PositionEncoding) -> TextSpan {
    let key = Array("extends:".utf8)
    let line = lines.starts.firstIndex { lines.bytes[$0...].starts(with: key) }
    let start = line.map { lines.starts[$0] } ?? 0
    let end = line == nil ? 0 : start + key.count - 1
    return TextSpan(start: lines.position(of: start, encoding), end: lines.position(of: end, encoding))
  }

  private static func json(
    _ item: Diagnostic, _ lines: TextLines, _ sources: SourceMap, _ encoding: PositionEncoding
  ) -> JSONValue {
    var message = item.help.isEmpty ? item.message : "\(item.message)\n\(item.help)"
    var span = TextSpan(start: TextPosition(line: 0, character: 0), end: TextPosition(line: 0, character: 0))
    var elsewhere: JSONValue?
    if let range = item.range, let source = sources[range.file] {
      if source.path == lines.source.path {
        span = lines.span(of: range, encoding)
      } else {
        let there = TextLines(source)
        let place = there.span(of: range, encoding)
        span = Self.base(lines, encoding)
        message = "In \(source.path), line \(place.start.line + 1): \(message)"
        elsewhere = [
          "location": ["uri": .string(DocumentURI.uri(source.path)), "range": place.json],
          "message": .string(item.message),
        ]
      }
    }
    var members = [
      JSONValue.Member("range", span.json),
      JSONValue.Member("severity", .int(item.severity == .error ? 1 : 2)),
      JSONValue.Member("code", .string(item.code.id)), JSONValue.Member("source", "waymark"),
      JSONValue.Member("message", .string(message)),
    ]
    if let elsewhere { members.append(JSONValue.Member("relatedInformation", [elsewhere])) }
    return .object(members)
  }
}

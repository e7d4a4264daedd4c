import Diagnostics
import Documents

/// What a person should know of a declaration: its words, what it is, and where it was inherited from.
struct DeclarationText {
  private let declaration: Declaration
  private let table: NameTable

  init(_ declaration: Declaration, in table: NameTable) {
    self.declaration = declaration
    self.table = table
  }

  /// One line: "criterion, Looking inward".
  var line: String {
    let name = table.name(of: declaration)
    return name == declaration.id ? declaration.kind : "\(declaration.kind): \(name.onOneLine)"
  }

  /// Its title and its texts, in Markdown.
  var words: String {
    var paragraphs: [String] = []
    for key in ["title", "label", "text", "summary", "message", "note"] {
      guard let text = table.text(key, of: declaration)?.onOneLine, !paragraphs.contains(text) else {
        continue
      }
      paragraphs.append(key == "title" || key == "label" ? "**\(text)**" : text)
    }
    if declaration.kind == "scale" { paragraphs.append(points) }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The points of a scale, the lowest first.
  private var points: String {
    table.all("point", under: declaration.address).map { point in
      let value = table.text("value", of: point).map { "\($0) " } ?? ""
      let words = [table.text("label", of: point), table.text("text", of: point)].compactMap(\.self)
      return "- \(value)`\(point.id)`" + (words.isEmpty ? "" : ": " + words.joined(separator: ". ").onOneLine)
    }.joined(separator: "\n")
  }

  /// For a hover.
  ///
  /// - Parameter path: of the file in which somebody reads it.
  func markdown(in path: String) -> String {
    var parts = [words, "`\(declaration.address)` (\(declaration.kind))"].filter { !$0.isEmpty }
    if let source = table.sources[declaration.place.file], source.path != path {
      let line = TextLines(source).line(of: Int(declaration.place.start)) + 1
      let head = DocumentHead(source)
      let framework = head.id.map { id in "\(id)@\(head.version ?? "?"), " } ?? ""
      parts.append("From \(framework)\(source.path), line \(line)")
    }
    return parts.joined(separator: "\n\n")
  }
}

extension String {
  /// Without line ends, and not endless.
  var onOneLine: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 600 ? line.prefix(599) + "…" : line
  }
}

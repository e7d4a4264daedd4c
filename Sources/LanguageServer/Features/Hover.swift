import Diagnostics
import Documents
import Sealing

/// `textDocument/hover`: the words behind an id and where it was inherited from; for a key, what it is for; for a word
/// of a choice, what it means.
struct Hover {
  private let place: TextPlace
  private let isPlain: Bool

  init(_ place: TextPlace, isPlain: Bool) {
    self.place = place
    self.isPlain = isPlain
  }

  var json: JSONValue {
    let reading = place.reading
    if let found = reading.name(at: place.offset) {
      let text = DeclarationText(found.declaration, in: found.table)
      return json(text.markdown(in: reading.lines.source.path), found.place)
    }
    for reference in reading.own.references where reference.place.holds(place.offset) {
      if case .framework(let name) = reference.target, let text = text(name) {
        return json(text, reference.place)
      }
    }
    guard let spec = reading.spec, let word = word else { return .null }
    let context = CursorContext(reading.lines, at: word.upperBound)
    let shape = CursorShape(context, spec)
    let text = context.typed(to: word.upperBound)
    let range = SourceRange(
      file: FileID(index: 0), start: UInt32(max(word.lowerBound, context.token)), end: UInt32(word.upperBound)
    )
    if context.position == .node {
      for case .record(let record) in shape.shapes {
        if let field = record.field(text) { return json(Self.text(field), range) }
      }
    }
    for case .scalar(let scalar) in shape.shapes {
      if let meaning = ChoiceWords.meanings(scalar)[text] { return json("`\(text)`: \(meaning)", range) }
    }
    return .null
  }

  /// A framework: what it is called, what it is for, and its file.
  private func text(_ name: FrameworkName) -> String? {
    guard let source = place.frameworks.find(name.id, name.version) else { return nil }
    let tree = RecoveredTree(TextLines(source), FileID(index: 0), suspect: nil)?.tree
    let words = ["title", "summary"].compactMap { key in
      tree.flatMap { tree in tree.kind(tree.root) == .mapping ? tree.scalar(key, in: tree.root) : nil }
    }
    return
      (words.prefix(1).map { "**\($0.onOneLine)**" } + words.dropFirst().map(\.onOneLine)
      + ["`\(name.id)@\(name.version)`, \(source.path)"]).joined(separator: "\n\n")
  }

  /// The word around the cursor.
  private var word: Range<Int>? {
    let bytes = place.reading.lines.bytes
    var start = min(place.offset, bytes.count)
    var end = start
    while start > 0, Self.isWordPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, Self.isWordPart(bytes[end]) { end += 1 }
    return start < end ? start..<end : nil
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    ExpressionToken.isWordPart(byte) || byte == UInt8(ascii: "-")
  }

  static func text(_ field: FieldSpec) -> String {
    var text = "`\(field.name)`: \(field.shape.name)" + (field.isRequired ? ", must be there" : "")
    text += "\n\n\(field.summary)"
    let meanings = field.shape.options.flatMap { option -> [String] in
      guard case .scalar(let scalar) = option else { return [] }
      return ChoiceWords.words(scalar).compactMap { word in
        ChoiceWords.meanings(scalar)[word].map { "- `\(word)`: \($0)" }
      }
    }
    return meanings.isEmpty ? text : text + "\n\n" + meanings.joined(separator: "\n")
  }

  private func json(_ text: String, _ range: SourceRange) -> JSONValue {
    [
      "contents": ["kind": isPlain ? "plaintext" : "markdown", "value": .string(text)],
      "range": place.reading.lines.span(of: range, place.encoding).json,
    ]
  }
}

import Diagnostics
import Documents
import Sealing

/// `textDocument/rename`: another id for what is declared under the cursor, in the framework, its variants, its cases,
/// crosswalks, texts and whatever is held against it. In paths only the one id is written anew.
struct Rename {
  private let occurrences: Occurrences
  private let id: String
  private let encoding: PositionEncoding
  /// What a person should know of it.
  let warning: String?

  /// The characters that would be written anew.
  static func prepare(_ place: TextPlace) throws(ResponseError) -> JSONValue {
    guard let found = place.reading.name(at: place.offset) else { throw nothing }
    return place.reading.lines.span(of: found.place, place.encoding).json
  }

  init(_ place: TextPlace, to name: String, _ documents: inout OpenDocuments) throws(ResponseError) {
    guard let found = place.reading.name(at: place.offset) else { throw Self.nothing }
    let id = String(name.map { $0 == "_" ? "-" : $0 })
    guard SlugRule.isSlug(id) else {
      throw ResponseError(
        .requestFailed, "“\(name.prefix(100))” is no id: lower-case letters, digits and single hyphens.")
    }
    let declaration = found.declaration
    let neighbour = declaration.address.dropLast(declaration.id.utf8.count) + id
    if id != declaration.id, found.table.declaration(at: String(neighbour)) != nil {
      throw ResponseError(.requestFailed, "There is a \(declaration.kind) “\(id)” here already.")
    }
    let occurrences = Occurrences(of: declaration, in: found.table, &documents)
    let home = Occurrences.identity(declaration, found.table)
    guard let home,
      occurrences.places.contains(where: { $0.path == home.path && $0.range.start == home.start })
    else {
      throw ResponseError(
        .requestFailed,
        "“\(declaration.id)” is declared in \(home?.path ?? "another file"), which is not in the open folders."
      )
    }
    self.occurrences = occurrences
    self.id = id
    encoding = place.encoding
    warning = documents.reader.frameworks.source(at: home.path).flatMap(Self.warning)
  }

  /// Released content never changes: whoever was reviewed against it would be left behind.
  private static func warning(_ source: SourceFile) -> String? {
    let isReleased = source.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .contains { $0.starts(with: Array("status: released".utf8)) }
    guard isReleased else { return nil }
    let head = DocumentHead(source)
    return "\(head.id ?? "This framework")@\(head.version ?? "?") is released: "
      + "documents elsewhere that name the old id will not find it. A new version is the safer way."
  }

  func edit(isVersioned: Bool, _ documents: OpenDocuments) -> JSONValue {
    var files: [(uri: String, version: Int64?, edits: [JSONValue])] = []
    for (path, places) in Dictionary(grouping: occurrences.places, by: \.path).sorted(by: { $0.key < $1.key })
    {
      guard let source = documents.reader.frameworks.source(at: path) else { continue }
      let lines = TextLines(source)
      let edits = places.map { place -> JSONValue in
        let text = place.isUnderscored ? String(id.map { $0 == "-" ? "_" : $0 }) : id
        return ["range": lines.span(of: place.range, encoding).json, "newText": .string(text)]
      }
      files.append((documents.uri(of: path), documents.version(of: path), edits))
    }
    guard isVersioned else {
      return ["changes": .object(files.map { JSONValue.Member($0.uri, .array($0.edits)) })]
    }
    return [
      "documentChanges": .array(
        files.map { file in
          [
            "textDocument": ["uri": .string(file.uri), "version": file.version.map { .int($0) } ?? .null],
            "edits": .array(file.edits),
          ]
        })
    ]
  }

  private static let nothing = ResponseError(.requestFailed, "There is no id here that could be renamed.")
}

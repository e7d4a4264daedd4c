import Diagnostics
import Sealing

/// The texts that are open in the editor, the files around them, and what is known of each.
struct OpenDocuments {
  var reader = DocumentReader()
  var encoding = PositionEncoding.utf16
  private(set) var files = WorkspaceFiles()
  private var texts: [String: TextDocument] = [:]
  private var readings: [String: (change: Int, reading: Reading)] = [:]
  /// Counts every change of any text: one may depend on another.
  private var changes = 0

  /// In order of name.
  var uris: [String] { texts.keys.sorted() }

  subscript(_ uri: String) -> TextDocument? { texts[uri] }

  /// As the client names a file: by its own name where it is open.
  func uri(of path: String) -> String {
    texts.values.first { $0.source.path == path }?.uri ?? DocumentURI.uri(path)
  }

  /// The version of an open file.
  func version(of path: String) -> Int64? { texts.values.first { $0.source.path == path }?.version }

  func format(_ uri: String) -> DocumentFormat? { texts[uri].map { DocumentFormat($0.source) } }

  // MARK: Changes

  mutating func open(_ item: JSONValue?) -> String? {
    guard let uri = item?["uri"]?.asString, let text = item?["text"]?.asString else { return nil }
    set(TextDocument(uri: uri, version: item?["version"]?.asInt ?? 0, text: text))
    return uri
  }

  mutating func change(_ parameters: JSONValue) -> String? {
    guard let item = parameters["textDocument"], let uri = item["uri"]?.asString, var document = texts[uri]
    else {
      return nil
    }
    // Only one owner, so that the text is changed in place.
    texts[uri] = nil
    for change in parameters["contentChanges"]?.asArray ?? [] { _ = document.apply(change, encoding) }
    document.version = item["version"]?.asInt ?? document.version + 1
    set(document)
    return uri
  }

  mutating func close(_ item: JSONValue?) -> String? {
    guard let uri = item?["uri"]?.asString, let document = texts.removeValue(forKey: uri) else { return nil }
    readings[uri] = nil
    reader.frameworks.open[document.source.path] = nil
    changes += 1
    return uri
  }

  private mutating func set(_ document: TextDocument) {
    texts[document.uri] = document
    reader.frameworks.open[document.source.path] = document.source
    changes += 1
  }

  mutating func setFolders(_ folders: [String]) {
    files.set(folders: folders)
    filesChanged()
  }

  /// Looks at the files again.
  mutating func scan() {
    files.scan()
    filesChanged()
  }

  private mutating func filesChanged() {
    reader.frameworks.files = files.entries.filter { $0.format == .framework }
    changes += 1
  }

  // MARK: Readings

  /// What is known of a text as it stands.
  mutating func reading(_ uri: String) -> Reading? {
    guard let document = texts[uri] else { return nil }
    let last = readings[uri]
    if let last, last.change == changes { return last.reading }
    let reading = reader.read(document.lines, suspect: document.lastLine, last: last?.reading)
    readings[uri] = (changes, reading)
    return reading
  }

  /// A place of a text, with what is known of the text.
  mutating func place(_ uri: String, _ position: TextPosition) -> TextPlace? {
    guard let reading = reading(uri) else { return nil }
    return TextPlace(
      reading: reading, offset: reading.lines.offset(of: position, encoding), encoding: encoding,
      frameworks: reader.frameworks,
      uris: Dictionary(
        texts.values.map { ($0.source.path, $0.uri) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Every text that may name something: the open ones, and the files around them. Files that are not open are read from
  /// disk.
  mutating func all(near folder: String) -> [Reading] {
    var files = self.files
    if files.folders.isEmpty { files.set(folders: [folder]) }
    var found = uris.compactMap { reading($0) }
    let open = Set(found.map(\.lines.source.path))
    for file in files.entries where file.format != .other && !open.contains(file.path) {
      if let source = reader.frameworks.source(at: file.path) { found.append(reader.read(TextLines(source))) }
    }
    return found
  }
}

/// A place of a text, and what a feature needs to answer for it.
struct TextPlace {
  let reading: Reading
  /// In bytes.
  let offset: Int
  let encoding: PositionEncoding
  let frameworks: KnownFrameworks
  /// How the client names the files that are open.
  let uris: [String: String]

  /// A place of this or another file, as clients want it.
  func location(_ range: SourceRange, in sources: SourceMap) -> JSONValue? {
    guard let source = sources[range.file], !source.path.isEmpty else { return nil }
    return [
      "uri": .string(uris[source.path] ?? DocumentURI.uri(source.path)),
      "range": TextLines(source).span(of: range, encoding).json,
    ]
  }
}

import Documents

/// `docs/reference/sources.md`: for every place of every source document, which frameworks declare what
/// stands there.
public enum SourcesPage {
  /// - Parameter frameworks: a document that several of them cite by the same title is one.
  public static func markdown(_ frameworks: [Framework]) -> String {
    """
    # Sources

    <!-- Made by `make docs` from the frameworks; do not edit. -->

    Every framework here was made from a document, and says for each of its parts from which place in the document it
    comes. This page reads the other way: for every place, what stands there, and where it is declared.

    \(documents(frameworks).map(section).joined(separator: "\n\n"))

    """
  }

  /// A document, and what the frameworks make of it.
  private struct Document {
    let title: String
    var publisher: String?
    var date: String?
    var rows: [Row] = []
    /// What names the document but none of its places.
    var whole: [Use] = []
  }

  private struct Row {
    let place: String
    var text: String?
    var uses: [Use] = []
  }

  /// What one framework declares.
  private struct Use {
    let framework: String
    let citations: [Citation]
  }

  private static func documents(_ frameworks: [Framework]) -> [Document] {
    var documents: [Document] = []
    for framework in frameworks {
      // What a variant takes over is told of the framework that it extends.
      let own = framework.citations.filter { $0.source.ref.range.file == framework.id.range.file }
      let citations = Dictionary(grouping: own, by: \.source.ref.value)
      for source in framework.sources {
        let index =
          documents.firstIndex { $0.title == source.title }
          ?? {
            documents.append(Document(title: source.title))
            return documents.count - 1
          }()
        documents[index].publisher = documents[index].publisher ?? source.publisher
        documents[index].date = documents[index].date ?? source.date
        let name = "\(framework.id.value)@\(framework.version.value)"
        add(citations[source.id.value] ?? [], of: source, by: name, to: &documents[index])
      }
    }
    return documents.sorted { ($0.title.lowercased(), $0.title) < ($1.title.lowercased(), $1.title) }
  }

  private static func add(
    _ citations: [Citation], of source: SourceDocument, by name: String, to document: inout Document
  ) {
    let places = SourcePlaces(source)
    var byPlace = [[Citation]](repeating: [], count: source.places.count)
    var whole: [Citation] = []
    for citation in citations {
      let positions = citation.source.at.map { places.positions(of: $0.value) } ?? []
      if positions.isEmpty { whole.append(citation) }
      for position in positions { byPlace[position].append(citation) }
    }
    for (position, place) in source.places.enumerated() {
      let index =
        document.rows.firstIndex { $0.place == place.title }
        ?? {
          document.rows.append(Row(place: place.title))
          return document.rows.count - 1
        }()
      document.rows[index].text = document.rows[index].text ?? place.text
      if !byPlace[position].isEmpty {
        document.rows[index].uses.append(Use(framework: name, citations: byPlace[position]))
      }
    }
    if !whole.isEmpty { document.whole.append(Use(framework: name, citations: whole)) }
  }

  private static func section(_ document: Document) -> String {
    var text = "## \(cell(document.title))\n"
    let origin = [document.publisher, document.date].compactMap(\.self).joined(separator: ", ")
    if !origin.isEmpty { text += "\n\(cell(origin))\n" }
    text += "\n| place | what stands there | declared in |\n|---|---|---|"
    for row in document.rows {
      text += "\n| \(cell(row.place)) | \(cell(row.text ?? "")) | \(cell(words(row.uses))) |"
    }
    if !document.whole.isEmpty {
      text += "\n| (no place named) | | \(cell(words(document.whole))) |"
    }
    return text
  }

  private static func words(_ uses: [Use]) -> String {
    uses.map { "`\($0.framework)`: \(words($0.citations))" }.joined(separator: "<br>")
  }

  /// Names where there are few, else how many: "form `review-plan`, 12 questions".
  private static func words(_ citations: [Citation]) -> String {
    var groups: [(noun: String, kind: Citation.Kind, paths: [String])] = []
    for citation in citations {
      if let index = groups.firstIndex(where: { $0.noun == citation.noun && $0.kind == citation.kind }) {
        groups[index].paths.append(citation.path)
      } else {
        groups.append((citation.noun, citation.kind, [citation.path]))
      }
    }
    return groups.map { group in
      let count = group.paths.count
      let noun = count == 1 ? group.noun : plural(group.noun)
      guard count <= 3, isKnownByName(group.kind) else { return "\(count) \(noun)" }
      return "\(noun) \(group.paths.map { "`\(name($0, group.kind))`" }.joined(separator: ", "))"
    }.joined(separator: ", ")
  }

  /// Whether readers look for it by its id.
  private static func isKnownByName(_ kind: Citation.Kind) -> Bool {
    switch kind {
    case .stem, .statement, .question, .evidence, .coverage, .evidenceRequirement, .duty, .teamSize,
      .exclusion, .toolStep:
      false
    default: true
    }
  }

  /// Without the key that its kind stands under: criteria by their path, fields by form and field, others by
  /// id.
  private static func name(_ path: String, _ kind: Citation.Kind) -> String {
    let parts = path.split(separator: "/")
    return switch kind {
    case .criterion, .field: parts.dropFirst().joined(separator: "/")
    default: parts.last.map(String.init) ?? path
    }
  }

  private static func plural(_ noun: String) -> String {
    if noun == "criterion" { return "criteria" }
    if noun == "source of evidence" { return "sources of evidence" }
    if noun == "step of a tool" { return "steps of tools" }
    if noun.hasSuffix("y"), !["ay", "ey", "oy"].contains(where: noun.hasSuffix) {
      return noun.dropLast() + "ies"
    }
    return noun.hasSuffix("s") || noun.hasSuffix("ch") ? noun + "es" : noun + "s"
  }

  /// Safe within a table.
  private static func cell(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}

import Diagnostics
import Documents

/// The names that may stand where a key names something.
struct NameCompletion {
  let place: TextPlace
  let shape: CursorShape
  /// What stands between the start of the value and the cursor.
  let typed: String
  let isQuoted: Bool

  /// The framework's names; in a change, those of the base; in a crosswalk, those of the end that is spoken of.
  private var table: NameTable {
    let other = shape.verb == nil ? shape.end : "extends"
    return (other.flatMap { place.reading.other($0) } ?? place.reading.framework).table
  }

  func items(_ rule: NameRule) -> [CompletionItem] {
    switch rule {
    case .named(let kind): items(table.all(kind)) + words(NameRules.wordsBeside(shape.record, shape.key))
    case .path: table.all("criterion").map { item($0, label: $0.address) }
    case .point: items(points) + words(NameRules.wordsBeside(shape.record, shape.key))
    case .statement: items(table.all("statement", under: shape.criterion))
    case .strand: words(strands)
    case .sourcePlace: titles
    case .words(let names): words(names)
    case .framework:
      place.frameworks.names.map { CompletionItem(label: $0, kind: .reference, detail: "framework") }
    case .frameworkVersion:
      (shape.fields["id"].map(place.frameworks.versionNames) ?? []).reversed().map {
        CompletionItem(label: $0, kind: .value)
      }
    case .frameworkDigest: digest
    case .address: addresses
    case .neighbour: items(below(shape.target ?? "criteria"))
    case .taken: items(held(by: shape.target ?? ""))
    case .expression: []
    }
  }

  private func items(_ declarations: [Declaration]) -> [CompletionItem] {
    declarations.map { item($0, label: $0.id) }
  }

  private func item(_ declaration: Declaration, label: String) -> CompletionItem {
    let text = DeclarationText(declaration, in: table)
    return CompletionItem(label: label, kind: .reference, detail: text.line, documentation: text.words)
  }

  private func words(_ words: [String]) -> [CompletionItem] {
    words.map { CompletionItem(label: $0, kind: .word) }
  }

  /// The points of the scale on which the criterion is judged; of all scales where that is not known.
  private var points: [Declaration] {
    let scales =
      shape.level >= 0
      ? table.scales(level: shape.level, own: shape.scale) : shape.criterion.map(table.scales) ?? []
    return scales.isEmpty ? table.all("point") : scales.flatMap { table.all("point", under: "scales/\($0)") }
  }

  /// The threads that run through the statements of the criterion.
  private var strands: [String] {
    guard let tree = table.tree, let path = shape.criterion, let criterion = table.declaration(at: path),
      let statements = tree.value(of: "statements", in: criterion.node), tree.kind(statements) == .sequence
    else { return [] }
    let strands = tree.children(statements).compactMap { tree.scalar("strand", in: $0) }
    return Set(strands.filter { !$0.isEmpty }).sorted()
  }

  /// The titles of the places of the source that the reference names.
  private var titles: [CompletionItem] {
    let under = shape.fields["ref"].map { "source/\($0)" }
    return table.all("place of a source", under: under).compactMap { declaration in
      guard let title = table.text("title", of: declaration) else { return nil }
      let needsQuotes = !isQuoted && (title.contains(": ") || title.contains(" #") || title.contains(", "))
      return CompletionItem(
        label: title, kind: .reference, detail: "place of a source",
        documentation: table.text("text", of: declaration) ?? "", text: needsQuotes ? "\"\(title)\"" : title)
    }
  }

  /// The digest of the framework that is named beside it, as it stands.
  private var digest: [CompletionItem] {
    guard let version = shape.fields["version"],
      let id = shape.fields["id"] ?? place.reading.tree.flatMap({ $0.scalar("id", in: $0.root) }),
      let source = place.frameworks.find(id, version)
    else { return [] }
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    let framework = FrameworkReading.check(source, place.frameworks, &sources, into: &bag)
    guard let digest = try? framework?.framework.contentDigest() else { return [] }
    return [CompletionItem(label: digest.description, kind: .value, detail: "\(id)@\(version)")]
  }

  // MARK: Addresses

  /// Everything that a change may name; behind a slash, the fields of what stands in front of it as well.
  private var addresses: [CompletionItem] {
    let onlyCriteria = ["move", "merge", "split"].contains(shape.verb)
    let declared = table.declarations.filter { !onlyCriteria || $0.kind == "criterion" }
      .map { item($0, label: $0.address) }
    let top = ["to", "reorder"].contains(shape.key) ? words(["criteria"]) : []
    guard !onlyCriteria, let slash = typed.lastIndex(of: "/") else { return top + declared }
    let holder = String(typed[..<slash])
    let fields = FrameworkAddress.shape(at: holder)?.record?.fields ?? []
    return top + declared
      + fields.filter { $0.name != "id" }.map { field in
        CompletionItem(
          label: "\(holder)/\(field.name)", kind: .field, detail: field.shape.name,
          documentation: field.summary)
      }
  }

  /// The entries right below an address.
  private func below(_ address: String) -> [Declaration] {
    table.declarations.filter { declaration in
      let holder = FrameworkAddress.holder(declaration.address)
      return declaration.kind == "criterion" ? holder == address : holder == address && address != "criteria"
    }
  }

  /// What a criterion holds: criteria, statements, questions, evidence.
  private func held(by path: String) -> [Declaration] {
    below(path) + ["statements", "questions", "evidence"].flatMap { below("\(path)/\($0)") }
  }
}

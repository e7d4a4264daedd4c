/// Makes the reference page of a document kind from its shape, in Markdown.
public struct ReferencePage {
  private var sections: [String] = []
  private var known: Set<String> = []

  public static func of<Value>(_ shape: Shape<Value>, kind: DocumentKind, title: String, introduction: String)
    -> String
  {
    var page = ReferencePage()
    page.describe(shape.spec)
    return """
      # \(title)

      <!-- Made by `make docs` from the declarations; do not edit. -->

      \(introduction)

      The first line of such a document is `schema: \(kind.schema)`. A key marked ● must be there. Keys that start with
      `x-` are the author's own and are passed over.

      \(page.sections.joined(separator: "\n\n"))

      """
  }

  /// The tables of all records in some shapes, each record once.
  public static func sections(of specs: [ShapeSpec]) -> String {
    var page = ReferencePage()
    for spec in specs { page.describe(spec) }
    return page.sections.joined(separator: "\n\n")
  }

  /// A link to a record's table on the same page.
  public static func link(to record: String) -> String { ReferencePage().link(record) }

  private mutating func describe(_ spec: ShapeSpec) {
    switch spec {
    case .scalar: break
    case .list(let element, _): describe(element)
    case .map(_, let value): describe(value)
    case .either(let options): for option in options { describe(option) }
    case .recursive(let name, let inner): if !known.contains(name) { describe(inner()) }
    case .record(let record):
      guard known.insert(record.name).inserted else { return }
      var text = "## \(record.name)\n\n\(record.summary)\n\n| key | | value | meaning |\n|---|---|---|---|\n"
      text += record.fields.map { field in
        "| `\(field.name)` | \(field.isRequired ? "●" : "") | \(value(field.shape)) | \(cell(field.summary)) |"
      }.joined(separator: "\n")
      sections.append(text)
      for field in record.fields { describe(field.shape) }
    }
  }

  private func value(_ spec: ShapeSpec) -> String {
    switch spec {
    case .scalar(let scalar):
      scalar.meaning.isEmpty || scalar.meaning.contains("`")
        ? cell(scalar.name) : cell("\(scalar.name) (\(scalar.meaning))")
    case .list(let element, let minimum):
      "list of " + value(element) + (minimum > 1 ? ", at least \(minimum)" : "")
    case .map(let key, let element): "mapping from \(key.name) to " + value(element)
    case .record(let record): link(record.name)
    case .either(let options): options.map { value($0) }.joined(separator: " or ")
    case .recursive(let name, _): link(name)
    }
  }

  /// To the heading, as code hosts name it.
  private func link(_ record: String) -> String {
    "[\(record)](#\(record.split(separator: " ").joined(separator: "-")))"
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

import Documents

/// The keys of a record that are not there yet, those that must be there first.
struct KeyCompletion {
  private let record: RecordSpec
  private let shape: CursorShape

  init(_ record: RecordSpec, _ shape: CursorShape) {
    self.record = record
    self.shape = shape
  }

  /// - Parameter isOneOf: whether the mapping may become one of several records: then the key that tells them apart
  ///   comes first, and nothing else does.
  func items(isOneOf: Bool) -> [CompletionItem] {
    let isTagged = isOneOf && record.name.hasPrefix("change: ")
    let fields = isTagged ? Array(record.fields.prefix(1)) : record.fields
    let missing = fields.filter { shape.fields[$0.name] == nil }
    return (missing.filter(\.isRequired) + missing.filter { !$0.isRequired }).map { field in
      CompletionItem(
        label: field.name, kind: .property,
        detail: isTagged ? record.name : field.shape.name + (field.isRequired ? ", must be there" : ""),
        documentation: isTagged ? record.summary : Hover.text(field),
        text: field.name + (field.shape.options.contains(where: \.isScalar) ? ": " : ":"))
    }
  }
}

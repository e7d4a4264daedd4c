import Documents

extension ShapeSpec {
  /// The shapes that may stand here, alternatives and self-reference taken apart.
  var options: [ShapeSpec] {
    switch self {
    case .either(let options): options.flatMap(\.options)
    case .recursive(_, let inner): inner().options
    default: [self]
    }
  }

  /// The shape that a value is read as; `nil` where none fits. Of several records, the one whose keys it has.
  func option(for node: DocumentTree.NodeID, in tree: DocumentTree) -> ShapeSpec? {
    let kind = tree.kind(node)
    // Nothing to choose from, as nearly everywhere.
    switch (self, kind) {
    case (.record, .mapping), (.map, .mapping), (.list, .sequence), (.scalar, .scalar): return self
    default: break
    }
    let fitting = options.filter { option in
      switch (option, kind) {
      case (.record, .mapping), (.map, .mapping), (.list, .sequence), (.scalar, .scalar): true
      default: false
      }
    }
    guard fitting.count > 1, kind == .mapping else { return fitting.first }
    return Self.best(of: fitting, having: tree.keys(node)).first
  }

  /// Of several records, those whose keys a mapping has: the first key counts most, which is a change's verb.
  static func best(of options: [ShapeSpec], having keys: [String]) -> [ShapeSpec] {
    let scores = options.map { option -> Int in
      guard case .record(let record) = option else { return 0 }
      let tag = record.fields.first.map { keys.contains($0.name) ? 100 : 0 } ?? 0
      return tag + keys.count { record.field($0) != nil }
    }
    let most = scores.max()
    return zip(options, scores).filter { $1 == most }.map(\.0)
  }

  /// The record that may stand here.
  var record: RecordSpec? {
    for case .record(let record) in options { return record }
    return nil
  }
}

extension RecordSpec {
  func field(_ name: String) -> FieldSpec? { fields.first { $0.name == name } }
}

extension DocumentTree {
  /// The keys of a mapping.
  func keys(_ node: NodeID) -> [String] {
    var keys: [String] = []
    var children = children(node)
    while let key = children.next(), children.next() != nil { keys.append(string(key)) }
    return keys
  }
}

import Diagnostics

extension Shape {
  /// A mapping that is one of several records, told apart by the key that only one of them has.
  ///
  /// - Parameters:
  ///   - what: what one of them is called, for messages: "a change".
  ///   - tag: which record a value is written as.
  public static func tagged(
    _ what: String, _ records: [(tag: String, shape: Shape)], tag: @escaping @Sendable (Value) -> String
  ) -> Shape {
    let tags = records.map(\.tag)
    let shapes = Dictionary(records.map { ($0.tag, $0.shape) }, uniquingKeysWith: { first, _ in first })
    return Shape(
      .either(records.map(\.shape.spec)),
      read: { node, reader in
        guard reader.tree.kind(node) == .mapping else {
          reader.wrongType(wanted: "a mapping (\(what))", at: node)
          return nil
        }
        var keys: [DocumentTree.NodeID] = []
        var children = reader.tree.children(node)
        while let key = children.next(), children.next() != nil { keys.append(key) }
        let found = keys.filter { shapes[reader.tree.string($0)] != nil }
        if let first = found.first {
          let tag = reader.tree.string(first)
          guard let second = found.first(where: { reader.tree.string($0) != tag }) else {
            return shapes[tag]?.read(node, &reader)
          }
          reader.report(
            ShapeCodes.tagTwice,
            "This is \(what) with both “\(tag)” and “\(reader.tree.string(second))”.",
            help: "Write two entries, one for each.", at: second)
          return nil
        }
        var near: (key: DocumentTree.NodeID, tag: String)?
        for key in keys where near == nil {
          near = reader.nearest(to: reader.tree.string(key), among: tags).map { (key, $0) }
        }
        reader.report(
          ShapeCodes.tagMissing, "\(what.capitalisedStart) needs one of: \(tags.joined(separator: ", ")).",
          help: near.map { "Did you mean “\($0.tag)”?" } ?? "", at: near?.key ?? keys.first ?? node)
        return nil
      },
      write: { value in shapes[tag(value)]?.write(value) ?? .null })
  }
}

extension String {
  fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}

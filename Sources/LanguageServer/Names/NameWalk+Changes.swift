import Documents

extension NameWalk {
  mutating func enterChange(_ node: DocumentTree.NodeID, _ record: RecordSpec, _ inner: inout Context) {
    inner.isInChange = true
    let verb = record.name.dropFirst("change: ".count)
    let own = tree.scalar(String(verb), in: node)
    switch verb {
    case "add": inner.target = tree.scalar("to", in: node) ?? "criteria"
    case "move", "merge":
      let first =
        own
        ?? tree.value(of: "merge", in: node).flatMap { list in
          tree.children(list).first { _ in true }.map { tree.string($0) }
        }
      inner.target = tree.scalar("to", in: node) ?? first.map(FrameworkAddress.holder)
    default: inner.target = own
    }
  }

  /// What a change adds, replaces or sets: its shape follows from the address.
  mutating func content(_ node: DocumentTree.NodeID, _ context: Context) {
    guard context.isInChange, let target = context.target,
      let spec = FrameworkAddress.shape(ofContent: context.key, at: target)
    else { return }
    var inner = context
    inner.key = ""
    if tree.kind(node) == .sequence, case .record = spec {
      for child in tree.children(node) { walk(child, spec, inner) }
    } else if tree.kind(node) != .scalar {
      walk(node, spec, inner)
    }
  }
}

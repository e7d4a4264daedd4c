import Diagnostics
import Documents

/// Every field of a resolved framework with the place that it came from.
public struct Provenance: Sendable {
  /// In the order of the resolved document.
  public let fields: [Field]

  /// A single value.
  public struct Field: Sendable, Equatable {
    /// Keys and ids joined by `/`; criteria need no key. An entry without an id goes by its position, from 1.
    public let address: String
    public let value: String
    public let range: SourceRange
  }

  /// - Parameter tree: ``ResolvedFramework/tree``.
  public init(_ tree: DocumentTree) {
    var walk = ProvenanceWalk(tree: tree)
    if tree.nodeCount > 0 { walk.visit(tree.root, "", isAmongCriteria: true) }
    fields = walk.fields
  }

  /// How many fields each file gave, the file of the most first.
  public func counts() -> [(file: FileID, fields: Int)] {
    var counts: [FileID: Int] = [:]
    for field in fields { counts[field.range.file, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }.sorted {
      ($1.fields, $0.file.index) < ($0.fields, $1.file.index)
    }
  }
}

private struct ProvenanceWalk {
  let tree: DocumentTree
  var fields: [Provenance.Field] = []

  /// - Parameter isAmongCriteria: whether the node is the framework or a criterion, so that `criteria` is no part of
  ///   the addresses below.
  mutating func visit(_ node: DocumentTree.NodeID, _ address: String, isAmongCriteria: Bool) {
    switch tree.kind(node) {
    case .mapping:
      var children = tree.children(node)
      while let key = children.next(), let value = children.next() {
        let name = tree.string(key)
        let isCriteria = isAmongCriteria && name == "criteria" && tree.kind(value) == .sequence
        if isCriteria {
          list(value, address, isAmongCriteria: true)
        } else {
          visit(value, joined(address, name), isAmongCriteria: false)
        }
      }
    case .sequence: list(node, address, isAmongCriteria: false)
    default:
      fields.append(Provenance.Field(address: address, value: tree.string(node), range: tree.range(node)))
    }
  }

  private mutating func list(_ node: DocumentTree.NodeID, _ address: String, isAmongCriteria: Bool) {
    for (index, child) in tree.children(node).enumerated() {
      let id = tree.value(of: "id", in: child).map { tree.string($0) }
      visit(child, joined(address, id ?? String(index + 1)), isAmongCriteria: isAmongCriteria)
    }
  }

  private func joined(_ address: String, _ part: String) -> String {
    address.isEmpty ? part : "\(address)/\(part)"
  }
}

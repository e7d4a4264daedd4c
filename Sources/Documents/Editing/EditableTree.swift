import Diagnostics
import Sealing

/// A document in the making, put together from parts of other documents.
///
/// A part that nobody touches stays where it is until ``frozen()``; opening a mapping or a list costs one step
/// for each of its entries, whatever lies below them. Every node keeps the place that it was written at.
public struct EditableTree: Sendable {
  /// A node's name within its tree, for as long as the tree lives: moving a node does not change it.
  public struct Node: Hashable, Sendable {
    let index: Int
  }

  /// A key of a mapping and what stands under it.
  public struct Entry: Sendable {
    public var key: Node
    public var value: Node
  }

  enum Content: Sendable {
    /// A part of a document as it stands.
    case kept(tree: Int, DocumentTree.NodeID)
    /// Text that no document holds.
    case scalar([UInt8])
    case mapping([Entry])
    case sequence([Node])
  }

  struct Slot: Sendable {
    var content: Content
    var range: SourceRange
  }

  var trees: [DocumentTree] = []
  var slots: [Slot] = []
  /// Where the document starts.
  public var root = Node(index: 0)

  public init() {}

  /// A document whose nodes may be used from now on; its outermost node.
  public mutating func adopt(_ tree: DocumentTree) -> Node {
    trees.append(tree)
    return keep(trees.count - 1, tree.root)
  }

  public func range(_ node: Node) -> SourceRange { slots[node.index].range }

  public func kind(_ node: Node) -> DocumentTree.Kind {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].kind(id)
    case .scalar: .scalar
    case .mapping: .mapping
    case .sequence: .sequence
    }
  }

  /// A scalar's text; empty for other nodes.
  public func string(_ node: Node) -> String {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].string(id)
    case .scalar(let text): String(decoding: text, as: UTF8.self)
    case .mapping, .sequence: ""
    }
  }

  /// Whether nothing was written: an empty plain scalar, `~` or `null`.
  public func isNull(_ node: Node) -> Bool {
    if case .kept(let tree, let id) = slots[node.index].content { return trees[tree].isNull(id) }
    return false
  }

  /// The entries of a mapping, none for other nodes.
  public mutating func entries(_ node: Node) -> [Entry] {
    switch slots[node.index].content {
    case .mapping(let entries): return entries
    case .kept(let tree, let id) where trees[tree].kind(id) == .mapping:
      var entries: [Entry] = []
      var children = trees[tree].children(id)
      while let key = children.next(), let value = children.next() {
        entries.append(Entry(key: keep(tree, key), value: keep(tree, value)))
      }
      slots[node.index].content = .mapping(entries)
      return entries
    default: return []
    }
  }

  /// The elements of a list, none for other nodes.
  public mutating func elements(_ node: Node) -> [Node] {
    switch slots[node.index].content {
    case .sequence(let nodes): return nodes
    case .kept(let tree, let id) where trees[tree].kind(id) == .sequence:
      let nodes = trees[tree].children(id).map { keep(tree, $0) }
      slots[node.index].content = .sequence(nodes)
      return nodes
    default: return []
    }
  }

  /// What stands under a key.
  public mutating func value(of key: String, in node: Node) -> Node? {
    guard hasKey(key, in: node) else { return nil }
    return entries(node).first { says(key, at: $0.key) }?.value
  }

  /// A scalar's text under a key, without opening the mapping.
  public func text(of key: String, in node: Node) -> String? {
    switch slots[node.index].content {
    case .kept(let tree, let id):
      return trees[tree].value(of: key, in: id).map { trees[tree].string($0) }
    case .mapping(let entries): return entries.first { says(key, at: $0.key) }.map { string($0.value) }
    case .scalar, .sequence: return nil
    }
  }

  /// The place of what stands under a key, without opening the mapping.
  public func place(of key: String, in node: Node) -> SourceRange? {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].value(of: key, in: id).map { trees[tree].range($0) }
    case .mapping(let entries): entries.first { says(key, at: $0.key) }.map { range($0.value) }
    case .scalar, .sequence: nil
    }
  }

  /// Whether a text stands under a key, without opening the mapping.
  public func has(_ text: String, under key: String, in node: Node) -> Bool {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].has(text, under: key, in: id)
    case .mapping(let entries):
      entries.first { says(key, at: $0.key) }.map { says(text, at: $0.value) } ?? false
    case .scalar, .sequence: false
    }
  }

  public func hasKey(_ key: String, in node: Node) -> Bool { place(of: key, in: node) != nil }

  /// Whether a node is a scalar of this text.
  private func says(_ text: String, at node: Node) -> Bool {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].says(text, at: id)
    case .scalar(let bytes): bytes.elementsEqual(text.utf8)
    case .mapping, .sequence: false
    }
  }

  /// The first place in a part where a text stands under a key and a condition holds. The part stays unopened.
  public func firstPlace(
    of key: String, saying text: String, in node: Node, where condition: (SourceRange) -> Bool
  ) -> SourceRange? {
    switch slots[node.index].content {
    case .scalar: return nil
    case .kept(let tree, let id):
      return trees[tree].firstPlace(of: key, saying: text, in: id, where: condition)
    case .sequence(let nodes):
      for node in nodes {
        if let place = firstPlace(of: key, saying: text, in: node, where: condition) { return place }
      }
    case .mapping(let entries):
      for entry in entries {
        if says(key, at: entry.key), says(text, at: entry.value), condition(range(entry.value)) {
          return range(entry.value)
        }
        if let place = firstPlace(of: key, saying: text, in: entry.value, where: condition) { return place }
      }
    }
    return nil
  }

  /// The nodes right below one that was opened; none where nobody looked inside.
  public func opened(_ node: Node) -> [Node] {
    switch slots[node.index].content {
    case .kept, .scalar: []
    case .mapping(let entries): entries.map(\.value)
    case .sequence(let nodes): nodes
    }
  }

  /// A part as JSON, its scalars as texts.
  public func json(_ node: Node) -> JSONValue {
    switch slots[node.index].content {
    case .kept(let tree, let id): trees[tree].json(id)
    case .scalar(let text): .string(String(decoding: text, as: UTF8.self))
    case .sequence(let nodes): .array(nodes.map { json($0) })
    case .mapping(let entries):
      .object(entries.map { JSONValue.Member(string($0.key), json($0.value)) })
    }
  }

  /// Whether two parts say the same.
  public func isSame(_ one: Node, _ other: Node) -> Bool { json(one) == json(other) }

  mutating func keep(_ tree: Int, _ id: DocumentTree.NodeID) -> Node {
    add(.kept(tree: tree, id), at: trees[tree].range(id))
  }

  mutating func add(_ content: Content, at range: SourceRange) -> Node {
    slots.append(Slot(content: content, range: range))
    return Node(index: slots.count - 1)
  }
}

// MARK: - Changing

extension EditableTree {
  /// A text that no document holds, shown at a place.
  public mutating func scalar(_ text: String, at range: SourceRange) -> Node {
    add(.scalar(Array(text.utf8)), at: range)
  }

  public mutating func mapping(_ entries: [Entry], at range: SourceRange) -> Node {
    add(.mapping(entries), at: range)
  }

  public mutating func sequence(_ nodes: [Node], at range: SourceRange) -> Node {
    add(.sequence(nodes), at: range)
  }

  /// Puts a value under a key of a mapping, in the place of the one that stands there, else last.
  public mutating func set(_ key: String, to value: Node, in node: Node) {
    var entries = entries(node)
    if let index = entries.firstIndex(where: { says(key, at: $0.key) }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: scalar(key, at: range(value)), value: value))
    }
    slots[node.index].content = .mapping(entries)
  }

  /// The same part once more, for another place.
  public mutating func copy(_ node: Node) -> Node {
    var slot = slots[node.index]
    switch slot.content {
    case .kept, .scalar: break
    case .mapping(let entries):
      slot.content = .mapping(entries.map { Entry(key: copy($0.key), value: copy($0.value)) })
    case .sequence(let nodes): slot.content = .sequence(nodes.map { copy($0) })
    }
    return add(slot.content, at: slot.range)
  }

  /// Takes a key out of a mapping.
  public mutating func remove(_ key: String, from node: Node) {
    setEntries(entries(node).filter { !says(key, at: $0.key) }, of: node)
  }

  public mutating func setEntries(_ entries: [Entry], of node: Node) {
    slots[node.index].content = .mapping(entries)
  }

  public mutating func setElements(_ nodes: [Node], of node: Node) {
    slots[node.index].content = .sequence(nodes)
  }
}

extension DocumentTree {
  /// Whether a node is a scalar of this text.
  fileprivate func says(_ text: String, at node: NodeID) -> Bool {
    kind(node) == .scalar && withText(node) { $0.elementsEqual(text.utf8) }
  }

  /// Without the copies that an iterator keeps: lists are searched for their ids with this.
  fileprivate func has(_ text: String, under key: String, in node: NodeID) -> Bool {
    var index = node.index
    while records[index].kind == .alias { index = Int(records[index].textStart) }
    guard records[index].kind == .mapping else { return false }
    let end = Int(records[index].next)
    index += 1
    while index < end {
      let value = Int(records[index].next)
      guard value < end else { return false }
      if says(key, at: NodeID(index: index)) { return says(text, at: NodeID(index: value)) }
      index = Int(records[value].next)
    }
    return false
  }

  fileprivate func firstPlace(
    of key: String, saying text: String, in node: NodeID, where condition: (SourceRange) -> Bool
  ) -> SourceRange? {
    var children = children(node)
    let isMapping = kind(node) == .mapping
    while let child = children.next() {
      var value = child
      if isMapping {
        guard let next = children.next() else { return nil }
        value = next
        if says(key, at: child), says(text, at: value), condition(range(value)) { return range(value) }
      }
      if let place = firstPlace(of: key, saying: text, in: value, where: condition) { return place }
    }
    return nil
  }
}

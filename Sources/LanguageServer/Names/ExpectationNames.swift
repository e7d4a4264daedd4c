import Diagnostics
import Documents

/// The names in a case's `expected.yaml`, which says what comes of the documents beside it and has no shape of its own:
/// paths under `criteria` and `hidden`, forms, trends, signals and triggers, and the rules in front of their messages.
struct ExpectationNames {
  private let tree: DocumentTree
  private let places: NamePlaces
  private var table: NameTable

  static func table(of tree: DocumentTree, sources: SourceMap) -> NameTable {
    var names = ExpectationNames(tree, sources)
    for part in tree.values(tree.root) { names.read(part) }
    return names.table
  }

  private init(_ tree: DocumentTree, _ sources: SourceMap) {
    self.tree = tree
    places = NamePlaces(tree: tree, sources: sources)
    table = NameTable(sources: sources)
  }

  private mutating func read(_ part: DocumentTree.NodeID) {
    var children = tree.children(part)
    while let key = children.next(), let value = children.next() {
      switch tree.string(key) {
      case "criteria": for path in tree.keyNodes(value) { addPath(path) }
      case "hidden", "answeredButHidden": for path in tree.children(value) { addPath(path) }
      case "form": add(.named(kind: "form", id: tree.string(value)), places.range(value))
      case "trends": readKeyed("trend", value)
      case "signals": readKeyed("signal", value)
      case "triggers": readKeyed("trigger", value)
      case "rules": for rule in tree.children(value) { addRule(rule) }
      default: break
      }
    }
  }

  private mutating func readKeyed(_ kind: String, _ node: DocumentTree.NodeID) {
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      let id = tree.string(key)
      add(.named(kind: kind, id: id), places.range(key))
      if kind == "trend" {
        add(
          .named(kind: "trend category", id: tree.string(value), under: "trends/\(id)"), places.range(value))
      }
    }
  }

  private mutating func addPath(_ node: DocumentTree.NodeID) {
    var address = ""
    var start = 0
    for id in tree.string(node).split(separator: "/", omittingEmptySubsequences: false) {
      address += address.isEmpty ? String(id) : "/\(id)"
      let part = start..<start + id.utf8.count
      add(.address(address), places.range(node, part))
      start = part.upperBound + 1
    }
  }

  /// “should, the-rule: …”
  private mutating func addRule(_ node: DocumentTree.NodeID) {
    let text = Array(tree.string(node).utf8)
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let space = text[..<colon].lastIndex(of: UInt8(ascii: " "))
    else { return }
    let part = space + 1..<colon
    let id = String(decoding: text[part], as: UTF8.self)
    add(.named(kind: "rule", id: id), places.range(node, part))
    // Rules that a declaration was rewritten into are called after it.
    for (prefix, kind) in ["agreement-": "agreement", "role-": "role"] where id.hasPrefix(prefix) {
      let rest = part.lowerBound + prefix.utf8.count..<part.upperBound
      add(.named(kind: kind, id: String(id.dropFirst(prefix.count))), places.range(node, rest))
    }
  }

  private mutating func add(_ target: NameTarget, _ place: SourceRange) {
    table.references.append(Reference(target: target, place: place))
  }
}

extension DocumentTree {
  /// The keys of a mapping as nodes.
  func keyNodes(_ node: NodeID) -> [NodeID] {
    guard kind(node) == .mapping else { return [] }
    return children(node).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  /// The values of a mapping.
  func values(_ node: NodeID) -> [NodeID] {
    guard kind(node) == .mapping else { return [] }
    return children(node).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }
}

import Diagnostics
import Documents

/// What a document declares and what it names; for a framework that extends another, together with what it inherits.
struct NameTable: Sendable {
  var declarations: [Declaration] = []
  var references: [Reference] = []
  /// The files that the places are in.
  let sources: SourceMap
  /// Where the texts behind the declarations are; `nil` for a table of nothing.
  let tree: DocumentTree?
  /// The ids of the levels from the top down, and the scales on which each is judged.
  private var levels: [String] = []
  private var judged: [String: [String]] = [:]
  private var byAddress: [String: Int] = [:]
  private var byName: [Key: [Int]] = [:]

  private struct Key: Hashable {
    let kind: String
    let id: String
  }

  init(sources: SourceMap = SourceMap(), tree: DocumentTree? = nil) {
    self.sources = sources
    self.tree = tree
    if let tree { readJudging(tree) }
  }

  mutating func declare(_ declaration: Declaration) -> Int {
    let index = declarations.count
    declarations.append(declaration)
    if byAddress[declaration.address] == nil { byAddress[declaration.address] = index }
    byName[Key(kind: declaration.kind, id: declaration.id), default: []].append(index)
    return index
  }

  func declaration(at address: String) -> Declaration? { byAddress[address].map { declarations[$0] } }

  /// All of a kind, in the author's order; with `under`, only those below an address.
  func all(_ kind: String, under address: String? = nil) -> [Declaration] {
    declarations.filter { $0.kind == kind && (address.map($0.isBelow) ?? true) }
  }

  func resolve(_ target: NameTarget) -> Declaration? {
    switch target {
    case .address(let address): return declaration(at: address)
    case .named(let kind, let id, let under):
      return named(kind, id).first { under.map($0.isBelow) ?? true }
    case .point(let id, let criterion, let scale):
      let scales = scale.map { [$0] } ?? criterion.map(self.scales) ?? []
      let points =
        scales.isEmpty
        ? named("point", id) : scales.compactMap { declaration(at: "scales/\($0)/points/\(id)") }
      if let point = points.first { return point }
      // Reviews may name a point by its number.
      return scales.lazy.flatMap { self.all("point", under: "scales/\($0)") }
        .first { self.text("value", of: $0) == id }
    case .below(let address, let id):
      let places =
        address == "criteria"
        ? [id] : ["", "statements/", "questions/", "evidence/"].map { "\(address)/\($0)\(id)" }
      return places.lazy.compactMap { self.declaration(at: $0) }.first
    case .framework: return nil
    }
  }

  private func named(_ kind: String, _ id: String) -> [Declaration] {
    (byName[Key(kind: kind, id: id)] ?? []).map { declarations[$0] }
  }

  /// The scales on which a criterion is judged; none where its level is not.
  func scales(of path: String) -> [String] {
    guard let criterion = declaration(at: path), criterion.kind == "criterion" else { return [] }
    return scales(level: criterion.level, own: criterion.scale)
  }

  /// - Parameter own: the scale that the criterion itself names.
  func scales(level: Int, own: String?) -> [String] {
    if let own { return [own] }
    return levels.indices.contains(level)
      ? judged[levels[level]] ?? [] : Array(Set(judged.values.joined())).sorted()
  }

  /// The names of the levels, from the top down.
  var levelIDs: [String] { levels }

  /// A text below a declaration, such as its title.
  func text(_ key: String, of declaration: Declaration) -> String? {
    guard let tree, tree.kind(declaration.node) == .mapping,
      let node = tree.value(of: key, in: declaration.node), tree.kind(node) == .scalar
    else { return nil }
    let text = tree.string(node)
    return text.isEmpty ? nil : text
  }

  /// What people call it: its title or its like, else its id.
  func name(of declaration: Declaration) -> String {
    for key in ["title", "label", "text"] {
      if let text = text(key, of: declaration) { return text }
    }
    return declaration.id
  }

  private mutating func readJudging(_ tree: DocumentTree) {
    guard tree.nodeCount > 0 else { return }
    if let list = tree.value(of: "levels", in: tree.root), tree.kind(list) == .sequence {
      levels = tree.children(list).compactMap { tree.scalar("id", in: $0) }
    }
    guard let judging = tree.value(of: "judging", in: tree.root), tree.kind(judging) == .mapping else {
      return
    }
    for kind in ["self", "peer"] {
      guard let marking = tree.value(of: kind, in: judging), let level = tree.scalar("level", in: marking),
        let scale = tree.scalar("scale", in: marking)
      else { continue }
      if judged[level]?.contains(scale) != true { judged[level, default: []].append(scale) }
    }
  }
}

extension Declaration {
  func isBelow(_ address: String) -> Bool { self.address.hasPrefix(address + "/") }
}

extension DocumentTree {
  /// The text of a single value under a key of a mapping.
  func scalar(_ key: String, in node: NodeID) -> String? {
    guard let value = value(of: key, in: node), kind(value) == .scalar else { return nil }
    return string(value)
  }
}

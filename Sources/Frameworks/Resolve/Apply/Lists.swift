import Diagnostics
import Documents

/// Where in a list something goes, and whether there is room for its id.
extension ChangeApplier {
  /// How deep criteria may stand below each other: each takes two levels of a document's nesting.
  static let deepestCriterion = Limits().depth / 2 - 2

  /// The list of criteria below a target, made where there is none; `nil` after a report where criteria cannot stand,
  /// or where the form of what stands there will be reported.
  ///
  /// - Parameter address: the framework's own list where it is `nil`.
  mutating func criteria(below address: Located<String>?, at range: SourceRange) -> (
    list: Node, parent: Target
  )? {
    let address = address ?? Located("criteria", at: range)
    guard let found = find(address, creating: address.value.hasSuffix("criteria")), isFree(found) else {
      return nil
    }
    if found.isCriteria { return isListOrNothing(found.node) ? (found.node, found) : nil }
    guard found.isCriterion else {
      wrongTarget(
        address, "“\(address.value)” is no criterion, so that no criterion can stand below it.",
        help: "Name a criterion, or `criteria` for the top.")
      return nil
    }
    if let list = tree.value(of: "criteria", in: found.node) {
      return isListOrNothing(list) ? (list, found) : nil
    }
    let list = tree.sequence([], at: address.range)
    tree.set("criteria", to: list, in: found.node)
    return (list, found)
  }

  private func isListOrNothing(_ node: Node) -> Bool { tree.kind(node) == .sequence || tree.isNull(node) }

  /// Puts nodes into a list at the place that a change names; `false` after a report.
  mutating func insert(_ nodes: [Node], into list: Node, _ change: Change, where place: String) -> Bool {
    var elements = tree.elements(list)
    guard let index = position(change, in: elements, where: place) else { return false }
    for (index, node) in nodes.enumerated() {
      let neighbours = elements + nodes[..<index]
      guard isNew(tree.text(of: "id", in: node), among: neighbours, at: tree.range(node), where: place) else {
        return false
      }
    }
    elements.insert(contentsOf: nodes, at: index)
    tree.setElements(elements, of: list)
    return true
  }

  /// The index at which a change's entries go; the end where it names no neighbour. `nil` after a report.
  private mutating func position(_ change: Change, in elements: [Node], where place: String) -> Int? {
    guard let neighbour = neighbour(of: change) else { return nil }
    guard let neighbour else { return elements.count }
    if let index = elements.firstIndex(where: { [tree] in tree.has(neighbour.value, under: "id", in: $0) }) {
      return change.after == nil ? index : index + 1
    }
    reportNoNeighbour(
      neighbour, among: elements.compactMap { [tree] in tree.text(of: "id", in: $0) }, where: place)
    return nil
  }

  /// The neighbour that a change names, if it names one; `nil` after a report where it names two.
  mutating func neighbour(of change: Change) -> Located<String>?? {
    if let after = change.after, let before = change.before {
      wrongTarget(
        before, "Something cannot be put both after “\(after.value)” and before “\(before.value)”.",
        help: "Name one neighbour.")
      return nil
    }
    return .some(change.after ?? change.before)
  }

  mutating func reportNoNeighbour(_ neighbour: Located<String>, among ids: [String], where place: String) {
    bag.report(
      ResolutionCodes.unknownTarget, "There is no “\(neighbour.value)” in \(place) to stand beside.",
      help: NearestName.of(neighbour.value, among: ids).map { "Did you mean “\($0)”?" }
        ?? (ids.isEmpty || ids.count > 12 ? "" : "There is: \(ids.joined(separator: ", "))."),
      at: neighbour.range)
  }

  mutating func isNew(
    _ id: String?, among elements: [Node], at range: SourceRange, where place: String
  ) -> Bool {
    guard let id, elements.contains(where: { [tree] in tree.has(id, under: "id", in: $0) }) else {
      return true
    }
    bag.report(
      ResolutionCodes.collision, "\(place.prefix(1).uppercased() + place.dropFirst()) has a “\(id)” already.",
      at: range)
    return false
  }

  /// Whether criteria may stand below a parent without going deeper than any document; reports it.
  ///
  /// - Parameter parent: the path of what they stand below; `nil` at the top.
  mutating func isShallow(_ nodes: [Node], below parent: String?, _ change: Change) -> Bool {
    let depth = parent.map { $0.utf8.count { $0 == UInt8(ascii: "/") } + 1 } ?? 0
    guard nodes.contains(where: { isDeeper($0, than: Self.deepestCriterion - depth) }) else { return true }
    bag.report(
      TreeCodes.nestingTooDeep, "Criteria would stand more than \(Self.deepestCriterion) deep.",
      at: change.range)
    return false
  }

  private mutating func isDeeper(_ node: Node, than levels: Int) -> Bool {
    guard levels > 0 else { return true }
    guard let list = tree.value(of: "criteria", in: node) else { return false }
    return tree.elements(list).contains { isDeeper($0, than: levels - 1) }
  }

  /// For messages.
  func place(_ target: Target) -> String { target.names.isEmpty ? "the framework" : "“\(target.name)”" }

  /// The same for the criterion with a path; `nil` at the top.
  func place(_ path: String?) -> String { path.map { "“\($0)”" } ?? "the framework" }

  /// Takes a target out of its list or mapping.
  mutating func detach(_ target: Target) { exchange(target, for: []) }

  /// Puts other nodes in its place.
  mutating func exchange(_ target: Target, for nodes: [Node]) {
    switch target.holder {
    case .root: break
    case .entry(let holder, let key):
      if let node = nodes.first {
        tree.set(key, to: node, in: holder)
      } else {
        tree.remove(key, from: holder)
      }
    case .element(let list):
      tree.setElements(tree.elements(list).flatMap { $0 == target.node ? nodes : [$0] }, of: list)
    }
  }
}

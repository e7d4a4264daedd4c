import Diagnostics
import Documents

/// Changes to lists and to mappings whose keys the author chooses: `add` and `reorder`.
extension ChangeApplier {
  mutating func add(_ change: Change, _ content: Node) {
    guard let added = tree.value(of: "add", in: content) else { return }
    let nodes = tree.kind(added) == .sequence ? tree.elements(added) : [added]
    guard !nodes.isEmpty else {
      bag.report(ResolutionCodes.nothing, "This list adds nothing.", at: tree.range(added))
      return
    }
    guard let to = change.to, to.value != "criteria" else {
      addCriteria(nodes, change)
      return
    }
    guard let target = find(to, creating: true), isFree(target) else { return }
    if target.isCriterion || target.isCriteria {
      addCriteria(nodes, change)
    } else if tree.kind(target.node) == .sequence {
      if insert(nodes, into: target.node, change, where: place(target)) { mark(target, .same, change.why) }
    } else if tree.kind(target.node) == .mapping, target.form.isMap {
      for node in nodes { addEntries(of: node, to: target, change) }
    } else {
      wrongTarget(
        to,
        "“\(to.value)” is \(tree.kind(target.node) == .mapping ? "one thing, not a list" : "one value"), so that nothing can be added to it.",
        help: "Use `set` for a field of it.")
    }
  }

  private mutating func addCriteria(_ nodes: [Node], _ change: Change) {
    guard let (list, parent) = criteria(below: change.to, at: change.range),
      isShallow(nodes, below: parent.criterion?.path, change),
      insert(nodes, into: list, change, where: place(parent))
    else { return }
    markAdded(nodes, why: [change.why])
  }

  /// A mapping whose keys the author chooses, such as the scales.
  private mutating func addEntries(of node: Node, to target: Target, _ change: Change) {
    let added = tree.entries(node)
    guard !added.isEmpty else {
      bag.report(
        ResolutionCodes.wrongTarget,
        "“\(target.name)” holds things under ids of their own, and this has none.",
        help: "Write it as {ID: {…}}.", at: tree.range(node))
      return
    }
    var entries = tree.entries(target.node)
    let keys = entries.map { tree.string($0.key) }
    for entry in added where keys.contains(tree.string(entry.key)) {
      bag.report(
        ResolutionCodes.collision, "“\(target.name)” has a “\(tree.string(entry.key))” already.",
        at: tree.range(entry.key))
      return
    }
    guard let neighbour = neighbour(of: change) else { return }
    var index = entries.count
    if let neighbour {
      guard let found = keys.firstIndex(of: neighbour.value) else {
        reportNoNeighbour(neighbour, among: keys, where: place(target))
        return
      }
      index = change.after == nil ? found : found + 1
    }
    entries.insert(contentsOf: added, at: index)
    tree.setEntries(entries, of: target.node)
  }

  mutating func reorder(_ change: Change) {
    guard let address = change.targets.first, let target = find(address), isFree(target) else { return }
    let list = target.isCriterion ? tree.value(of: "criteria", in: target.node) : target.node
    guard let list, tree.kind(list) == .sequence else {
      wrongTarget(
        address, "“\(address.value)” holds no list whose entries could change places.",
        help: "Name a criterion, `criteria` for the top, or a list.")
      return
    }
    let elements = tree.elements(list)
    let ids = ids(list)
    guard ids.count == elements.count else {
      wrongTarget(
        address, "Not all entries of “\(address.value)” have an id.", help: "Use `set` for the whole list.")
      return
    }
    guard let order = order(change, of: ids, address) else { return }
    tree.setElements(order.map { elements[$0] }, of: list)
    mark(target, .same, change.why)
  }

  /// For each place in the new order, the place in the old one; `nil` after a report.
  private mutating func order(_ change: Change, of ids: [String], _ address: Located<String>) -> [Int]? {
    let places = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    var order: [Int] = []
    var left = Set(ids.indices)
    for id in change.order {
      guard let place = places[id.value] else {
        bag.report(
          ResolutionCodes.unknownTarget, "There is no “\(id.value)” in “\(address.value)”.",
          help: NearestName.of(id.value, among: ids).map { "Did you mean “\($0)”?" } ?? "", at: id.range)
        return nil
      }
      guard left.remove(place) != nil else {
        bag.report(ResolutionCodes.order, "The new order names “\(id.value)” twice.", at: id.range)
        return nil
      }
      order.append(place)
    }
    guard left.isEmpty else {
      bag.report(
        ResolutionCodes.order,
        "The new order leaves out: \(left.sorted().prefix(12).map { ids[$0] }.joined(separator: ", "))\(left.count > 12 ? ", …" : "").",
        at: change.order.first?.range ?? address.range)
      return nil
    }
    guard order != Array(ids.indices) else {
      bag.report(ResolutionCodes.nothing, "“\(address.value)” has this order already.", at: address.range)
      return nil
    }
    return order
  }
}

import Diagnostics
import Documents

/// The change that makes one criterion of several: `merge`.
extension ChangeApplier {
  /// Lists of a criterion whose entries have ids of their own.
  static let lists = ["statements", "questions", "evidence", "criteria"]
  /// Fields that a criterion made of others takes over where it does not say otherwise.
  static let inherited = ["stem", "scale", "source", "when", "aggregate"]

  mutating func merge(_ change: Change, _ content: Node) {
    guard let sources = mergeSources(change), let first = sources.first,
      let into = tree.value(of: "into", in: content)
    else { return }
    let merged = tree.mapping(tree.entries(into), at: tree.range(into))
    for key in Self.inherited where !tree.hasKey(key, in: merged) {
      inheritCommon(key, sources, into: merged)
    }
    guard let (list, parent) = mergePlace(change, sources, first) else { return }
    for key in Self.lists {
      guard join(key, sources, into: merged) else { return }
    }
    put(merged, in: list, below: parent, for: sources, first, change)
  }

  private mutating func mergeSources(_ change: Change) -> [Target]? {
    var sources: [Target] = []
    for address in change.targets {
      guard let target = find(address), isFreeWithAllBelow(target) else { return nil }
      guard target.isCriterion, let path = target.criterion?.path else {
        wrongTarget(
          address, "“\(address.value)” is no criterion, and only criteria merge.",
          help: "Use `replace`, `remove` or `set` for other things.")
        return nil
      }
      for other in sources where Self.isWithin(path, other.name) || Self.isWithin(other.name, path) {
        wrongTarget(
          address, "“\(path)” and “\(other.name)” are one, or one stands in the other.",
          help: "Merge criteria that stand beside each other.")
        return nil
      }
      sources.append(target)
    }
    return sources
  }

  /// The list that the merged criterion goes to, and the path of the criterion that the list belongs to.
  private mutating func mergePlace(
    _ change: Change, _ sources: [Target], _ first: Target
  ) -> (list: Node, parent: String?)? {
    guard case .element(let own) = first.holder else { return nil }
    guard let to = change.to else { return (own, first.criterion?.parentPath) }
    guard let (list, parent) = criteria(below: to, at: change.range) else { return nil }
    let path = parent.criterion?.path
    guard !sources.contains(where: { Self.isWithin(path, $0.name) }) else {
      wrongTarget(to, "What merges cannot stand below a part of itself.", help: "Name another criterion.")
      return nil
    }
    return (list, path)
  }

  private mutating func put(
    _ merged: Node, in list: Node, below parent: String?, for sources: [Target], _ first: Target,
    _ change: Change
  ) {
    let id = tree.text(of: "id", in: merged) ?? ""
    let goes = Set(sources.map(\.node))
    let elements = tree.elements(list)
    let place = place(parent)
    guard isNew(id, among: elements.filter { !goes.contains($0) }, at: tree.range(merged), where: place),
      isShallow([merged], below: parent, change)
    else { return }
    let index = elements.firstIndex(of: first.node).map { elements[..<$0].count { !goes.contains($0) } }
    for source in sources { detach(source) }
    if change.to == nil, change.after == nil, change.before == nil, let index {
      var others = tree.elements(list)
      others.insert(merged, at: index)
      tree.setElements(others, of: list)
    } else if !insert([merged], into: list, change, where: place) {
      return
    }
    markMerged(merged, of: sources, change)
    for source in sources { note(gone: source.name, .merge, now: parent.map { $0 + "/" + id } ?? id) }
  }

  private mutating func markMerged(_ merged: Node, of sources: [Target], _ change: Change) {
    var origin = Descent.Origin(paths: [], how: .merged)
    for source in sources {
      for path in source.criterion?.origin ?? [] where !origin.paths.contains(path) {
        origin.paths.append(path)
      }
      for why in marks[source.node]?.why ?? [] where !origin.why.contains(why) { origin.why.append(why) }
    }
    // Nothing but new criteria make a new one.
    if origin.paths.isEmpty { origin.how = .added }
    origin.why.append(change.why)
    marks[merged] = origin
  }

  /// Takes a field over where all of the criteria have it, and the same.
  private mutating func inheritCommon(_ key: String, _ sources: [Target], into merged: Node) {
    let values = sources.map { tree.value(of: key, in: $0.node) }
    guard let first = values.first, let first else { return }
    for value in values.dropFirst() {
      guard let value, tree.isSame(first, value) else { return }
    }
    tree.set(key, to: tree.copy(first), in: merged)
  }

  /// Joins the lists of the criteria, unless the merged one has its own; what two of them have word for word is
  /// taken once. Criteria are always joined. `false` after a report.
  private mutating func join(_ key: String, _ sources: [Target], into merged: Node) -> Bool {
    let isCriteria = key == "criteria"
    let own = tree.value(of: key, in: merged)
    if own != nil, !isCriteria { return true }
    var joined: [Node] = []
    for source in sources {
      guard let list = tree.value(of: key, in: source.node) else { continue }
      for child in tree.elements(list) {
        let id = tree.text(of: "id", in: child)
        if !isCriteria, let same = joined.first(where: { tree.text(of: "id", in: $0) == id }),
          tree.isSame(same, child)
        {
          continue
        }
        guard isNew(id, among: joined, at: source.address.range, where: "what is merged (\(key))") else {
          return false
        }
        if isCriteria { markMoved(child, from: source) }
        joined.append(child)
      }
    }
    let added = own.map { tree.elements($0) } ?? []
    for child in added {
      guard
        isNew(tree.text(of: "id", in: child), among: joined, at: tree.range(child), where: "what is merged")
      else { return false }
      joined.append(child)
    }
    markAdded(added, why: [])
    if !joined.isEmpty { tree.set(key, to: tree.sequence(joined, at: tree.range(merged)), in: merged) }
    return true
  }
}

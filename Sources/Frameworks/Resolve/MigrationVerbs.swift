import Diagnostics
import Documents
import Sealing

/// What each verb does to the criteria of an earlier version.
extension MigrationWalk {
  mutating func follow(_ change: Change) {
    switch change.verb {
    case .add: add(change)
    case .reword: note(change, .reworded)
    case .set: note(change, .same)
    case .reorder: _ = change.targets.first.flatMap { find($0) }
    case .remove: if let node = criterion(change) { remove(node, change.why) }
    case .replace: if let node = criterion(change) { replace(node, change) }
    case .move: if let node = criterion(change, isOnly: true) { move(node, change) }
    case .merge: merge(change)
    case .split: if let node = criterion(change, isOnly: true) { split(node, change) }
    }
  }

  private mutating func add(_ change: Change) {
    var parent = 0
    if let to = change.to, to.value != "criteria" {
      guard let place = find(to, isDestination: true), place.keys.isEmpty else { return }
      parent = place.node
    }
    for (id, below) in change.content?.entries ?? [] {
      let range = change.content?.range ?? change.range
      // An earlier change may have stood something below it already.
      let known = child(id, of: parent).flatMap {
        nodes[$0].origin.isEmpty && nodes[$0].claim == nil ? $0 : nil
      }
      guard let node = known ?? put(id, below: parent, origin: [], .added, range) else { continue }
      nodes[node].why.append(change.why)
      nodes[node].claim = range
      grow(below, below: node)
    }
  }

  /// What new content says of the criteria below it, which may be all or nothing.
  private mutating func grow(_ entries: JSONValue?, below parent: Int) {
    for (id, below) in entries?.entries ?? [] where child(id, of: parent) == nil {
      grow(below, below: add(Node(id: id, parent: parent, origin: [], how: .added)))
    }
  }

  private mutating func grow(_ criteria: [Criterion], below parent: Int) {
    for criterion in criteria where child(criterion.id.value, of: parent) == nil {
      grow(
        criterion.criteria,
        below: add(Node(id: criterion.id.value, parent: parent, origin: [], how: .added)))
    }
  }

  /// What is said of a field is said of its criterion.
  private mutating func note(_ change: Change, _ how: Descent.How) {
    guard let address = change.targets.first, let place = find(address) else { return }
    if let map = change.map { noteMap(map, place, change) }
    guard place.node != 0 else { return }
    if nodes[place.node].how == .same || (nodes[place.node].how == .moved && how == .reworded) {
      nodes[place.node].how = how
    }
    nodes[place.node].why.append(change.why)
    nodes[place.node].claim = nodes[place.node].claim ?? address.range
  }

  private mutating func remove(_ node: Int, _ why: String) {
    detach(node)
    forget(node, why)
  }

  private mutating func forget(_ node: Int, _ why: String) {
    nodes[node].isGone = true
    for path in nodes[node].origin { removed.append(Descent.Removal(path: path, why: why)) }
    for child in nodes[node].children { forget(child, why) }
  }

  private mutating func replace(_ node: Int, _ change: Change) {
    let content = change.content?.entries.first
    let (parent, id) = (nodes[node].parent ?? 0, content?.id ?? nodes[node].id)
    remove(node, change.why)
    let new = put(id, below: parent, origin: [], .replaced, change.targets.first?.range ?? change.range)
    guard let new else { return }
    nodes[new].why.append(change.why)
    grow(content?.below, below: new)
  }

  private mutating func move(_ node: Int, _ change: Change) {
    let range = (change.id ?? change.to ?? change.targets.first)?.range ?? change.range
    guard let parent = parent(change, else: nodes[node].parent ?? 0) else { return }
    var above: Int? = parent
    while let next = above {
      guard next != node else {
        problems.append(Problem(kind: .wrong, address: change.to?.value ?? "", range: range))
        return
      }
      above = nodes[next].parent
    }
    let id = change.id?.value ?? nodes[node].id
    if let other = child(id, of: parent), other != node {
      problems.append(Problem(kind: .taken, address: path(of: other), range: range))
      return
    }
    detach(node)
    attach(node, as: id, below: parent)
    if nodes[node].how == .same { nodes[node].how = .moved }
    nodes[node].why.append(change.why)
    nodes[node].claim = range
  }

  /// The node that a change puts something below; `nil` after a report.
  private mutating func parent(_ change: Change, else own: Int) -> Int? {
    guard let to = change.to else { return own }
    guard to.value != "criteria" else { return 0 }
    guard let place = find(to, isDestination: true) else { return nil }
    guard place.keys.isEmpty || place.keys == ["criteria"] else {
      problems.append(Problem(kind: .wrong, address: to.value, range: to.range))
      return nil
    }
    return place.node
  }

  private mutating func merge(_ change: Change) {
    var sources: [Int] = []
    for address in change.targets {
      guard let node = criterion(address, isOnly: true) else { return }
      guard !sources.contains(where: { isWithin(node, $0) || isWithin($0, node) }) else {
        problems.append(Problem(kind: .wrong, address: address.value, range: address.range))
        return
      }
      sources.append(node)
    }
    guard let first = sources.first, let part = change.parts.first,
      let parent = parent(change, else: nodes[first].parent ?? 0)
    else { return }
    guard !sources.contains(where: { isWithin(parent, $0) }) else {
      problems.append(Problem(kind: .wrong, address: change.to?.value ?? "", range: change.range))
      return
    }
    for source in sources { detach(source) }
    var origin: [String] = []
    for path in sources.flatMap({ nodes[$0].origin }) where !origin.contains(path) { origin.append(path) }
    guard
      let merged = put(
        part.criterion.id.value, below: parent, origin: origin, origin.isEmpty ? .added : .merged,
        part.criterion.id.range)
    else { return }
    nodes[merged].why = sources.flatMap { nodes[$0].why } + [change.why]
    for source in sources {
      nodes[source].isGone = true
      for child in nodes[source].children {
        take(child, to: merged, part.criterion.id.range, isClaimed: false)
      }
      nodes[source].children = []
    }
    grow(part.criterion.criteria, below: merged)
  }

  private mutating func split(_ node: Int, _ change: Change) {
    let parent = nodes[node].parent ?? 0
    detach(node)
    nodes[node].isGone = true
    for part in change.parts {
      let id = part.criterion.id
      let how: Descent.How = nodes[node].origin.isEmpty ? .added : .split
      guard let made = put(id.value, below: parent, origin: nodes[node].origin, how, id.range) else {
        continue
      }
      nodes[made].why = nodes[node].why + [change.why]
      grow(part.criterion.criteria, below: made)
      for id in part.takes {
        if let child = child(id.value, of: node) {
          nodes[node].children.removeAll { $0 == child }
          take(child, to: made, id.range, isClaimed: true)
        } else if !hasEntry(id.value, node) {
          problems.append(Problem(kind: .notEarlier, address: id.value, range: id.range))
        }
      }
    }
  }

  /// - Parameter isClaimed: whether the author names it.
  private mutating func take(_ child: Int, to node: Int, _ range: SourceRange, isClaimed: Bool) {
    if let other = self.child(nodes[child].id, of: node) {
      problems.append(Problem(kind: .taken, address: path(of: other), range: range))
      return
    }
    attach(child, as: nodes[child].id, below: node)
    if nodes[child].how == .same { nodes[child].how = .moved }
    if isClaimed { nodes[child].claim = range }
  }

  private func isWithin(_ node: Int, _ outer: Int) -> Bool {
    var above: Int? = node
    while let next = above {
      if next == outer { return true }
      above = nodes[next].parent
    }
    return false
  }
}

// MARK: - The tree

extension MigrationWalk {
  func child(_ id: String, of node: Int) -> Int? { nodes[node].children.first { nodes[$0].id == id } }

  private mutating func detach(_ node: Int) {
    guard let parent = nodes[node].parent else { return }
    nodes[parent].children.removeAll { $0 == node }
  }

  private mutating func attach(_ node: Int, as id: String, below parent: Int) {
    (nodes[node].id, nodes[node].parent) = (id, parent)
    nodes[parent].children.append(node)
  }

  /// A new node; `nil` after a report where another has its place.
  private mutating func put(
    _ id: String, below parent: Int, origin: [String], _ how: Descent.How, _ range: SourceRange
  ) -> Int? {
    if let other = child(id, of: parent) {
      problems.append(Problem(kind: .taken, address: path(of: other), range: range))
      return nil
    }
    return add(Node(id: id, parent: parent, origin: origin, how: how, claim: range))
  }

  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    if let parent = node.parent { nodes[parent].children.append(nodes.count - 1) }
    return nodes.count - 1
  }
}

extension AnyValue {
  fileprivate var entries: [(id: String, below: JSONValue?)] { json.entries }
}

extension JSONValue {
  /// The ids of one entry or of a list of them, each with the criteria that it brings; a text is an id itself.
  fileprivate var entries: [(id: String, below: JSONValue?)] {
    switch self {
    case .string(let id): [(id, nil)]
    case .array(let list): list.flatMap(\.entries)
    case .object(let members):
      members.first { $0.key == "id" }.flatMap { if case .string(let id) = $0.value { id } else { nil } }
        .map { [($0, members.first { $0.key == "criteria" }?.value)] } ?? []
    default: []
    }
  }
}

import Diagnostics
import Documents

/// Makes a variant's changes to its base, one after the other, and keeps the descent of every criterion.
///
/// Every clause of `docs/reference/resolution.md` on changes is here or in a file beside this one, related verbs in
/// one file.
struct ChangeApplier {
  var tree: EditableTree
  /// The file that the changes stand in: what they wrote themselves is theirs to lock.
  let file: FileID
  /// Criteria that were touched.
  var marks: [EditableTree.Node: Descent.Origin] = [:]
  /// What went, by the name that it had.
  var gone: [String: Gone] = [:]
  /// How many changes there were so far.
  var order = 0
  var scaleMaps: [Descent.ScaleMap] = []
  /// The change that last had to do with a scale, by the scale's id.
  var scalePlaces: [String: SourceRange] = [:]
  var bag = DiagnosticBag()
  private var removals: [Descent.Removal] = []

  init(_ tree: EditableTree, file: FileID) { (self.tree, self.file) = (tree, file) }

  /// - Parameter content: the change as it was written.
  mutating func apply(_ change: Change, _ content: EditableTree.Node) {
    order += 1
    for address in change.targets + [change.to].compactMap({ $0 }) {
      let parts = address.value.split(separator: "/").prefix(2)
      if parts.first == "scales", let id = parts.dropFirst().first { scalePlaces[String(id)] = address.range }
    }
    switch change.verb {
    case .add: add(change, content)
    case .reword: reword(change, content)
    case .replace: replace(change, content)
    case .remove: remove(change)
    case .move: move(change)
    case .merge: merge(change, content)
    case .split: split(change, content)
    case .reorder: reorder(change)
    case .set: set(change, content)
    }
  }
}

// MARK: - Descent

extension ChangeApplier {
  /// How what there is now came from the base.
  mutating func descent(from base: FrameworkIdentity) -> Descent {
    var descent = Descent(base: base, cause: .variant)
    descent.touched = touched()
    // Of what was split, one part may go and another stay.
    let reached = Set(descent.touched.values.flatMap(\.paths))
    var told: Set<String> = []
    descent.removed = removals.filter { !reached.contains($0.path) && told.insert($0.path).inserted }
    descent.scaleMaps = scaleMaps
    return descent
  }

  /// Every criterion that was touched, by the path that it has now.
  private mutating func touched() -> [String: Descent.Origin] {
    var found: [String: Descent.Origin] = [:]
    func walk(_ list: EditableTree.Node, _ prefix: String) {
      for node in tree.opened(list) {
        // Most were never looked into.
        let isOpened = !tree.opened(node).isEmpty
        guard isOpened || marks[node] != nil, let id = tree.text(of: "id", in: node) else { continue }
        let path = prefix + id
        if let mark = marks[node] { found[path] = mark }
        guard isOpened else { continue }
        if let below = tree.value(of: "criteria", in: node) { walk(below, path + "/") }
      }
    }
    if let top = tree.value(of: "criteria", in: tree.root) { walk(top, "") }
    return found
  }

  mutating func mark(_ target: Target, _ how: Descent.How, _ why: String) {
    guard let criterion = target.criterion else { return }
    mark(criterion.node, criterion.origin, how, why)
  }

  /// A criterion that was merged, split or is new stays so, whatever else is said of it; to have been reworded says
  /// more than to have been moved.
  mutating func mark(_ node: EditableTree.Node, _ origin: [String], _ how: Descent.How, _ why: String) {
    var mark = marks[node] ?? Descent.Origin(paths: origin, how: origin.isEmpty ? .added : .same)
    if mark.how == .same || (mark.how == .moved && how == .reworded) { mark.how = how }
    mark.why.append(why)
    marks[node] = mark
  }

  /// What is taken over by another parent is the same criterion in another place.
  mutating func markMoved(_ child: EditableTree.Node, from parent: Target) {
    guard let id = tree.text(of: "id", in: child) else { return }
    let origin = origin(of: child, id, below: parent.criterion?.origin)
    var mark = marks[child] ?? Descent.Origin(paths: origin, how: origin.isEmpty ? .added : .same)
    if mark.how == .same { mark.how = .moved }
    marks[child] = mark
  }

  /// Marks what a change brings along as new.
  mutating func markAdded(_ nodes: [EditableTree.Node], why: [String]) {
    for node in nodes { marks[node] = Descent.Origin(paths: [], how: .added, why: why) }
  }

  /// Keeps that a criterion of the base, and all below it, are gone.
  mutating func forget(_ target: Target, _ change: Change) {
    guard let place = target.criterion else { return }
    forget(target.node, place.origin, change.why)
  }

  private mutating func forget(_ node: EditableTree.Node, _ origin: [String], _ why: String) {
    for path in origin { removals.append(Descent.Removal(path: path, why: why)) }
    guard let list = tree.value(of: "criteria", in: node) else { return }
    for child in tree.elements(list) {
      guard let id = tree.text(of: "id", in: child) else { continue }
      forget(child, self.origin(of: child, id, below: origin), why)
    }
  }
}

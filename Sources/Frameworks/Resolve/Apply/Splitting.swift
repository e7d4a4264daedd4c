import Diagnostics
import Documents

/// The change that makes several criteria of one: `split`.
extension ChangeApplier {
  mutating func split(_ change: Change, _ content: Node) {
    guard let address = change.targets.first, let target = find(address), isFreeWithAllBelow(target) else {
      return
    }
    guard target.isCriterion, let criterion = target.criterion, case .element(let list) = target.holder
    else {
      wrongTarget(
        address, "“\(address.value)” is no criterion, and only criteria split.",
        help: "Use `replace`, `add` or `set` for other things.")
      return
    }
    guard let into = tree.value(of: "into", in: content) else { return }
    let others = tree.elements(list).filter { $0 != target.node }
    var pieces = pieces(of: target)
    var parts: [Node] = []
    for (node, part) in zip(tree.elements(into), change.parts) {
      let made = tree.mapping(
        tree.entries(node).filter { tree.string($0.key) != "takes" }, at: tree.range(node))
      guard
        isNew(
          part.criterion.id.value, among: others + parts, at: part.criterion.place,
          where: place(criterion.parentPath))
      else { return }
      for key in Self.inherited where !tree.hasKey(key, in: made) {
        if let value = tree.value(of: key, in: target.node) { tree.set(key, to: tree.copy(value), in: made) }
      }
      if let own = tree.value(of: "criteria", in: made) { markAdded(tree.elements(own), why: []) }
      guard give(part, to: made, of: target, &pieces), isShallow([made], below: criterion.parentPath, change)
      else {
        return
      }
      let how: Descent.How = criterion.origin.isEmpty ? .added : .split
      marks[made] = Descent.Origin(
        paths: criterion.origin, how: how, why: (marks[target.node]?.why ?? []) + [change.why])
      parts.append(made)
    }
    guard pieces.left.isEmpty else {
      bag.report(
        ResolutionCodes.leftNowhere,
        "None of the parts takes: \(pieces.left.map(\.id).joined(separator: ", ")).", at: address.range)
      return
    }
    exchange(target, for: parts)
    noteGone(criterion, change)
  }

  private mutating func noteGone(_ criterion: Target.CriterionPlace, _ change: Change) {
    let parent = criterion.parentPath.map { $0 + "/" } ?? ""
    for part in change.parts {
      let path = parent + part.criterion.id.value
      for id in part.takes {
        note(gone: "\(criterion.path)/\(id.value)", .split, now: "\(path)/\(id.value)")
      }
    }
    if !change.parts.contains(where: { parent + $0.criterion.id.value == criterion.path }) {
      note(gone: criterion.path, .split)
    }
  }

  /// What a criterion that is split has to give away.
  private struct Pieces {
    struct Piece {
      let key: String
      let id: String
      let node: EditableTree.Node
    }
    var left: [Piece] = []
    var taken: Set<String> = []
  }

  private mutating func pieces(of target: Target) -> Pieces {
    var pieces = Pieces()
    for key in Self.lists {
      guard let list = tree.value(of: key, in: target.node) else { continue }
      for child in tree.elements(list) {
        let id = tree.text(of: "id", in: child) ?? "an entry of \(key) without an id"
        pieces.left.append(Pieces.Piece(key: key, id: id, node: child))
      }
    }
    return pieces
  }

  /// Moves what a part takes; `false` after a report.
  private mutating func give(
    _ part: Change.Part, to made: Node, of target: Target, _ pieces: inout Pieces
  ) -> Bool {
    for id in part.takes {
      let found = pieces.left.filter { $0.id == id.value }
      guard !found.isEmpty else {
        let isTaken = pieces.taken.contains(id.value)
        bag.report(
          isTaken ? ResolutionCodes.twice : ResolutionCodes.unknownTarget,
          isTaken ? "“\(id.value)” is taken already." : "“\(target.name)” has nothing called “\(id.value)”.",
          help: isTaken
            ? "Each thing goes to one part."
            : NearestName.of(id.value, among: pieces.left.map(\.id)).map { "Did you mean “\($0)”?" } ?? "",
          at: id.range)
        return false
      }
      pieces.left.removeAll { $0.id == id.value }
      pieces.taken.insert(id.value)
      for piece in found {
        if piece.key == "criteria" { markMoved(piece.node, from: target) }
        let before = tree.value(of: piece.key, in: made).map { tree.elements($0) } ?? []
        guard isNew(id.value, among: before, at: id.range, where: "“\(part.criterion.id.value)”") else {
          return false
        }
        tree.set(piece.key, to: tree.sequence(before + [piece.node], at: tree.range(made)), in: made)
      }
    }
    return true
  }
}

import Diagnostics
import Documents

/// The change that puts a criterion elsewhere, or gives it another id: `move`.
extension ChangeApplier {
  mutating func move(_ change: Change) {
    guard let address = change.targets.first, let target = find(address), isFree(target) else { return }
    guard target.isCriterion, let place = target.criterion, case .element(let own) = target.holder else {
      wrongTarget(
        address, "“\(address.value)” is no criterion, and only criteria move.",
        help: "Use `reorder` to change the order of a list.")
      return
    }
    guard change.to != nil || change.id != nil || change.after != nil || change.before != nil else {
      reportNoMove(address, "This does not say where “\(address.value)” goes.")
      return
    }
    guard let (list, parent) = destination(change, place, own) else { return }
    let old = tree.text(of: "id", in: target.node) ?? ""
    let id = change.id?.value ?? old
    let before = tree.elements(own)
    let others = tree.elements(list).filter { $0 != target.node }
    guard isNew(id, among: others, at: (change.id ?? address).range, where: self.place(parent)),
      isShallow([target.node], below: parent, change)
    else { return }
    // Before it goes anywhere: its old id may be another's there.
    if let new = change.id, new.value != old {
      tree.set("id", to: tree.scalar(new.value, at: new.range), in: target.node)
    }
    if list != own || change.after != nil || change.before != nil {
      detach(target)
      guard insert([target.node], into: list, change, where: self.place(parent)) else { return }
    }
    guard list != own || id != old || tree.elements(own) != before else {
      reportNoMove(address, "“\(address.value)” stands there already.")
      return
    }
    mark(target, .moved, change.why)
    note(gone: place.path, .move, now: parent.map { $0 + "/" + id } ?? id)
  }

  /// The list that a criterion goes to, and the path of the criterion that the list belongs to.
  private mutating func destination(
    _ change: Change, _ place: Target.CriterionPlace, _ own: Node
  ) -> (list: Node, parent: String?)? {
    guard let to = change.to else { return (own, place.parentPath) }
    guard let (list, parent) = criteria(below: to, at: change.range) else { return nil }
    let path = parent.criterion?.path
    guard !Self.isWithin(path, place.path) else {
      wrongTarget(to, "“\(place.path)” cannot stand below itself.", help: "Name another criterion.")
      return nil
    }
    return (list, path)
  }

  /// Whether a path is another one, or lies below it.
  static func isWithin(_ path: String?, _ outer: String) -> Bool {
    path == outer || path?.hasPrefix(outer + "/") == true
  }

  private mutating func reportNoMove(_ address: Located<String>, _ message: String) {
    bag.report(
      ResolutionCodes.nothing, message, help: "Say where with `to:`, `as:`, `after:` or `before:`.",
      at: address.range)
  }
}

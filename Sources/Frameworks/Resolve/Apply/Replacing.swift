import Diagnostics
import Documents

/// Changes that take something away: `remove` and `replace`.
extension ChangeApplier {
  mutating func remove(_ change: Change) {
    guard let address = change.targets.first, let target = find(address), isFreeWithAllBelow(target) else {
      return
    }
    if target.isCriterion {
      let below = criteria(of: target)
      guard below.isEmpty || change.withChildren else {
        reportOrphans(target, below)
        return
      }
      forget(target, change)
    } else {
      if case .entry(let holder, let key) = target.holder,
        let reason = whyNot(removing: key, from: holder, target)
      {
        wrongTarget(address, "“\(address.value)” cannot be removed.", help: reason)
        return
      }
      mark(target, .same, change.why)
    }
    detach(target)
    note(gone: target.name, .remove)
  }

  /// Why a field has to stay; `nil` where it may go.
  private mutating func whyNot(removing key: String, from holder: Node, _ target: Target) -> String? {
    if target.isCriteria { return "Remove the criteria, each with a change of its own." }
    let isOfRoot = holder == tree.root
    if isOfRoot, let reason = Self.header[key] { return reason }
    guard ownerForm(target).requiredKeys.contains(key) else { return nil }
    return key == "id"
      ? "Other places name it." : "\(isOfRoot ? "A framework" : "This") cannot be without it: use `set`."
  }

  /// The form of what holds a field.
  private func ownerForm(_ target: Target) -> AddressForm {
    guard let criterion = target.criterion else {
      return target.names.dropLast().reduce(.root) { $0.under($1) }
    }
    let own = criterion.path.split(separator: "/").count
    return target.names.dropFirst(own).dropLast().reduce(.criterion) { $0.under($1) }
  }

  mutating func replace(_ change: Change, _ content: Node) {
    guard let address = change.targets.first, let target = find(address), isFreeWithAllBelow(target),
      let new = tree.value(of: "with", in: content)
    else { return }
    guard case .element(let list) = target.holder else {
      wrongTarget(address, "“\(address.value)” is a field, not an entry with an id.", help: "Use `set`.")
      return
    }
    let id = tree.text(of: "id", in: new)
    let others = tree.elements(list).filter { $0 != target.node }
    guard isNew(id, among: others, at: tree.range(new), where: "the same list") else { return }
    if target.isCriterion {
      let below = criteria(of: target)
      guard below.isEmpty || tree.hasKey("criteria", in: new) else {
        reportOrphans(target, below)
        return
      }
      guard isShallow([new], below: target.criterion?.parentPath, change) else { return }
      forget(target, change)
      marks[new] = Descent.Origin(paths: [], how: .replaced, why: [change.why])
    } else {
      mark(target, .same, change.why)
    }
    exchange(target, for: [new])
    if id != target.names.last { note(gone: target.name, .replace) }
  }

  private mutating func criteria(of target: Target) -> [String] {
    tree.value(of: "criteria", in: target.node).map { ids($0) } ?? []
  }

  private mutating func reportOrphans(_ target: Target, _ below: [String]) {
    bag.report(
      ResolutionCodes.orphans,
      "“\(target.name)” has \(below.count == 1 ? "a criterion" : "\(below.count) criteria") below it: \(below.prefix(6).joined(separator: ", "))\(below.count > 6 ? ", …" : "").",
      at: target.address.range)
  }
}

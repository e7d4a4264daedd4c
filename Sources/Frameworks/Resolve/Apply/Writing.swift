import Diagnostics
import Documents

/// Changes that write fields: `reword` and `set`.
extension ChangeApplier {
  mutating func reword(_ change: Change, _ content: Node) {
    guard let address = change.targets.first, let target = find(address), isFree(target) else { return }
    guard tree.kind(target.node) == .mapping, !target.isRoot else {
      wrongTarget(
        address, "“\(address.value)” is not something that has texts.",
        help: "Name the thing itself, and give its new title or text here: {reword: PATH, text: …}.")
      return
    }
    guard !change.texts.isEmpty else {
      bag.report(
        ResolutionCodes.nothing, "This gives no new words for “\(address.value)”.",
        help: "Add one of: \(Change.textKeys.joined(separator: ", ")).", at: address.range)
      return
    }
    for text in change.texts { reword(text, of: target, content) }
    mark(target, .reworded, change.why)
  }

  private mutating func reword(_ text: Keyed<String>, of target: Target, _ content: Node) {
    let key = text.key.value
    guard let new = tree.value(of: key, in: content) else { return }
    guard let old = tree.value(of: key, in: target.node), tree.kind(old) == .scalar, !tree.isNull(old) else {
      wrongTarget(
        text.key, "“\(target.name)” has no \(key) that could be put in other words.",
        help: "To give it one, use: {set: \(target.name)/\(key), to: …}.")
      return
    }
    guard isFirst(target.node, key, text.key.range, target.name + "/" + key) else { return }
    let words = tree.string(old).split(whereSeparator: \.isWhitespace)
    guard words != text.value.split(whereSeparator: \.isWhitespace) else {
      bag.report(
        ResolutionCodes.nothing, "The \(key) of “\(target.name)” reads so already.", at: text.key.range)
      return
    }
    tree.set(key, to: new, in: target.node)
  }

  mutating func set(_ change: Change, _ content: Node) {
    guard let address = change.targets.first, let value = tree.value(of: "to", in: content) else { return }
    var parts = address.value.split(separator: "/").map(String.init)
    guard let key = parts.popLast() else { return }
    let holder: Target
    if parts.isEmpty {
      holder = root(for: address)
    } else {
      guard let found = find(Located(parts.joined(separator: "/"), at: address.range)) else { return }
      holder = found
    }
    guard isSettable(key, in: holder, address) else { return }
    let old = tree.value(of: key, in: holder.node)
    guard isUnlocked(key, old, in: holder, address) else { return }
    if let old {
      guard isFirst(holder.node, key, address.range, address.value) else { return }
      guard !tree.isSame(old, value) else {
        bag.report(ResolutionCodes.nothing, "“\(address.value)” has this value already.", at: address.range)
        return
      }
    }
    noteMap(change, address, holder, key, old: old, new: value)
    tree.set(key, to: value, in: holder.node)
    mark(holder, Change.textKeys.contains(key) && holder.isCriterion ? .reworded : .same, change.why)
  }

  private mutating func isUnlocked(
    _ key: String, _ old: Node?, in holder: Target, _ address: Located<String>
  ) -> Bool {
    var target = holder.readdressed(address)
    guard let old else { return isFree(target) }
    target.node = old
    target.names.append(key)
    noteLock(&target)
    return isFreeWithAllBelow(target)
  }

  static let header: [String: String] = {
    let own = "Write it at the top of the file."
    return [
      "schema": own, "id": own, "version": own, "status": own, "title": own, "summary": own, "language": own,
      "source": "List further documents under `source` at the top of the file.",
      "extends": own, "changes": own, "migrations": own,
      "criteria":
        "Use `add`, `remove`, `move` and the like, so that every criterion keeps where it came from.",
    ]
  }()

  /// Whether a key is a field that a change may set; reports it.
  private mutating func isSettable(_ key: String, in holder: Target, _ address: Located<String>) -> Bool {
    switch tree.kind(holder.node) {
    case .mapping: break
    case .sequence:
      let isCriterion = holder.isCriteria && element(key, of: holder.node) != nil
      reportEntry(address, isCriterion ? "a criterion" : "an entry of a list")
      return false
    default:
      wrongTarget(
        address, "“\(holder.name)” is one value and has no fields.", help: "Set “\(holder.name)” as a whole.")
      return false
    }
    if holder.ownsCriteria, let list = tree.value(of: "criteria", in: holder.node),
      element(key, of: list) != nil
    {
      reportEntry(address, "a criterion")
      return false
    }
    if let reason = whyNot(setting: key, in: holder) {
      wrongTarget(address, "“\(address.value)” cannot be set by a change.", help: reason)
      return false
    }
    guard holder.form.under(key).isKnown || tree.hasKey(key, in: holder.node) else {
      reportMissing(holder.readdressed(address), [key], among: holder.form.keys)
      return false
    }
    return true
  }

  private mutating func reportEntry(_ address: Located<String>, _ what: String) {
    wrongTarget(
      address, "“\(address.value)” is \(what), not a field.",
      help: "Use `replace` for all of it, or name one of its fields.")
  }

  private func whyNot(setting key: String, in holder: Target) -> String? {
    if holder.isRoot { return Self.header[key] }
    if key == "criteria", holder.isCriterion {
      return "Use `add`, `remove` and `move` for the criteria below it."
    }
    guard key == "id", holder.form.keys.contains("id") else { return nil }
    return holder.isCriterion
      ? "Other places name it by its id: use {move: …, as: NEW-ID}."
      : "Other places name it by its id: use `replace`."
  }

  /// Whether no earlier change of this file wrote the field, or made the thing that it belongs to; reports it.
  private mutating func isFirst(_ holder: Node, _ key: String, _ range: SourceRange, _ address: String)
    -> Bool
  {
    guard tree.place(of: key, in: holder)?.file == file else { return true }
    bag.report(
      ResolutionCodes.twice, "An earlier change of this file writes “\(address)” already.", at: range)
    return false
  }
}

extension Target {
  /// The same, as another address names it.
  func readdressed(_ address: Located<String>) -> Target {
    Target(
      node: node, holder: holder, criterion: criterion, isCriterion: isCriterion, isCriteria: isCriteria,
      lock: lock,
      form: form, names: names, address: address)
  }
}

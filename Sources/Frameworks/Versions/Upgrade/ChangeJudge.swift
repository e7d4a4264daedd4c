import Diagnostics
import Documents

/// Says what becomes of each change of a variant on a newer base.
struct ChangeJudge {
  let moves: BaseMoves
  let old: ResolvedFramework
  let new: ResolvedFramework
  private let oldValues: [String: String]
  private let newValues: [String: String]
  /// Addresses and ids to write in place of others, by where they stand.
  private(set) var edits: [SourceRange: String] = [:]

  init(moves: BaseMoves, old: ResolvedFramework, new: ResolvedFramework) {
    (self.moves, self.old, self.new) = (moves, old, new)
    oldValues = Self.values(old)
    newValues = Self.values(new)
  }

  private static func values(_ framework: ResolvedFramework) -> [String: String] {
    guard let tree = framework.tree else { return [:] }
    return Dictionary(
      Provenance(tree).fields.map { ($0.address, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func judge(_ change: Change) -> VariantUpgrade.Result {
    var notes: [String] = []
    for address in change.targets + (change.to.map { [$0] } ?? []) {
      let (there, fate) = moves.follow(address.value)
      if let fate {
        if change.verb == .remove, case .removed = fate {
          return .dropped("The new base has no “\(address.value)” either.")
        }
        return .decide(Self.words(address.value, fate))
      }
      if there != address.value {
        edits[address.range] = there
        notes.append("\(address.value) → \(there)")
      }
    }
    if let same = alreadySo(change) { return .dropped(same) }
    if let both = changedOnBothSides(change) { return .look(both) }
    return notes.isEmpty ? .kept : .rewritten(notes)
  }

  private static func words(_ path: String, _ fate: BaseMoves.Fate) -> String {
    switch fate {
    case .at(let path): "It is “\(path)” in the new base."
    case .removed(let why):
      "The new base has no “\(path)” any more\(why.isEmpty ? "." : ": \(why)")"
    case .merged(let into): "In the new base, “\(path)” is part of “\(into)”."
    case .split(let into):
      "In the new base, “\(path)” is split into \(into.map { "“\($0)”" }.joined(separator: ", "))."
    case .replaced(let by): "In the new base, another criterion stands at “\(by)”."
    }
  }

  /// The fields that a change writes, with what it writes.
  private func written(_ change: Change) -> [(address: String, value: String)] {
    guard let target = change.targets.first?.value else { return [] }
    switch change.verb {
    case .reword: return change.texts.map { ("\(target)/\($0.key.value)", $0.value) }
    case .set:
      if case .string(let text)? = change.content?.json { return [(target, text)] }
      return []
    default: return []
    }
  }

  private func alreadySo(_ change: Change) -> String? {
    let fields = written(change)
    guard !fields.isEmpty, fields.allSatisfy({ newValues[moves.follow($0.address).address] == $0.value })
    else {
      return nil
    }
    return "The new base says so itself."
  }

  private func changedOnBothSides(_ change: Change) -> String? {
    for field in written(change) {
      guard let before = oldValues[field.address], let after = newValues[moves.follow(field.address).address],
        before != after
      else { continue }
      return "The base changed “\(field.address)” as well, from “\(before.briefly)” to “\(after.briefly)”."
    }
    return nil
  }
}

extension String {
  /// On one line, cut where it is long.
  fileprivate var briefly: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}

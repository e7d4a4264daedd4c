import Diagnostics
import Documents

/// What a base's author locked, with `locked: true` or with `overall: none`.
extension ChangeApplier {
  func noteLock(_ target: inout Target) {
    guard target.lock == nil else { return }
    target.lock = lock(of: target.node)
    if target.names.first == "overall", target.criterion == nil,
      tree.has("none", under: "overall", in: tree.root),
      let place = tree.place(of: "overall", in: tree.root), place.file != file
    {
      target.lock = place
    }
  }

  /// The place of `locked: true`, unless this very file wrote it.
  func lock(of node: Node) -> SourceRange? {
    guard tree.has("true", under: "locked", in: node), let place = tree.place(of: "locked", in: node),
      place.file != file
    else { return nil }
    return place
  }

  /// The place of a lock on a part, or on anything in it.
  func lock(within node: Node) -> SourceRange? {
    tree.firstPlace(of: "locked", saying: "true", in: node) { $0.file != file }
  }

  /// Whether nothing is locked on the way to a target; reports it.
  mutating func isFree(_ target: Target) -> Bool {
    guard target.lock != nil else { return true }
    reportLocked(target.address, isOverall: target.names.first == "overall" && target.criterion == nil)
    return false
  }

  /// The same, and nothing below it is locked either.
  mutating func isFreeWithAllBelow(_ target: Target) -> Bool {
    guard isFree(target) else { return false }
    guard lock(within: target.node) != nil else { return true }
    reportLocked(target.address, isOverall: false)
    return false
  }

  mutating func reportLocked(_ address: Located<String>, isOverall: Bool) {
    bag.report(
      ResolutionCodes.locked,
      isOverall
        ? "“overall: none” is for good: no variant may make an overall figure for such a framework."
        : "The base’s author locked “\(address.value)”, or something in it.",
      at: address.range)
  }
}

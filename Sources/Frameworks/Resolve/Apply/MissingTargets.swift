import Diagnostics
import Documents

/// What a change names and what is not there: whether an earlier change took it away, or which name was most likely
/// meant.
extension ChangeApplier {
  /// Something that a change took away.
  struct Gone {
    /// Which change did so: later ones have higher numbers.
    let order: Int
    let verb: Change.Verb
    /// The name that it has now; `nil` where it is nowhere.
    let now: String?
  }

  /// Keeps that nothing has this name from now on.
  mutating func note(gone name: String, _ verb: Change.Verb, now: String? = nil) {
    guard name != now else { return }
    gone[name] = Gone(order: order, verb: verb, now: now)
  }

  /// - Parameters:
  ///   - target: how far the address leads.
  ///   - rest: what is left of it.
  ///   - keys: what could stand there, beside what does.
  mutating func reportMissing(_ target: Target, _ rest: [String], among keys: [String] = []) {
    let address = target.address
    if let (gone, now) = whereabouts(target.names + rest.drop { $0 == "criteria" && target.ownsCriteria }) {
      bag.report(
        ResolutionCodes.goneTarget,
        "“\(address.value)” is not there any more: an earlier change of this file (\(gone.verb.rawValue)) took it away.",
        help: now.map { "It is “\($0)” now." } ?? "", at: address.range)
      return
    }
    bag.report(
      ResolutionCodes.unknownTarget, "There is no “\(rest[0])” in \(place(target)).",
      help: nearest(target, rest, keys), at: address.range)
  }

  /// The change that took a name away, and what became of the thing, through as many changes as there were.
  private func whereabouts(_ names: [String]) -> (Gone, now: String?)? {
    guard var (found, name) = newest(names, after: -1) else { return nil }
    let first = found
    while let now = name,
      let (next, further) = newest(now.split(separator: "/").map(String.init), after: found.order)
    {
      (found, name) = (next, further)
    }
    return (first, name)
  }

  private func newest(_ names: [String], after order: Int) -> (Gone, now: String?)? {
    for length in stride(from: names.count, through: 1, by: -1) {
      guard let found = gone[names[..<length].joined(separator: "/")], found.order > order else { continue }
      return (found, found.now.map { ([$0] + names[length...]).joined(separator: "/") })
    }
    return nil
  }

  /// The nearest of what stands there, else the only criterion anywhere with the same id, else what there is.
  private mutating func nearest(_ target: Target, _ rest: [String], _ keys: [String]) -> String {
    guard bag.items.count < 50 else { return "" }
    let there = names(in: target)
    let names = there + keys.filter { !there.contains($0) }
    if let near = NearestName.of(rest[0], among: names) {
      return "Did you mean “\((target.names + [near] + rest.dropFirst()).joined(separator: "/"))”?"
    }
    let paths = criterionPaths()
    let wanted = rest.joined(separator: "/")
    let same = paths.filter { $0 == wanted || $0.hasSuffix("/" + wanted) }
    if same.count == 1 { return "Did you mean “\(same[0])”?" }
    if let near = NearestName.of((target.names + rest).joined(separator: "/"), among: paths) {
      return "Did you mean “\(near)”?"
    }
    return names.isEmpty || names.count > 12 ? "" : "There is: \(names.joined(separator: ", "))."
  }

  /// What may be named right in a target: the ids of its criteria, its keys, the ids of a list.
  private mutating func names(in target: Target) -> [String] {
    switch tree.kind(target.node) {
    case .mapping:
      let list = target.ownsCriteria ? tree.value(of: "criteria", in: target.node) : nil
      return (list.map { ids($0) } ?? []) + tree.entries(target.node).map { tree.string($0.key) }
    case .sequence: return ids(target.node)
    default: return []
    }
  }

  /// The ids of a list's entries.
  mutating func ids(_ list: Node) -> [String] {
    tree.elements(list).compactMap { [tree] in tree.text(of: "id", in: $0) }
  }

  /// The path of every criterion.
  private mutating func criterionPaths() -> [String] {
    var paths: [String] = []
    func walk(_ list: Node, _ prefix: String) {
      for node in tree.elements(list) {
        guard let id = tree.text(of: "id", in: node) else { continue }
        paths.append(prefix + id)
        if let below = tree.value(of: "criteria", in: node) { walk(below, prefix + id + "/") }
      }
    }
    if let top = tree.value(of: "criteria", in: tree.root) { walk(top, "") }
    return paths
  }

  mutating func wrongTarget(_ address: Located<String>, _ message: String, help: String) {
    bag.report(ResolutionCodes.wrongTarget, message, help: help, at: address.range)
  }
}

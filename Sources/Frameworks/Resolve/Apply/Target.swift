import Diagnostics
import Documents

/// What an address leads to.
struct Target {
  typealias Node = EditableTree.Node

  var node: Node
  /// Where it stands.
  var holder: Holder
  /// The criterion that it is or belongs to; `nil` for parts of the framework itself.
  var criterion: CriterionPlace?
  /// Whether it is that criterion itself.
  var isCriterion = false
  /// Whether it is a list of criteria: the framework's, or that of the criterion.
  var isCriteria = false
  /// A `locked: true` on the way to it.
  var lock: SourceRange?
  /// What the format lets it be.
  var form: AddressForm
  /// Ids and keys on the way to it; a criterion's are its path.
  var names: [String] = []
  let address: Located<String>

  enum Holder {
    case root
    case entry(of: Node, key: String)
    case element(of: Node)
  }

  struct CriterionPlace {
    var node: Node
    var path: String
    /// Its paths in the base; none where it is new.
    var origin: [String]

    var parentPath: String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }
  }

  var isRoot: Bool { if case .root = holder { true } else { false } }

  /// Whether criteria may be named by id alone right below it.
  var ownsCriteria: Bool { isRoot || isCriterion }

  var name: String { names.joined(separator: "/") }
}

extension ChangeApplier {
  typealias Node = EditableTree.Node

  /// More parts than any address needs, and deeper than any document may be nested.
  static let longestAddress = Limits().depth

  /// What an address leads to; `nil` after a report.
  ///
  /// - Parameter creating: the last key may be missing, if the format knows a list of that name; then an empty one is
  ///   put there.
  mutating func find(_ address: Located<String>, creating: Bool = false) -> Target? {
    var target = root(for: address)
    let parts = address.value.split(separator: "/").map(String.init)
    guard parts.count <= Self.longestAddress else {
      bag.report(
        TreeCodes.nestingTooDeep, "This address has more than \(Self.longestAddress) parts.",
        at: address.range)
      return nil
    }
    for (index, part) in parts.enumerated() {
      if creating, index == parts.count - 1, create(part, in: &target) { return target }
      guard step(&target, part) else {
        reportMissing(target, Array(parts[index...]))
        return nil
      }
    }
    return target
  }

  func root(for address: Located<String>) -> Target {
    Target(node: tree.root, holder: .root, form: .root, address: address)
  }

  /// One id or key further; `false` where there is no such thing.
  private mutating func step(_ target: inout Target, _ part: String) -> Bool {
    let here = target.node
    if target.ownsCriteria, let list = tree.value(of: "criteria", in: here),
      let node = element(part, of: list)
    {
      enterCriterion(&target, node, of: list, part)
      return true
    }
    if target.isCriteria, let node = element(part, of: here) {
      enterCriterion(&target, node, of: here, part)
      return true
    }
    switch tree.kind(here) {
    case .mapping:
      guard let value = tree.value(of: part, in: here) else { return false }
      enter(&target, value, .entry(of: here, key: part), part)
    case .sequence:
      guard let node = element(part, of: here) else { return false }
      enter(&target, node, .element(of: here), part)
    default: return false
    }
    return true
  }

  private func enter(_ target: inout Target, _ node: Node, _ holder: Target.Holder, _ part: String) {
    target.isCriteria = part == "criteria" && target.ownsCriteria
    if !target.isCriteria { target.names.append(part) }
    (target.node, target.holder, target.isCriterion) = (node, holder, false)
    target.form = target.form.under(part)
    noteLock(&target)
  }

  private func enterCriterion(_ target: inout Target, _ node: Node, of list: Node, _ id: String) {
    let parent = target.criterion
    target.criterion = Target.CriterionPlace(
      node: node, path: parent.map { $0.path + "/" + id } ?? id,
      origin: origin(of: node, id, below: parent.map(\.origin)))
    target.names.append(id)
    (target.node, target.holder, target.isCriterion, target.isCriteria) = (
      node, .element(of: list), true, false
    )
    target.form = .criterion
    noteLock(&target)
  }

  /// The paths that a criterion has in the base.
  ///
  /// - Parameter parent: those of the criterion that it stands below; `nil` at the top.
  func origin(of node: Node, _ id: String, below parent: [String]?) -> [String] {
    marks[node]?.paths ?? parent.map { $0.prefix(1).map { $0 + "/" + id } } ?? [id]
  }

  /// Puts an empty list where a framework may have one and has none.
  private mutating func create(_ key: String, in target: inout Target) -> Bool {
    guard tree.kind(target.node) == .mapping, target.form.under(key).isList, !key.hasPrefix("x-") else {
      return false
    }
    if let value = tree.value(of: key, in: target.node), !tree.isNull(value) { return false }
    if target.ownsCriteria, let list = tree.value(of: "criteria", in: target.node),
      element(key, of: list) != nil
    {
      return false
    }
    let list = tree.sequence([], at: target.address.range)
    let holder = target.node
    tree.set(key, to: list, in: holder)
    enter(&target, list, .entry(of: holder, key: key), key)
    return true
  }

  mutating func element(_ id: String, of list: Node) -> Node? {
    tree.elements(list).first { [tree] in tree.has(id, under: "id", in: $0) }
  }
}

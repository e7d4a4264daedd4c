import Diagnostics
import Documents

/// What the addresses of a migration lead to.
extension MigrationWalk {
  /// A criterion (or the framework, node 0) and the keys of a field in it.
  struct Place {
    let node: Int
    let keys: [String]
  }

  /// The criterion that a change names; `nil` where it names a field or, after a report, nothing.
  ///
  /// - Parameter isOnly: whether it has to be a criterion.
  mutating func criterion(_ change: Change, isOnly: Bool = false) -> Int? {
    change.targets.first.flatMap { criterion($0, isOnly: isOnly) }
  }

  mutating func criterion(_ address: Located<String>, isOnly: Bool) -> Int? {
    guard let place = find(address) else { return nil }
    guard place.keys.isEmpty else {
      if isOnly { problems.append(Problem(kind: .wrong, address: address.value, range: address.range)) }
      return nil
    }
    return place.node
  }

  /// What an address leads to: as the changes so far left it, else in the earlier version.
  ///
  /// - Parameter isDestination: it may also be a criterion that only the later version has.
  /// - Returns: `nil` after a report.
  mutating func find(_ address: Located<String>, isDestination: Bool = false) -> Place? {
    let parts = address.value.split(separator: "/").map(String.init)
    if let place = standing(parts) {
      if isKnown(place, address) { return place }
    } else if let place = before(parts), isKnown(place, address) {
      return place
    }
    if isDestination, later.criterion(address.value) != nil { return Place(node: upcoming(parts), keys: []) }
    problems.append(Problem(kind: .notEarlier, address: address.value, range: address.range))
    return nil
  }

  /// Among the criteria as they stand now.
  private func standing(_ parts: [String]) -> Place? {
    var node = 0
    var rest = parts[...]
    while let part = rest.first {
      if let child = child(part, of: node) {
        node = child
      } else if part == "criteria", rest.count > 1, let child = child(rest[rest.startIndex + 1], of: node) {
        node = child
        rest = rest.dropFirst()
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard let key = rest.first else { return Place(node: node, keys: []) }
    let form: AddressForm = node == 0 ? .root : .criterion
    return form.under(key).isKnown ? Place(node: node, keys: Array(rest)) : nil
  }

  /// By the path of the earlier version, for what moved since.
  private func before(_ parts: [String]) -> Place? {
    for length in stride(from: parts.count, through: 1, by: -1) {
      guard let node = byEarlierPath[parts[..<length].joined(separator: "/")], !nodes[node].isGone else {
        continue
      }
      let rest = Array(parts[length...])
      guard let key = rest.first else { return Place(node: node, keys: []) }
      return AddressForm.criterion.under(key).isKnown ? Place(node: node, keys: rest) : nil
    }
    return nil
  }

  /// Whether the earlier version has a field; one that is only in the later version is looked for at the end.
  private mutating func isKnown(_ place: Place, _ address: Located<String>) -> Bool {
    guard !place.keys.isEmpty, let tree = earlier.tree else { return true }
    let origins = place.node == 0 ? [""] : nodes[place.node].origin
    for origin in origins
    where tree.node(at: origin.split(separator: "/").map(String.init) + place.keys) != nil {
      return true
    }
    laterFields.append((place.node, place.keys, address))
    return true
  }

  /// A criterion that only the later version has, with those above it.
  private mutating func upcoming(_ parts: [String]) -> Int {
    var node = 0
    for part in parts {
      node = child(part, of: node) ?? add(Node(id: part, parent: node, origin: [], how: .added))
    }
    return node
  }

  /// Whether a criterion had a statement, a question or evidence of this id.
  func hasEntry(_ id: String, _ node: Int) -> Bool {
    nodes[node].origin.compactMap { earlier.criterion($0)?.criterion }.contains {
      $0.statements.contains { $0.id.value == id } || $0.questions.contains { $0.id.value == id }
        || $0.evidence.contains { $0.id.value == id }
    }
  }

  // MARK: - Scales

  mutating func noteMap(_ map: PointMap, _ place: Place, _ change: Change) {
    for (from, to) in swaps(place, change) {
      note(
        Descent.ScaleMap(
          from: from, to: to, points: map.byPoint, why: change.why, range: change.targets.first?.range))
    }
  }

  /// The scales that a field decided on, each with the one that it decides on now.
  private func swaps(_ place: Place, _ change: Change) -> [(from: String, to: String)] {
    if place.node != 0 {
      guard place.keys == ["scale"], let to = change.content?.text else { return [] }
      var found: [(from: String, to: String)] = []
      for criterion in nodes[place.node].origin.compactMap(earlier.criterion) {
        for kind in ReviewKind.allCases {
          guard let scale = criterion.judgedScale(by: kind) else { continue }
          let from = earlier.framework.scales[scale].key.value
          if !found.contains(where: { $0.from == from }) { found.append((from, to)) }
        }
      }
      return found
    }
    if place.keys.first == "scales" {
      let ids = place.keys.count > 1 ? [place.keys[1]] : earlier.framework.scales.map(\.key.value)
      return ids.map { ($0, $0) }
    }
    guard place.keys.first == "judging" else { return [] }
    return ReviewKind.allCases.filter { place.keys.count < 2 || place.keys[1] == $0.rawValue }.compactMap {
      kind in
      guard let from = earlier.framework.judging[kind]?.scale?.value,
        let to = place.keys.last == "scale"
          ? change.content?.text : later.framework.judging[kind]?.scale?.value
      else { return nil }
      return (from, to)
    }
  }
}

extension AnyValue {
  fileprivate var text: String? { if case .string(let text) = json { text } else { nil } }
}

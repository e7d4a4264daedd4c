import Documents

/// What may stand at an address of a framework, as its shape has it, whether anything stands there or not.
struct AddressForm {
  /// What the value may be: none where the framework has no such key.
  var shapes: [ShapeSpec]
  /// Below a key that is the author's own (`x-…`) anything may stand.
  var isFree = false

  /// The framework itself.
  static let root = AddressForm(shapes: [Framework.shape.spec])
  /// Any criterion.
  static let criterion = AddressForm(shapes: [Criterion.shape.spec])

  /// What may stand under a key, or under an id of a list.
  func under(_ key: String) -> AddressForm {
    if isFree || key.hasPrefix("x-") { return AddressForm(shapes: [], isFree: true) }
    return AddressForm(shapes: shapes.flatMap { Self.under(key, $0) })
  }

  private static func under(_ key: String, _ shape: ShapeSpec) -> [ShapeSpec] {
    switch shape {
    case .scalar: []
    case .list(let element, _): [element]
    case .map(_, let value): [value]
    case .record(let record): record.fields.first { $0.name == key }.map { [$0.shape] } ?? []
    case .either(let options): options.flatMap { under(key, $0) }
    case .recursive(_, let spec): under(key, spec())
    }
  }

  var isKnown: Bool { isFree || !shapes.isEmpty }

  var isList: Bool { isFree || shapes.contains { if case .list = $0 { true } else { false } } }

  /// Whether its keys are the author's to choose.
  var isMap: Bool { isFree || shapes.contains { if case .map = $0 { true } else { false } } }

  /// The keys that a record has.
  var keys: [String] { shapes.flatMap { Self.fields($0).map(\.name) } }

  /// The keys that a record cannot be without.
  var requiredKeys: [String] { shapes.flatMap { Self.fields($0).filter(\.isRequired).map(\.name) } }

  private static func fields(_ shape: ShapeSpec) -> [FieldSpec] {
    switch shape {
    case .record(let record): record.fields
    case .either(let options): options.flatMap { fields($0) }
    case .recursive(_, let spec): fields(spec())
    case .scalar, .list, .map: []
    }
  }
}

extension DocumentTree {
  /// What stands at an address of a framework's document; `nil` where nothing does.
  public func node(at address: [String]) -> NodeID? {
    var here = root
    // Ids of criteria need no key before them.
    var ownsCriteria = true
    var isAmongCriteria = false
    for part in address {
      if ownsCriteria, let list = value(of: "criteria", in: here), let child = element(part, in: list) {
        here = child
        isAmongCriteria = false
      } else if kind(here) == .sequence, let child = element(part, in: here) {
        (here, ownsCriteria, isAmongCriteria) = (child, isAmongCriteria, false)
      } else if let child = value(of: part, in: here) {
        (here, ownsCriteria, isAmongCriteria) = (child, false, ownsCriteria && part == "criteria")
      } else {
        return nil
      }
    }
    return here
  }

  private func element(_ id: String, in list: NodeID) -> NodeID? {
    guard kind(list) == .sequence else { return nil }
    return children(list).first { value(of: "id", in: $0).map { string($0) } == id }
  }
}

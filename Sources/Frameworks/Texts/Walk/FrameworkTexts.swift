import Documents

/// Every text of a framework that people read, found by its shape: whatever field a shape declares as text is
/// one, so that a new field is translatable from the day it is declared.
///
/// An address is made of keys and ids. Criteria need no key: `our-impact/achievement/text`. An entry of a list
/// is named by its id; where the entries of a list have no ids, by its position, counted from 1:
/// `coverage/must/1/message`.
public enum FrameworkTexts {
  /// In the order of the document, each address once.
  ///
  /// - Parameter tree: a framework's document, resolved where it is a variant.
  public static func entries(of tree: DocumentTree) -> [TranslatableText] {
    guard tree.nodeCount > 0 else { return [] }
    var walk = TextWalk(tree)
    walk.visit(tree.root, Framework.shape.spec, TextWalk.Place())
    return walk.found.map(\.text)
  }
}

/// A document and its shape, walked side by side.
private struct TextWalk {
  struct Place {
    var address = ""
    /// How many criteria it lies in: where two things have one address, it is the criterion's.
    var criteria = 0
    var depth = 0

    func below(_ part: String, isCriterion: Bool = false) -> Place {
      Place(
        address: address.isEmpty ? part : "\(address)/\(part)", criteria: criteria + (isCriterion ? 1 : 0),
        depth: depth + 1)
    }
  }

  private(set) var found: [(text: TranslatableText, criteria: Int)] = []
  private let tree: DocumentTree
  private var positions: [String: Int] = [:]

  /// The record of criteria, and the key that addresses leave out.
  private static let criterion = Criterion.shape.spec.name
  private static let criteriaKey = "criteria"
  /// Deeper than any document may nest.
  private static let deepest = 200

  init(_ tree: DocumentTree) { self.tree = tree }

  mutating func visit(_ node: DocumentTree.NodeID, _ spec: ShapeSpec, _ place: Place) {
    guard place.depth < Self.deepest else { return }
    switch spec {
    case .scalar(let scalar):
      if scalar.isTranslatable, let text = tree.visibleText(node) { add(text, node, place) }
    case .list(let element, _): visitList(node, element, place)
    case .map(_, let value):
      for (key, child) in entries(of: node) { visit(child, value, place.below(key)) }
    case .record(let record):
      let fields = Dictionary(
        record.fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
      for (key, child) in entries(of: node) {
        guard let shape = fields[key] else { continue }
        visit(child, shape, key == Self.criteriaKey && isCriteria(shape) ? place : place.below(key))
      }
    case .either(let options):
      if let option = chosen(among: options, for: node) { visit(node, option, place) }
    case .recursive(_, let inner): visit(node, inner(), place)
    }
  }

  private mutating func visitList(_ node: DocumentTree.NodeID, _ element: ShapeSpec, _ place: Place) {
    guard tree.kind(node) == .sequence else { return }
    let isCriterion = element.name == Self.criterion
    for (index, child) in tree.children(node).enumerated() {
      let id = tree.value(of: "id", in: child).flatMap { tree.visibleText($0) }
      visit(child, element, place.below(id ?? String(index + 1), isCriterion: isCriterion))
    }
  }

  /// The first entry of each key, as documents are read.
  private func entries(of node: DocumentTree.NodeID) -> [(key: String, value: DocumentTree.NodeID)] {
    guard tree.kind(node) == .mapping else { return [] }
    var entries: [(String, DocumentTree.NodeID)] = []
    var seen: Set<String> = []
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      let name = tree.string(key)
      if seen.insert(name).inserted { entries.append((name, value)) }
    }
    return entries
  }

  private func isCriteria(_ shape: ShapeSpec) -> Bool {
    if case .list(let element, _) = shape { element.name == Self.criterion } else { false }
  }

  /// The option of a node's kind; among several records, the one that knows most of its keys.
  private func chosen(among options: [ShapeSpec], for node: DocumentTree.NodeID) -> ShapeSpec? {
    let flat = options.flatMap { option in if case .either(let inner) = option { inner } else { [option] } }
    switch tree.kind(node) {
    case .scalar, .alias: return flat.first { if case .scalar = $0 { true } else { false } }
    case .sequence: return flat.first { if case .list = $0 { true } else { false } }
    case .mapping:
      let keys = Set(entries(of: node).map(\.key))
      func known(_ option: ShapeSpec) -> Int {
        switch option {
        case .record(let record): record.fields.count { keys.contains($0.name) }
        case .map: 0
        case .recursive(_, let inner): known(inner())
        case .scalar, .list, .either: -1
        }
      }
      return flat.filter { known($0) >= 0 }.max { known($0) < known($1) }
    }
  }

  private mutating func add(_ text: String, _ node: DocumentTree.NodeID, _ place: Place) {
    let entry = TranslatableText(address: place.address, text: text, range: tree.range(node), node: node)
    if let position = positions[place.address] {
      if place.criteria > found[position].criteria { found[position] = (entry, place.criteria) }
    } else {
      positions[place.address] = found.count
      found.append((entry, place.criteria))
    }
  }
}

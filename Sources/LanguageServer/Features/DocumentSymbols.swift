import Diagnostics
import Sealing

/// `textDocument/documentSymbol`: what a framework declares, one inside the other; of other documents, their keys.
struct DocumentSymbols {
  let json: JSONValue

  private struct Symbol {
    let name: String
    let detail: String
    /// A number of the protocol's `SymbolKind`.
    let kind: Int64
    let whole: SourceRange
    let place: SourceRange
    var children: [Symbol] = []
  }

  /// - Parameter isTree: whether the client shows symbols inside one another.
  init(_ reading: Reading, _ encoding: PositionEncoding, uri: String, isTree: Bool) {
    let symbols = reading.format == .framework ? Self.declarations(reading) : []
    let keys = symbols.isEmpty ? Self.keys(reading) : symbols
    json = .array(
      isTree
        ? keys.map { Self.nested($0, reading.lines, encoding) }
        : keys.flatMap { Self.flat($0, reading.lines, encoding, uri, in: nil) })
  }

  private static func declarations(_ reading: Reading) -> [Symbol] {
    let own = reading.own
    let children = Dictionary(grouping: own.declarations.indices) { own.declarations[$0].parent }
    func symbols(below parent: Int?) -> [Symbol] {
      (children[parent] ?? []).map { index in
        let declaration = own.declarations[index]
        let name = own.name(of: declaration)
        return Symbol(
          name: name.isEmpty ? declaration.address : String(name.prefix(200)), detail: declaration.id,
          kind: kind(declaration.kind), whole: declaration.whole.through(declaration.place),
          place: declaration.place, children: symbols(below: index))
      }
    }
    let top = symbols(below: nil)
    guard let tree = reading.tree, tree.kind(tree.root) == .mapping else { return top }
    var groups: [Symbol] = []
    var entries = tree.children(tree.root)
    while let key = entries.next(), let value = entries.next() {
      let range = tree.range(value)
      let inside = top.filter { range.start <= $0.place.start && $0.place.start < range.end }
      guard !inside.isEmpty else { continue }
      groups.append(
        Symbol(
          name: tree.string(key), detail: "", kind: 3, whole: tree.range(key).through(range),
          place: tree.range(key),
          children: inside))
    }
    return groups
  }

  private static func keys(_ reading: Reading) -> [Symbol] {
    guard let tree = reading.tree, tree.kind(tree.root) == .mapping else { return [] }
    var symbols: [Symbol] = []
    var children = tree.children(tree.root)
    while let key = children.next(), let value = children.next() {
      let name = tree.string(key)
      guard !name.isEmpty else { continue }
      let inner = tree.kind(value) == .mapping ? tree.keyNodes(value) : []
      symbols.append(
        Symbol(
          name: name, detail: "", kind: 7, whole: tree.range(key).through(tree.range(value)),
          place: tree.range(key),
          children: inner.filter { !tree.string($0).isEmpty }.map {
            Symbol(
              name: tree.string($0), detail: "", kind: 20, whole: tree.range($0), place: tree.range($0))
          }))
    }
    return symbols
  }

  /// The numbers of `SymbolKind` that come closest.
  private static func kind(_ kind: String) -> Int64 {
    switch kind {
    case "criterion": 5
    case "scale": 10
    case "point", "trend category", "option", "band": 22
    case "form", "role", "stage", "watch list": 23
    case "form field", "measure", "fact": 8
    case "step", "rule", "trend", "signal", "trigger": 12
    case "source document", "place of a source": 1
    case "statement", "prompt", "stem": 15
    default: 20
    }
  }

  private static func nested(_ symbol: Symbol, _ lines: TextLines, _ encoding: PositionEncoding) -> JSONValue
  {
    [
      "name": .string(symbol.name), "detail": .string(symbol.detail), "kind": .int(symbol.kind),
      "range": lines.span(of: symbol.whole, encoding).json,
      "selectionRange": lines.span(of: symbol.place, encoding).json,
      "children": .array(symbol.children.map { nested($0, lines, encoding) }),
    ]
  }

  private static func flat(
    _ symbol: Symbol, _ lines: TextLines, _ encoding: PositionEncoding, _ uri: String, in container: String?
  ) -> [JSONValue] {
    var members = [
      JSONValue.Member("name", .string(symbol.name)), JSONValue.Member("kind", .int(symbol.kind)),
      JSONValue.Member(
        "location", ["uri": .string(uri), "range": lines.span(of: symbol.place, encoding).json]),
    ]
    if let container { members.append(JSONValue.Member("containerName", .string(container))) }
    return [.object(members)]
      + symbol.children.flatMap { flat($0, lines, encoding, uri, in: symbol.name) }
  }
}

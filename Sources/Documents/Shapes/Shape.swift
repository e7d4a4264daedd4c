import Diagnostics
import Sealing

/// One declaration of what a value looks like in a document. It reads the value (with diagnostics), writes
/// it, and describes it for the JSON Schema and the reference page, so that the three cannot disagree.
public struct Shape<Value: Sendable>: Sendable {
  public let spec: ShapeSpec
  /// The value at a node; `nil` after a diagnostic where there is none to be had.
  public let read: @Sendable (DocumentTree.NodeID, inout Reader) -> Value?
  /// The value as JSON, the form that digests are taken of.
  public let write: @Sendable (Value) -> JSONValue

  public init(
    _ spec: ShapeSpec, read: @escaping @Sendable (DocumentTree.NodeID, inout Reader) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.spec = spec
    self.read = read
    self.write = write
  }
}

/// What a shape needs while it reads: the tree, a place for mistakes, and the key that led here.
public struct Reader {
  public let tree: DocumentTree
  public var bag = DiagnosticBag()
  /// The key whose value is being read, for messages.
  public internal(set) var key = ""

  public init(_ tree: DocumentTree) { self.tree = tree }

  public mutating func report(
    _ code: DiagnosticCode, _ message: String, help: String = "", at node: DocumentTree.NodeID
  ) {
    bag.report(code, message, help: help, at: tree.range(node))
  }

  /// The name that was most likely meant; `nil` where none is near, or where nobody would see it.
  func nearest(to word: String, among names: [String]) -> String? {
    bag.isFull ? nil : NearestName.of(word, among: names)
  }

  /// Says that something else was wanted here.
  public mutating func wrongType(wanted: String, at node: DocumentTree.NodeID) {
    let found =
      switch tree.kind(node) {
      case .mapping: "a mapping"
      case .sequence: "a list"
      default: tree.isNull(node) ? "nothing" : "the text “\(tree.string(node).shortened)”"
      }
    let subject = key.isEmpty ? "This value" : "“\(key)”"
    report(ShapeCodes.wrongType, "\(subject) should be \(wanted), but \(found) stands here.", at: node)
  }
}

extension String {
  /// Short enough for a message on one line.
  var shortened: String {
    let line = String(self.prefix(100)).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 60 ? line.prefix(57) + "…" : line
  }
}

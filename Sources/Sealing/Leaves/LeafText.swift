/// The text of a leaf: nine lines, `firstLine` and then a name, a space and a value each, in this order.
extension Leaf {
  /// What the publisher signs, with its final line break.
  public var text: String {
    var text = Self.firstLine + "\n"
    let fields = [
      ("kind", kind), ("audience", audience), ("publisher", publisher), ("origin", origin),
      ("sequence", String(sequence)), ("previous", previous?.description ?? Self.none), ("issued", issued),
      ("commitment", commitment.description),
    ]
    for (name, value) in fields { text += "\(name) \(value)\n" }
    return text
  }

  /// Reads what `text` writes, and only that: a leaf has one spelling.
  public init(text: String) throws(SealingError) {
    var lines = LeafLines(text)
    guard lines.next().elementsEqual(Self.firstLine.utf8) else { throw .notALeaf }
    let kind = try lines.value(of: "kind")
    let audience = try lines.value(of: "audience")
    let publisher = try lines.value(of: "publisher")
    let origin = try lines.value(of: "origin")
    let sequence = try lines.value(of: "sequence")
    guard let number = UInt64(sequence), String(number) == sequence else {
      throw .leafLine(field: "sequence")
    }
    let previous = try lines.value(of: "previous")
    let before = Digest(text: previous)
    guard before != nil || previous == Self.none else { throw .leafLine(field: "previous") }
    let issued = try lines.value(of: "issued")
    guard let commitment = Digest(text: try lines.value(of: "commitment")) else {
      throw .leafLine(field: "commitment")
    }
    guard lines.isAtEnd else { throw .leafTrailingText }
    try self.init(
      kind: kind, audience: audience, publisher: publisher, origin: origin, sequence: number,
      previous: before, issued: issued, commitment: commitment)
  }

  /// Stands for the leaf before the first.
  private static let none = "-"
}

/// Takes lines off the front of a text, by bytes.
private struct LeafLines {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next line without its line break; what lacks one is no line, and comes back empty.
  mutating func next() -> Substring.UTF8View {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return rest[..<rest.startIndex] }
    defer { rest = rest[rest.index(after: end)...] }
    return rest[..<end]
  }

  mutating func value(of field: String) throws(SealingError) -> String {
    let line = next()
    let start = Array((field + " ").utf8)
    guard line.starts(with: start), let value = String(line.dropFirst(start.count)) else {
      throw .leafLine(field: field)
    }
    return value
  }
}

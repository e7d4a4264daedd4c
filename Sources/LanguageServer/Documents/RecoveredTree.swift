import Diagnostics
import Documents

/// The tree of a text, or, where YAML stops at a mistake, of the text without the lines that are in the way. Their
/// characters become spaces, so that every place stays where it was.
struct RecoveredTree: Sendable {
  let tree: DocumentTree
  /// Whether the text could be read as it is.
  let isWhole: Bool

  private static let attempts = 8

  /// - Parameter suspect: the line that is most likely unfinished: where the cursor is, or somebody typed last.
  init?(_ lines: TextLines, _ file: FileID, suspect: Int?) {
    var bag = DiagnosticBag()
    if let tree = DocumentTree(lines.source, file, into: &bag) {
      self.init(tree: tree, isWhole: true)
      return
    }
    if let suspect, let tree = Self.read(lines, Self.without(suspect, lines.bytes, lines), file, &bag) {
      self.init(tree: tree, isWhole: false)
      return
    }
    var bytes = lines.bytes
    var stop = bag.items.last?.range.map { Int($0.start) } ?? 0
    for _ in 0..<Self.attempts {
      // The mistake is on the line where YAML stops, or on one of those above it: the one without which YAML gets on
      // furthest is left out.
      var best: (bytes: [UInt8], stop: Int)?
      for line in Self.candidates(lines.line(of: stop), bytes, lines) {
        var next = DiagnosticBag()
        let without = Self.without(line, bytes, lines)
        if let tree = Self.read(lines, without, file, &next) {
          self.init(tree: tree, isWhole: false)
          return
        }
        let reached = next.items.last?.range.map { Int($0.start) } ?? 0
        if reached > best?.stop ?? -1 { best = (without, reached) }
      }
      guard let best else { return nil }
      (bytes, stop) = best
    }
    return nil
  }

  /// The line, and those above it on which something stands.
  private static func candidates(_ line: Int, _ bytes: [UInt8], _ lines: TextLines) -> [Int] {
    var found: [Int] = []
    var line = line
    while line >= 0, found.count < 3 {
      if lines.span(ofLine: line).contains(where: { bytes[$0] > 0x20 }) { found.append(line) }
      line -= 1
    }
    return found
  }

  private init(tree: DocumentTree, isWhole: Bool) {
    self.tree = tree
    self.isWhole = isWhole
  }

  private static func read(
    _ lines: TextLines, _ bytes: [UInt8], _ file: FileID, _ bag: inout DiagnosticBag
  ) -> DocumentTree? {
    DocumentTree(SourceFile(path: lines.source.path, bytes: bytes), file, into: &bag)
  }

  private static func without(_ line: Int, _ bytes: [UInt8], _ lines: TextLines) -> [UInt8] {
    var bytes = bytes
    for at in lines.span(ofLine: line) { bytes[at] = 0x20 }
    return bytes
  }
}
